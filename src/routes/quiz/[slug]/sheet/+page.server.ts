import { selectPack } from '$lib/server/library';
import { orTrouble } from '$lib/server/trouble';
import { sheetFrom } from '$lib/study/sheet';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) =>
	orTrouble(() => ({ sheet: sheetFrom(selectPack(params.slug), url.searchParams) }));
