import { fail, redirect } from '@sveltejs/kit';
import { forms, parseForm, textOf } from '$lib/server/classes/forms';
import {
	classMembers,
	eraseLearner,
	learnerHoldings,
	removeLearner,
	renameLearner,
	requireMember,
	resetLearner
} from '$lib/server/classes/learners';
import { mergeLearners } from '$lib/server/classes/merge';
import { UNDO_DAYS } from '$lib/server/retention';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const whoOf = (params: RouteParams) => ({ classId: params.class, learnerId: params.learner });
const roll = (params: RouteParams, told: string) =>
	`/teach/classes/${params.class}?told=${told}&learner=${params.learner}`;

export const load: PageServerLoad = ({ locals: { db, teacher }, params, url }) =>
	orTrouble(async () => {
		const learner = await requireMember(db, teacher, params.class, params.learner);
		const { learners } = await classMembers(db, teacher, params.class);
		return {
			learner: {
				id: learner.id,
				name: learner.nickname,
				joinedAt: learner.joined_at,
				removed: learner.removed_at !== null
			},
			others: learners
				.filter(({ id }) => id !== learner.id)
				.map(({ id, nickname }) => ({ id, name: nickname })),
			holdings: await learnerHoldings(db, teacher, whoOf(params)),
			undoDays: UNDO_DAYS,
			origin: url.origin
		};
	});

/** What a form did, or why it did not. */
interface Told {
	part: 'rename' | 'reset' | 'merge' | 'erase';
	problem?: string;
	typed?: string;
	/** A return code, shown this once. */
	code?: string;
}
const tell = (told: Told): Told => told;

export const actions: Actions = {
	rename: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const data = await request.formData();
			const part = 'rename';
			const typed = textOf(data, 'name');
			const parsed = parseForm(forms.rename, data);
			const name = 'values' in parsed ? parsed.values.name : '';
			const problem = await renameLearner(db, teacher, { ...whoOf(params), name });
			return problem ? fail(400, tell({ part, problem, typed })) : tell({ part });
		}),

	reset: ({ locals: { db, teacher }, params }) =>
		orTrouble(async () =>
			tell({ part: 'reset', code: await resetLearner(db, teacher, whoOf(params)) })
		),

	merge: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.learner, await request.formData());
			const other = 'values' in parsed ? parsed.values.learner : '';
			if (other === '') return fail(400, tell({ part: 'merge', problem: 'empty' }));
			const { class: classId, learner: keep } = params;
			await mergeLearners(db, teacher, { classId, keep, merge: other });
			redirect(303, roll(params, 'merged'));
		}),

	remove: ({ locals: { db, teacher, now }, params }) =>
		orTrouble(async () => {
			await removeLearner(db, teacher, whoOf(params), now);
			redirect(303, roll(params, 'removed'));
		}),

	erase: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.sure, await request.formData());
			if ('fault' in parsed) return fail(400, tell({ part: 'erase', problem: 'unsure' }));
			await eraseLearner(db, teacher, whoOf(params));
			redirect(303, `/teach/classes/${params.class}?told=erased`);
		})
};
