// Answers an endpoint that scripts ask: what was asked for, or a typed error.

import { Trouble } from '../../study/trouble.ts';
import { orTryLater, RETRY_AFTER } from '../store/unavailable.ts';

const headers = { 'cache-control': 'private, no-store' };

/** `{ code, message }` with the status of the trouble; nothing is kept by caches. */
export const answerJson = (run: () => Promise<unknown>): Promise<Response> =>
	answer(async () => Response.json(await run(), { headers }));

/** The same for bytes that only their sender and their reader understand. */
export const answerBytes = (run: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Response> =>
	answer(
		async () =>
			new Response(await run(), {
				headers: { ...headers, 'content-type': 'application/octet-stream' }
			})
	);

async function answer(run: () => Promise<Response>): Promise<Response> {
	try {
		return await orTryLater(run);
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		const { code, message, status } = error;
		return Response.json(
			{ code, message },
			{ status, headers: status === 503 ? { ...headers, 'retry-after': RETRY_AFTER } : headers }
		);
	}
}
