import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { endSession } from '$lib/server/accounts/sessions';
import { listFor } from '$lib/server/attempts/list';
import { startAttempt } from '$lib/server/attempts/start';
import { orTryLater } from '$lib/server/store/unavailable';
import { orTrouble } from '$lib/server/trouble';
import { Trouble } from '$lib/study/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orTrouble(() => listFor(locals.db, locals.learner, locals.now));

const id = v.pipe(v.string(), v.maxLength(100));
const Start = v.object({ assignment: id, partner: v.optional(id, '') });

export const actions: Actions = {
	start: ({ locals, request }) =>
		orTrouble(async () => {
			const { db, learner, now } = locals;
			const form = v.safeParse(Start, Object.fromEntries(await request.formData()));
			if (!form.success) throw new Trouble('mangled-sending');
			const { assignment, partner } = form.output;
			const partnerId = partner === '' ? null : partner;
			try {
				const attempt = await orTryLater(() =>
					startAttempt(db, learner, assignment, { partnerId }, now)
				);
				redirect(303, `/take/${attempt.id}`);
			} catch (error) {
				// Who is signed in and whose it is decides the page; all else is said in the list.
				if (!(error instanceof Trouble) || error.status === 401 || error.status === 404)
					throw error;
				return fail(error.status, { assignment, partner, code: error.code });
			}
		}),

	leave: ({ locals, cookies, url }) =>
		orTrouble(async () => {
			await endSession(locals.db, { cookies, url }, 'learner');
			redirect(303, '/join');
		})
};
