// Reads the body of a request, no more of it than is allowed.

import { Trouble } from '../../study/trouble.ts';

/**
 * Reads to the end what is too long as well, as far as the server's own limit allows: a connection whose
 * body stays unread cannot be used again.
 *
 * @param limit bytes
 * @throws Trouble `too-large`, `mangled-sending`
 */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
	const { body } = request;
	if (!body) throw new Trouble('mangled-sending');
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
			size += part.length;
			if (size <= limit) parts.push(part);
		}
	} catch (error) {
		// The server's own limit; or the connection broke off.
		const isLimit = error instanceof Error && 'status' in error && error.status === 413;
		throw new Trouble(isLimit ? 'too-large' : 'mangled-sending');
	}
	if (size > limit) throw new Trouble('too-large');
	return Buffer.concat(parts);
}

/** The same for JSON. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
	const bytes = await readBytes(request, limit);
	try {
		return JSON.parse(bytes.toString('utf8'));
	} catch {
		throw new Trouble('mangled-sending');
	}
}
