// Answers a JSON endpoint: what was asked for, or a typed error.

import { Trouble } from '../../study/trouble.ts';
import { orTryLater, RETRY_AFTER } from '../store/unavailable.ts';

/** `{ code, message }` with the status of the trouble; nothing is kept by caches. */
export async function answerJson(run: () => Promise<unknown>): Promise<Response> {
	const headers = { 'cache-control': 'private, no-store' };
	try {
		return Response.json(await orTryLater(run), { headers });
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		const { code, message, status } = error;
		return Response.json(
			{ code, message },
			{ status, headers: status === 503 ? { ...headers, 'retry-after': RETRY_AFTER } : headers }
		);
	}
}
