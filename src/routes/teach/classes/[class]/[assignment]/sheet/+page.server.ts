import { readTeacherSheet } from '$lib/server/results/sheet';
import { orTrouble } from '$lib/server/trouble';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orTrouble(async () => ({
		sheet: await readTeacherSheet(locals.db, locals.teacher, params.class, params.assignment)
	}));
