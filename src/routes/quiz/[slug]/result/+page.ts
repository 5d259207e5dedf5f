import { loadView } from '$lib/ui/player/load';
import type { PageLoad } from './$types';

export const load: PageLoad = (event) => loadView(event, 'result', event.params.slug);
