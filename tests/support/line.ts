// The line between a browser and the server, for tests that need it to hang, to be counted, or to lead to
// the next release.

import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Line {
	/** What the browser opens in the place of the server. */
	address: string;
	/** Takes every request and answers none. */
	hang: (hangs: boolean) => void;
	/** From now on the server is of the release after. */
	release: () => void;
	/** What the browser was sent since the last time this was asked, in bytes without their headers. */
	takeBytes: () => number;
	stop: () => Promise<void>;
}

/** @param server the address of the running server */
export async function openLine(server: string): Promise<Line> {
	const hanging = new Set<ServerResponse>();
	const { version } = (await (await fetch(`${server}/_app/version.json`)).json()) as {
		version: string;
	};
	const folder = version.slice(0, 8);
	/** Another name of the same length, for the version and for the folder of its files. */
	const next = version.replaceAll(/[0-9a-f]/gu, (digit) => (15 - parseInt(digit, 16)).toString(16));
	let hangs = false;
	let bytes = 0;
	let released = false;

	const listener = createServer((incoming, outgoing) => {
		if (hangs) hanging.add(outgoing);
		else if (released) void passOnRenamed(incoming, outgoing);
		else passOn(incoming, outgoing);
	});

	function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
		const asked = request(
			new URL(incoming.url ?? '/', server),
			{ method: incoming.method ?? 'GET', headers: incoming.headers },
			(answer) => {
				outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.on('data', (part: Buffer) => {
					bytes += part.length;
				});
				answer.pipe(outgoing);
			}
		);
		asked.on('error', () => outgoing.destroy());
		incoming.pipe(asked);
	}

	async function passOnRenamed(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const path = (incoming.url ?? '/').replaceAll(next.slice(0, 8), folder);
		const answer = await fetch(server + path, { redirect: 'manual' });
		const type = answer.headers.get('content-type') ?? '';
		const text = /html|javascript|json|css/u.test(type);
		const body = text
			? (await answer.text()).replaceAll(version, next).replaceAll(folder, next.slice(0, 8))
			: Buffer.from(await answer.arrayBuffer());
		const kept = ['content-type', 'cache-control', 'content-security-policy', 'location'];
		outgoing.writeHead(
			answer.status,
			Object.fromEntries([...answer.headers].filter(([name]) => kept.includes(name)))
		);
		outgoing.end(body);
	}

	await new Promise<void>((settle) => listener.listen(0, '127.0.0.1', settle));
	return {
		address: `http://localhost:${String((listener.address() as AddressInfo).port)}`,
		hang(wanted) {
			hangs = wanted;
			if (!hangs) for (const one of hanging) one.destroy();
		},
		release() {
			released = true;
		},
		takeBytes() {
			const taken = bytes;
			bytes = 0;
			return taken;
		},
		async stop() {
			listener.closeAllConnections();
			await new Promise((settle) => listener.close(settle));
		}
	};
}
