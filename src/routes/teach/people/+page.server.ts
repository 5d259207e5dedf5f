import { fail } from '@sveltejs/kit';
import { closeAccount, openAccountAgain, previewClosing } from '$lib/server/accounts/closing';
import { forms, parseForm } from '$lib/server/accounts/forms';
import {
	changeRole,
	invite,
	listPeople,
	offerReset,
	withdrawInvitation
} from '$lib/server/accounts/people';
import { UNDO_DAYS } from '$lib/server/retention';
import { orTrouble } from '$lib/server/trouble';
import { Trouble } from '$lib/study/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher, now } }) =>
	orTrouble(async () => ({
		...(await listPeople(db, teacher, now)),
		me: teacher?.id,
		undoDays: UNDO_DAYS
	}));

/** These forms hold nothing that a person typed: one that does not fit was not made by the page. */
async function parseOrRefuse<T>(
	schema: Parameters<typeof parseForm<T>>[0],
	request: Request
): Promise<T> {
	const parsed = parseForm(schema, await request.formData());
	if ('faults' in parsed) throw new Trouble('mangled-form');
	return parsed.values;
}

export const actions: Actions = {
	invite: ({ locals: { db, teacher, now }, request, url }) =>
		orTrouble(async () => {
			const { role } = await parseOrRefuse(forms.invite, request);
			const path = await invite(db, teacher, role, now);
			return { made: { link: url.origin + path } };
		}),

	reset: ({ locals: { db, teacher, now }, request, url }) =>
		orTrouble(async () => {
			const asked = await parseOrRefuse(forms.teacher, request);
			const { path, name } = await offerReset(db, teacher, asked.teacher, now);
			return { made: { link: url.origin + path, for: name } };
		}),

	role: ({ locals: { db, teacher }, request }) =>
		orTrouble(async () => {
			const asked = await parseOrRefuse(forms.role, request);
			const { fault } = await changeRole(db, teacher, asked.teacher, asked.role);
			return fault ? fail(409, { last: true }) : { told: 'roleChanged' as const };
		}),

	ask: ({ locals: { db, teacher }, request }) =>
		orTrouble(async () => {
			const asked = await parseOrRefuse(forms.teacher, request);
			return { closing: await previewClosing(db, teacher, asked.teacher) };
		}),

	close: ({ locals: { db, teacher, now }, request }) =>
		orTrouble(async () => {
			const { teacher: teacherId, heir } = await parseOrRefuse(forms.close, request);
			const heirId = heir === 'nobody' ? null : heir;
			const { fault } = await closeAccount(db, teacher, { teacherId, heirId }, now);
			// A class was made since it was asked.
			if (fault) return fail(409, { closing: await previewClosing(db, teacher, teacherId) });
			return { told: 'closed' as const };
		}),

	open: ({ locals: { db, teacher }, request }) =>
		orTrouble(async () => {
			const asked = await parseOrRefuse(forms.teacher, request);
			await openAccountAgain(db, teacher, asked.teacher);
			return { told: 'opened' as const };
		}),

	withdraw: ({ locals: { db, teacher }, request }) =>
		orTrouble(async () => {
			const { invitation } = await parseOrRefuse(forms.invitation, request);
			await withdrawInvitation(db, teacher, invitation);
			return { told: 'withdrawn' as const };
		})
};
