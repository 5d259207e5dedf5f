import { selectHome } from '$lib/server/home';
import { orTrouble } from '$lib/server/trouble';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher, now } }) =>
	orTrouble(() => selectHome(db, teacher, now));
