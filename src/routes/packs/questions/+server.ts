import { json } from '@sveltejs/kit';
import { catalogue } from '$lib/server/library';
import type { RequestHandler } from './$types';

/** What could be asked of every article, without its keys: for a browser that chooses by itself. */
export const GET: RequestHandler = () =>
	json(catalogue(), { headers: { 'cache-control': 'no-cache' } });
