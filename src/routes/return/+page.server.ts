import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { beginSession } from '$lib/server/accounts/sessions';
import { knockAgain } from '$lib/server/classes/knock';
import { orTrouble } from '$lib/server/trouble';
import { listAt, wayIn } from '$lib/taking/way';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { learner } }) => ({
	here: learner?.nickname ?? null
});

const code = v.optional(v.pipe(v.string(), v.maxLength(200)), '');
const Form = v.object({ classCode: code, returnCode: code });

export const actions: Actions = {
	default: (event) =>
		orTrouble(async () => {
			const { db, now } = event.locals;
			const form = v.safeParse(Form, Object.fromEntries(await event.request.formData()));
			const codes = form.success ? form.output : { classCode: '', returnCode: '' };
			const knocked = await knockAgain(
				db,
				codes,
				(trx, learner) => beginSession(trx, event, { learner }, now),
				{ address: event.getClientAddress(), now }
			);
			if ('found' in knocked) redirect(303, listAt(wayIn(event.url.searchParams)));
			const seconds = 'seconds' in knocked ? knocked.seconds : 0;
			return fail(seconds > 0 ? 429 : 404, { ...codes, seconds });
		})
};
