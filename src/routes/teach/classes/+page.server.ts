import { fail, redirect } from '@sveltejs/kit';
import { showDay } from '$lib/server/classes/calendar';
import { bringClassBack, createClass, deletedClasses } from '$lib/server/classes/classes';
import { forms, parseForm, textOf } from '$lib/server/classes/forms';
import { UNDO_DAYS, undoEnds } from '$lib/server/retention';
import { requireTeacher } from '$lib/server/access';
import { selectTaughtClasses } from '$lib/server/store/class';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher }, url }) =>
	orTrouble(async () => {
		const groups = await selectTaughtClasses(db, requireTeacher(teacher).id);
		const deleted = await deletedClasses(db, teacher);
		return {
			classes: groups.map(({ id, name, role, archived_at }) => ({
				id,
				name,
				shared: role === 'co-teacher',
				archived: archived_at !== null
			})),
			undoDays: UNDO_DAYS,
			deleted: deleted.map(({ id, name, deleted_at }) => ({
				id,
				name,
				until: showDay(undoEnds(deleted_at ?? 0))
			})),
			/** Which one was deleted just now. */
			told: deleted.find(({ id }) => id === url.searchParams.get('deleted'))?.name ?? null
		};
	});

export const actions: Actions = {
	make: ({ request, locals: { db, teacher, now } }) =>
		orTrouble(async () => {
			const data = await request.formData();
			const parsed = parseForm(forms.make, data);
			if ('fault' in parsed) return fail(400, { fault: parsed.fault, name: textOf(data, 'name') });
			const id = await createClass(db, teacher, parsed.values, now);
			redirect(303, `/teach/classes/${id}`);
		}),

	back: ({ request, locals: { db, teacher } }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.group, await request.formData());
			const id = 'values' in parsed ? parsed.values.class : '';
			await bringClassBack(db, teacher, id);
			redirect(303, `/teach/classes/${id}`);
		})
};
