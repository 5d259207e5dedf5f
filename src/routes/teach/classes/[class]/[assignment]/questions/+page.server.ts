import { fail, redirect } from '@sveltejs/kit';
import { parseAction } from '$lib/server/results/decision';
import { readQuestionsToMark } from '$lib/server/results/questions';
import { previewRegrade, regrade } from '$lib/server/results/regrade';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	orTrouble(async () => ({
		...(await readQuestionsToMark(locals.db, locals.teacher, params.class, params.assignment)),
		done: url.searchParams.get('done')
	}));

const given = (form: FormData) => {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
	return { question: text('question'), choice: text('choice'), reason: text('reason') };
};

/** What the form decides; undefined where nothing is chosen. */
function decisionOf(
	{ class: classId, assignment: assignmentId }: { class: string; assignment: string },
	{ question: questionVersionId, choice }: ReturnType<typeof given>
) {
	const action = parseAction(choice);
	return action && { classId, assignmentId, questionVersionId, action };
}

export const actions: Actions = {
	preview: async ({ locals, params, request }) => {
		const filled = given(await request.formData());
		const decision = decisionOf(params, filled);
		if (!decision) return fail(400, { ...filled, missing: 'choice' as const, preview: null });
		const { db, teacher, now } = locals;
		const preview = await orTrouble(() => previewRegrade(db, teacher, decision, now));
		return { ...filled, missing: null, preview };
	},
	confirm: async ({ locals, params, request }) => {
		const filled = given(await request.formData());
		const decision = decisionOf(params, filled);
		if (!decision) return fail(400, { ...filled, missing: 'choice' as const, preview: null });
		const { db, teacher, now } = locals;
		if (filled.reason.trim() === '') {
			const preview = await orTrouble(() => previewRegrade(db, teacher, decision, now));
			return fail(400, { ...filled, missing: 'reason' as const, preview });
		}
		const changed = await orTrouble(() => regrade(db, teacher, decision, filled.reason, now));
		redirect(303, `?done=${String(changed)}#q-${filled.question}`);
	}
};
