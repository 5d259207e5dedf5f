import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/study/engine';
import { orError } from '$lib/ui/player/load';
import { newSeed } from '$lib/ui/player/seed';
import type { PageLoad } from './$types';

/** Draws a quiz and sends the reader to its address, which can be shared. */
export const load: PageLoad = async ({ fetch, params: { slug }, url }) => {
	const wish = new URLSearchParams(url.searchParams);
	wish.set('s', newSeed());
	const { quiz } = await orError(ask(fetch, 'ticket', slug, wish));
	redirect(303, `/quiz/${encodeURIComponent(slug)}?${quiz}`);
};
