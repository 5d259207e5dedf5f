import { excuse } from '$lib/server/assignments/accommodations';
import { readAssignmentResults } from '$lib/server/results/assignment';
import { giveMakeUp } from '$lib/server/results/make-up';
import { orTrouble } from '$lib/server/trouble';
import { Trouble } from '$lib/study/trouble';
import * as v from 'valibot';
import type { Actions, PageServerLoad } from './$types';

/** One that is no id is nobody's. */
const Learner = v.fallback(v.pipe(v.string(), v.maxLength(60)), '');

export const load: PageServerLoad = ({ locals, params }) =>
	orTrouble(async () => ({
		base: `/teach/classes/${params.class}/${params.assignment}`,
		results: await readAssignmentResults(
			locals.db,
			locals.teacher,
			params.class,
			params.assignment,
			locals.now
		)
	}));

/** @throws Trouble `mangled-form` */
function whomOf(params: { class: string; assignment: string }, form: FormData) {
	const learner = v.safeParse(Learner, form.get('learner'));
	if (!learner.success) throw new Trouble('mangled-form');
	return {
		classId: params.class,
		assignmentId: params.assignment,
		learnerId: learner.output
	};
}

export const actions: Actions = {
	makeUp: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		const { db, teacher, now } = locals;
		return orTrouble(async () => {
			const whom = whomOf(params, form);
			const { dueAt, path } = await giveMakeUp(db, teacher, whom, now);
			return { learner: whom.learnerId, makeUp: { dueAt, link: url.origin + path } };
		});
	},
	excuse: async ({ locals, params, request }) => {
		const form = await request.formData();
		const excused = form.get('excused') === 'yes';
		const { db, teacher, now } = locals;
		return orTrouble(async () => {
			const whom = whomOf(params, form);
			await excuse(db, teacher, whom, excused, now);
			return { learner: whom.learnerId, excused };
		});
	}
};
