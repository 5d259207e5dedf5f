import { json } from '@sveltejs/kit';
import { library } from '$lib/server/library';
import type { RequestHandler } from './$types';

/** What the library holds: for the first page, and for a browser that keeps packs. */
export const GET: RequestHandler = () =>
	json(library(), { headers: { 'cache-control': 'no-cache' } });
