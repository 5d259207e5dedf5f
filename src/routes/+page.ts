import { askLibrary } from '$lib/study/engine';
import { orError } from '$lib/ui/player/load';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => orError(askLibrary(fetch));
