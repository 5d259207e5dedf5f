import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createListener, type Handler, type ListenerOptions } from './listener.ts';

let server: Server | undefined;
afterEach(() => {
	server?.close();
	server?.closeAllConnections();
});

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

async function serve(handler: Handler, options: Partial<ListenerOptions> = {}) {
	const reports: string[] = [];
	const listener = createListener({
		handler,
		bodyLimit: 1000,
		secure: false,
		prerendered: new Set(['/about']),
		report: (message) => reports.push(message),
		...options
	});
	const started = createServer(listener);
	server = started;
	await new Promise<void>((settle) => started.listen(0, '127.0.0.1', settle));
	const { port } = started.address() as AddressInfo;
	const get = (path: string, headers: Record<string, string> = {}, body?: string) =>
		new Promise<Answer>((settle, reject) => {
			const method = body === undefined ? 'GET' : 'POST';
			const sent = request({ port, path, headers, method, host: '127.0.0.1' }, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () => {
					const { statusCode = 0, headers: received } = response;
					settle({ status: statusCode, headers: received, body: Buffer.concat(chunks) });
				});
			});
			sent.on('error', reject);
			sent.end(body);
		});
	return { get, reports };
}

const long = '<p>Who said it, and to whom?</p>'.repeat(100);
const page: Handler = (_, response) => {
	response.setHeader('content-type', 'text/html');
	response.end(long);
};

const nothing: Handler = (_request, _response, next) => {
	next();
};

describe('every response', () => {
	it.each<[string, Handler, string | undefined]>([
		['a page', page, undefined],
		['a path that nothing answers', nothing, undefined],
		['a handler that fails', () => Promise.reject(new Error('broken')), undefined],
		['a body that is too long', page, 'x'.repeat(1001)]
	])('carries the security headers: %s', async (_, handler, body) => {
		const { get } = await serve(handler);
		const { headers } = await get('/', {}, body);
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'permissions-policy': expect.stringContaining('camera=()') as string,
			'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string
		});
		expect(headers['strict-transport-security']).toBeUndefined();
	});

	it('asks for https only where the address is https', async () => {
		const { get } = await serve(page, { secure: true });
		const { headers } = await get('/');
		expect(headers['strict-transport-security']).toBe('max-age=31536000');
	});

	it("keeps the page's own content security policy", async () => {
		const { get } = await serve((_, response) => {
			response.setHeader('content-security-policy', "default-src 'nonce-x'");
			response.end();
		});
		const { headers } = await get('/');
		expect(headers['content-security-policy']).toBe("default-src 'nonce-x'");
	});

	it('lets a file that pages are made of load nothing when it is opened by itself', async () => {
		const { get } = await serve(page);
		const { headers } = await get('/_app/immutable/chunks/x.js');
		expect(headers).toMatchObject({
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin'
		});
	});

	it('does not block the scripts whose hashes a prerendered page names itself', async () => {
		const { get } = await serve(page);
		const { headers } = await get('/about?from=home');
		expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
	});
});

describe('compression', () => {
	it('sends a page in the best encoding that the browser takes', async () => {
		const { get } = await serve(page);
		const best = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
		const older = await get('/', { 'accept-encoding': 'gzip' });
		expect(best.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
		expect(brotliDecompressSync(best.body).toString()).toBe(long);
		expect(gunzipSync(older.body).toString()).toBe(long);
	});

	it('leaves events, parts of files and pictures as they are', async () => {
		const { get } = await serve((incoming, response) => {
			const type = incoming.url === '/events' ? 'text/event-stream; charset=utf-8' : 'text/html';
			response.setHeader('content-type', incoming.url === '/picture' ? 'image/png' : type);
			if (incoming.url === '/part') response.setHeader('content-range', 'bytes 0-9/90');
			response.end(long);
		});
		for (const path of ['/events', '/part', '/picture']) {
			const { headers } = await get(path, { 'accept-encoding': 'br' });
			expect(headers['content-encoding']).toBeUndefined();
		}
	});
});

describe('refusals', () => {
	it('refuses a body above the limit before the page sees it, and says the limit', async () => {
		let seen = false;
		const { get } = await serve((_, response) => {
			seen = true;
			response.end();
		});
		const { status, body } = await get('/', {}, 'x'.repeat(1001));
		expect([status, seen]).toEqual([413, false]);
		expect(body.toString()).toContain('1000 bytes');
	});

	it('refuses a script that sends too much with an error that a script can read', async () => {
		const { get } = await serve(page);
		const sent = await get('/', { 'content-type': 'application/json' }, 'x'.repeat(1001));
		expect([sent.status, sent.headers['content-type']]).toEqual([413, 'application/json']);
		expect(JSON.parse(sent.body.toString())).toMatchObject({ code: 'too-large' });
	});

	it('takes a body of exactly the limit', async () => {
		const { get } = await serve(page);
		expect((await get('/', {}, 'x'.repeat(1000))).status).toBe(200);
	});

	it("answers a failure without its details and reports it without the learner's answers", async () => {
		const { get, reports } = await serve(() => Promise.reject(new Error('secret place')));
		const { status, body } = await get('/quiz?answer=b');
		expect(status).toBe(500);
		expect(body.toString()).not.toContain('secret');
		expect(reports).toEqual(['GET /quiz failed: Error: secret place']);
	});

	it('answers a path that is no valid text', async () => {
		const { get } = await serve(nothing);
		expect((await get('/%E0%A4%A')).status).toBe(404);
	});
});
