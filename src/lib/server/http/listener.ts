// What happens to every request before and after Kit sees it: headers, the limit on the body, and
// compression. Knows Node's http and nothing of Kit, so that a test can put any handler behind it.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import { securityHeaders } from './headers.ts';

/** What adapter-node exports: answers the request, or calls `next` if it has no answer. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => unknown;

export interface ListenerOptions {
	handler: Handler;
	/** Bytes; a longer body is refused before it is read. */
	bodyLimit: number;
	secure: boolean;
	/** Paths of the prerendered pages, as a request names them. */
	prerendered: ReadonlySet<string>;
	report: (message: string) => void;
}

/**
 * Compression works while the learner waits. At this step a question page takes about a millisecond;
 * the highest is a hundred times slower for a tenth less.
 */
const BROTLI_QUALITY = 5;

function isCompressible(request: IncomingMessage, response: ServerResponse): boolean {
	// Events must leave at once, and a part of a file is counted in the bytes of the whole.
	if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return false;
	if (response.hasHeader('content-range')) return false;
	return compression.filter(request, response);
}

export function createListener(options: ListenerOptions): RequestListener {
	const { handler, bodyLimit, secure, prerendered, report } = options;
	const compress = compression({
		filter: isCompressible,
		brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }
	});

	return (request, response) => {
		const path = pathOf(request.url);
		for (const [name, value] of Object.entries(
			securityHeaders({ secure, path, prerendered: prerendered.has(path) })
		)) {
			if (value !== undefined) response.setHeader(name, value);
		}
		if (Number(request.headers['content-length'] ?? 0) > bodyLimit) {
			const message = `This is more than the ${bodyLimit} bytes that can be sent at once.`;
			// Whoever sends JSON is a script and reads JSON.
			if (request.headers['content-type']?.startsWith('application/json') === true)
				refuse(response, 413, JSON.stringify({ code: 'too-large', message }), 'application/json');
			else refuse(response, 413, message);
			return;
		}
		compress(request, response, () => {
			void answer(request, response);
		});
	};

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		try {
			await handler(request, response, () => {
				refuse(response, 404, 'There is nothing here.');
			});
		} catch (error) {
			report(`${request.method ?? ''} ${pathOf(request.url)} failed: ${String(error)}`);
			if (response.headersSent) response.destroy();
			else
				refuse(response, 500, 'Something went wrong on our side. Nothing that was saved is lost.');
		}
	}
}

/** The path alone: what follows the question mark may hold a learner's answers. */
function pathOf(url: string | undefined): string {
	const raw = (url ?? '/').split('?', 1)[0] ?? '/';
	try {
		return decodeURIComponent(raw);
	} catch {
		return raw;
	}
}

function refuse(
	response: ServerResponse,
	status: number,
	message: string,
	type = 'text/plain; charset=utf-8'
): void {
	response.writeHead(status, {
		'content-type': type,
		'cache-control': 'no-store',
		// The rest of a refused body is not worth reading.
		...(status === 413 ? { connection: 'close' } : {})
	});
	response.end(`${message}\n`);
}
