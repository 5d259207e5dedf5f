import { fail, redirect } from '@sveltejs/kit';
import { forms, parseForm } from '$lib/server/accounts/forms';
import { readLink, resetPassword } from '$lib/server/accounts/links';
import { beginSession } from '$lib/server/accounts/sessions';
import { forgiveAccount } from '$lib/server/accounts/sign-in';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, now }, params: { token }, setHeaders }) =>
	orTrouble(async () => {
		setHeaders({ 'cache-control': 'no-store' });
		const link = await readLink(db, token, 'reset', now);
		return { email: link.purpose === 'reset' ? link.teacher.email : '' };
	});

export const actions: Actions = {
	default: (event) =>
		orTrouble(async () => {
			const { db, now } = event.locals;
			const parsed = parseForm(forms.reset, await event.request.formData());
			if ('faults' in parsed) return fail(400, { faults: parsed.faults });
			const { token } = event.params;
			const teacher = await resetPassword(db, token, parsed.values.password, now);
			forgiveAccount(teacher.email);
			await beginSession(db, event, { teacher: teacher.id }, now);
			redirect(303, '/teach');
		})
};
