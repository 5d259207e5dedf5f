import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { stopServer } from './stop.ts';

/** A server with one request that it has begun to answer and not finished. */
async function beginAnswer() {
	let begun: (response: ServerResponse) => void = () => undefined;
	const response = new Promise<ServerResponse>((settle) => {
		begun = settle;
	});
	const server = createServer((_, answer) => {
		answer.write('one ');
		begun(answer);
	});
	await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
	const { port } = server.address() as AddressInfo;
	const body = new Promise<string>((settle, reject) => {
		const sent = request({ port, host: '127.0.0.1' }, (incoming: IncomingMessage) => {
			let text = '';
			incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
			incoming.on('end', () => {
				settle(text);
			});
			incoming.on('error', reject);
		});
		sent.on('error', reject);
		sent.end();
	});
	return { server, body, response: await response };
}

it('finishes what is in flight and takes nothing new', async () => {
	const { server, body, response } = await beginAnswer();
	const stopped = stopServer(server);
	expect(server.listening).toBe(false);
	response.end('two');
	expect(await body).toBe('one two');
	await stopped;
});

it('cuts off what does not end within the grace', async () => {
	const { server, body } = await beginAnswer();
	const outcome = body.catch(() => 'cut off');
	await stopServer(server, 0);
	expect(await outcome).toBe('cut off');
});
