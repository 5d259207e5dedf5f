import { ask } from '$lib/study/engine';
import { orError } from '$lib/ui/player/load';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, params, url }) =>
	orError(ask(fetch, 'xray', params.slug, url.searchParams));
