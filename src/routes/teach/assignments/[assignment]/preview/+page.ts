import { loadTold } from '$lib/ui/player/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
	...data,
	told: data.preview.step?.kind === 'explanation' ? await loadTold() : null
});
