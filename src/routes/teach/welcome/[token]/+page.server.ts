import { fail, redirect } from '@sveltejs/kit';
import { forms, parseForm, textOf } from '$lib/server/accounts/forms';
import { acceptLink, readLink } from '$lib/server/accounts/links';
import { beginSession } from '$lib/server/accounts/sessions';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, now }, params: { token }, setHeaders }) =>
	orTrouble(async () => {
		setHeaders({ 'cache-control': 'no-store' });
		const link = await readLink(db, token, 'welcome', now);
		return { link };
	});

export const actions: Actions = {
	default: (event) =>
		orTrouble(async () => {
			const { db, now } = event.locals;
			const data = await event.request.formData();
			const given = { name: textOf(data, 'name'), email: textOf(data, 'email') };
			const parsed = parseForm(forms.welcome, data);
			if ('faults' in parsed) return fail(400, { given, faults: parsed.faults });
			const made = await acceptLink(db, event.params.token, parsed.values, now);
			if ('fault' in made) return fail(409, { given, faults: { email: made.fault } });
			await beginSession(db, event, { teacher: made.teacher }, now);
			redirect(303, '/teach');
		})
};
