import { selectPreview } from '$lib/server/assignments/preview';
import { orTrouble } from '$lib/server/trouble';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher }, params, url }) =>
	orTrouble(async () => ({
		preview: await selectPreview(db, teacher, params.assignment, url.searchParams)
	}));
