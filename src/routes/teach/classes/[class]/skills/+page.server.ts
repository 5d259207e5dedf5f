import { readClassSkills } from '$lib/server/results/skills';
import { orTrouble } from '$lib/server/trouble';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orTrouble(() => readClassSkills(locals.db, locals.teacher, params.class, locals.now));
