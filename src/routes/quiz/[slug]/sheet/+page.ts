import { ask } from '$lib/study/engine';
import { orError } from '$lib/ui/player/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({
	sheet: await orError(ask(fetch, 'sheet', params.slug, url.searchParams))
});
