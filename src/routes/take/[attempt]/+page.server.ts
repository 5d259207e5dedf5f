import { fail, redirect } from '@sveltejs/kit';
import {
	answerByForm,
	disputeByForm,
	firstOpen,
	stepForForms,
	submitByForm,
	type After
} from '$lib/server/attempts/by-form';
import { sheetOf } from '$lib/server/attempts/sheet';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	orTrouble(async () => {
		const sheet = await sheetOf(locals.db, locals.learner, params.attempt, locals.now);
		if (sheet.state.state === 'submitted') redirect(303, `/take/${params.attempt}/result`);
		const n = Number(url.searchParams.get('n') ?? firstOpen(sheet));
		const view = stepForForms(sheet, n);
		return { sheet, view, n: 'n' in view ? view.n : sheet.questions.length + 1 };
	});

function goOn(attempt: string, after: After) {
	if (after.to === 'form') return fail(after.status, { view: after.view, n: after.n });
	const path = `/take/${attempt}`;
	redirect(303, after.to === 'result' ? `${path}/result` : `${path}?n=${after.n}`);
}

const answer: Actions[string] = ({ locals, params, request }) =>
	orTrouble(async () => {
		const { db, learner, now } = locals;
		const form = await request.formData();
		return goOn(params.attempt, await answerByForm(db, learner, params.attempt, form, now));
	});

export const actions: Actions = {
	answer,

	submit: ({ locals, params }) =>
		orTrouble(async () => {
			const { db, learner, now } = locals;
			const isIn = await submitByForm(db, learner, params.attempt, now);
			redirect(303, isIn ? `/take/${params.attempt}/result` : `/take/${params.attempt}?n=1000`);
		}),

	dispute: ({ locals, params, request }) =>
		orTrouble(async () => {
			const { db, learner, now } = locals;
			const form = await request.formData();
			const isSent = await disputeByForm(db, learner, params.attempt, form, now);
			if (!isSent) return fail(400, { disputed: false });
			const n = Number(form.get('n'));
			const path = `/take/${params.attempt}`;
			redirect(
				303,
				form.has('from-result') ? `${path}/result?doubt=${n}#q${n}` : `${path}?n=${n}&doubt=${n}`
			);
		})
};
