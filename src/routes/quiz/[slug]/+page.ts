import { loadTold, loadView } from '$lib/ui/player/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
	const { view } = await loadView(event, 'step', event.params.slug);
	return { view, told: view.kind === 'question' ? null : await loadTold() };
};
