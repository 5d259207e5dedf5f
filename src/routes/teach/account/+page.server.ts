import { fail, redirect } from '@sveltejs/kit';
import { requireTeacher } from '$lib/server/access';
import {
	changeName,
	changePassword,
	deleteAccount,
	previewLeaving,
	signOutEverywhere
} from '$lib/server/accounts/account';
import { forms, parseForm, textOf, type FieldFault } from '$lib/server/accounts/forms';
import { endSession, ownSessionHash } from '$lib/server/accounts/sessions';
import type { Refused } from '$lib/server/accounts/sign-in';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher } }) =>
	orTrouble(async () => {
		const { name, email, role } = requireTeacher(teacher);
		return { name, email, role, leaving: await previewLeaving(db, teacher) };
	});

type Part = 'name' | 'password' | 'everywhere' | 'remove';

/** What a part of the page is told; the others stay as they are. */
interface Told {
	part: Part;
	saved?: boolean;
	given?: string;
	faults?: Record<string, FieldFault>;
	seconds?: number;
	notYet?: boolean;
}
const tell = (told: Told): Told => told;

const refused = (part: Part, field: string, why: Refused) =>
	why.fault === 'wait'
		? fail(429, tell({ part, seconds: why.seconds }))
		: fail(400, tell({ part, faults: { [field]: 'password-wrong' } }));

export const actions: Actions = {
	name: (event) =>
		orTrouble(async () => {
			const { db, teacher } = event.locals;
			const data = await event.request.formData();
			const parsed = parseForm(forms.name, data);
			const part = 'name';
			if ('faults' in parsed)
				return fail(400, tell({ part, given: textOf(data, 'name'), faults: parsed.faults }));
			await changeName(db, teacher, parsed.values.name);
			return tell({ part, saved: true, given: parsed.values.name });
		}),

	password: (event) =>
		orTrouble(async () => {
			const { db, teacher, now } = event.locals;
			const parsed = parseForm(forms.password, await event.request.formData());
			const part = 'password';
			if ('faults' in parsed) return fail(400, tell({ part, faults: parsed.faults }));
			const address = event.getClientAddress();
			const keep = ownSessionHash(event, 'teacher');
			const changed = await changePassword(db, teacher, { ...parsed.values, address, keep }, now);
			if (changed.fault) return refused(part, 'current', changed);
			return tell({ part, saved: true });
		}),

	everywhere: (event) =>
		orTrouble(async () => {
			const { db, teacher } = event.locals;
			await signOutEverywhere(db, teacher);
			await endSession(db, event, 'teacher');
			redirect(303, '/teach/sign-in');
		}),

	remove: (event) =>
		orTrouble(async () => {
			const { db, teacher, now } = event.locals;
			const parsed = parseForm(forms.remove, await event.request.formData());
			const part = 'remove';
			if ('faults' in parsed) return fail(400, tell({ part, faults: parsed.faults }));
			const asked = { password: parsed.values.confirm, address: event.getClientAddress() };
			const removed = await deleteAccount(db, teacher, asked, now);
			if (removed.fault === 'not-yet') return fail(409, tell({ part, notYet: true }));
			if (removed.fault) return refused(part, 'confirm', removed);
			await endSession(db, event, 'teacher');
			redirect(303, '/');
		})
};
