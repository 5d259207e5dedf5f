import { fail, redirect } from '@sveltejs/kit';
import { requireTaughtClass } from '$lib/server/access';
import { showDay } from '$lib/server/classes/calendar';
import {
	archiveClass,
	changeClass,
	classHoldings,
	deleteClass,
	rotateCode
} from '$lib/server/classes/classes';
import { groupCode } from '$lib/server/classes/codes';
import { forms, parseForm, textOf } from '$lib/server/classes/forms';
import { addCoTeacher, classTeachers, handOver, removeTeacher } from '$lib/server/classes/teachers';
import { UNDO_DAYS } from '$lib/server/retention';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher }, params }) =>
	orTrouble(async () => {
		const group = await requireTaughtClass(db, teacher, params.class);
		const teachers = await classTeachers(db, teacher, group.id);
		return {
			settings: {
				name: group.name,
				ends: showDay(group.ends_at),
				by: group.join_by,
				code: groupCode(group.join_code)
			},
			teachers: teachers.map(({ teacher_id, role, name, email }) => ({
				id: teacher_id,
				role,
				name,
				email: email ?? '',
				me: teacher_id === teacher?.id
			})),
			holdings: await classHoldings(db, teacher, group.id),
			undoDays: UNDO_DAYS
		};
	});

/** What a part of the page is told; the others stay as they are. */
interface Told {
	part: 'basics' | 'code' | 'teachers' | 'archive' | 'delete';
	/** Which of its words say that it is done. */
	done?: 'saved' | 'rotated' | 'added' | 'removed' | 'handedOver' | 'archived' | 'unarchived';
	fault?: string;
	given?: { name: string; ends: string; by: string };
	email?: string;
}
const tell = (told: Told): Told => told;

export const actions: Actions = {
	basics: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const data = await request.formData();
			const parsed = parseForm(forms.settings, data);
			const part = 'basics';
			const given = {
				name: textOf(data, 'name'),
				ends: textOf(data, 'ends', 20),
				by: textOf(data, 'by', 20)
			};
			if ('fault' in parsed) return fail(400, tell({ part, fault: parsed.fault, given }));
			const { name, ends, by } = parsed.values;
			await changeClass(db, teacher, params.class, { name, ends_at: ends, join_by: by });
			return tell({ part, done: 'saved' });
		}),

	code: ({ locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			await rotateCode(db, teacher, params.class);
			return tell({ part: 'code', done: 'rotated' });
		}),

	add: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const data = await request.formData();
			const email = textOf(data, 'email', 300);
			const part = 'teachers';
			const fault = await addCoTeacher(db, teacher, params.class, email);
			if (fault) return fail(400, tell({ part, fault, email }));
			return tell({ part, done: 'added' });
		}),

	remove: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.teacher, await request.formData());
			const id = 'values' in parsed ? parsed.values.teacher : '';
			await removeTeacher(db, teacher, params.class, id);
			if (id === teacher?.id) redirect(303, '/teach/classes');
			return tell({ part: 'teachers', done: 'removed' });
		}),

	handover: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.teacher, await request.formData());
			const id = 'values' in parsed ? parsed.values.teacher : '';
			const fault = await handOver(db, teacher, params.class, id);
			const part = 'teachers';
			return fault ? fail(400, tell({ part, fault })) : tell({ part, done: 'handedOver' });
		}),

	archive: ({ locals: { db, teacher, now }, params }) =>
		orTrouble(async () => {
			await archiveClass(db, teacher, params.class, now);
			return tell({ part: 'archive', done: 'archived' });
		}),

	unarchive: ({ locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			await archiveClass(db, teacher, params.class, null);
			return tell({ part: 'archive', done: 'unarchived' });
		}),

	delete: ({ request, locals: { db, teacher, now }, params }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.sure, await request.formData());
			if ('fault' in parsed) return fail(400, tell({ part: 'delete', fault: 'unsure' }));
			await deleteClass(db, teacher, params.class, now);
			redirect(303, `/teach/classes?deleted=${params.class}`);
		})
};
