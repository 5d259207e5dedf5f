import { ask } from '$lib/study/engine';
import { orError } from '$lib/ui/player/load';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, params }) =>
	orError(ask(fetch, 'read', params.slug, new URLSearchParams()));
