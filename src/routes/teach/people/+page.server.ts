import { fail } from '@sveltejs/kit';
import { forms, parseForm } from '$lib/server/accounts/forms';
import {
	changeRole,
	invite,
	listPeople,
	offerReset,
	withdrawInvitation
} from '$lib/server/accounts/people';
import { orTrouble } from '$lib/server/trouble';
import { Trouble } from '$lib/study/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher, now } }) =>
	orTrouble(async () => ({ ...(await listPeople(db, teacher, now)), me: teacher?.id }));

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

	withdraw: ({ locals: { db, teacher }, request }) =>
		orTrouble(async () => {
			const { invitation } = await parseOrRefuse(forms.invitation, request);
			await withdrawInvitation(db, teacher, invitation);
			return { told: 'withdrawn' as const };
		})
};
