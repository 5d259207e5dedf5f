import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Who is signed in on this device: `/take` shows nobody else's attempts. */
export const GET: RequestHandler = ({ locals }) =>
	json(
		{ learner: locals.learner?.id ?? null },
		{ headers: { 'cache-control': 'private, no-store' } }
	);
