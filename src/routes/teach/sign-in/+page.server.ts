import { fail, redirect } from '@sveltejs/kit';
import { forms, parseForm, textOf } from '$lib/server/accounts/forms';
import { beginSession } from '$lib/server/accounts/sessions';
import { checkPassword } from '$lib/server/accounts/sign-in';
import { safePath } from '$lib/server/accounts/way-back';
import { countTeachers } from '$lib/server/store/teacher';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher }, url }) =>
	orTrouble(async () => {
		if (teacher) redirect(303, safePath(url.searchParams.get('to')));
		return { nobody: (await countTeachers(db)) === 0 };
	});

export const actions: Actions = {
	default: (event) =>
		orTrouble(async () => {
			const { db, now } = event.locals;
			const data = await event.request.formData();
			const email = textOf(data, 'email');
			const parsed = parseForm(forms.signIn, data);
			if ('faults' in parsed) return fail(400, { email, faults: parsed.faults });
			const tried = { ...parsed.values, address: event.getClientAddress() };
			const checked = await checkPassword(db, tried, now);
			if ('fault' in checked)
				return checked.fault === 'wait'
					? fail(429, { email, seconds: checked.seconds })
					: fail(400, { email, wrong: true });
			await beginSession(db, event, { teacher: checked.teacher }, now);
			redirect(303, safePath(event.url.searchParams.get('to')));
		})
};
