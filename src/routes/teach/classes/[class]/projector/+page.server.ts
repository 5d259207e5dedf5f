import { projectorView } from '$lib/server/classes/entrance';
import { orTrouble } from '$lib/server/trouble';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher, now }, params, url }) =>
	orTrouble(() =>
		projectorView(db, teacher, params.class, {
			origin: url.origin,
			now,
			names: url.searchParams.has('names')
		})
	);
