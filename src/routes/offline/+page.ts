import { askLibrary } from '$lib/study/engine';
import type { PageLoad } from './$types';

/** This page is for when something cannot be had, so it makes do without. */
export const load: PageLoad = async ({ fetch }) => ({
	articles: (await askLibrary(fetch).catch(() => null))?.articles ?? []
});
