import { fail } from '@sveltejs/kit';
import { fillFromForm } from '$lib/server/results/fill';
import { readGradebook } from '$lib/server/results/gradebook';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orTrouble(async () => ({
		classId: params.class,
		book: await readGradebook(locals.db, locals.teacher, params.class, locals.now)
	}));

export const actions: Actions = {
	fill: async ({ locals, params, request }) => {
		const form = await request.formData();
		const result = await orTrouble(() =>
			fillFromForm(locals.db, locals.teacher, params.class, form, locals.now)
		);
		return 'fault' in result ? fail(400, { fill: result }) : { fill: result };
	}
};
