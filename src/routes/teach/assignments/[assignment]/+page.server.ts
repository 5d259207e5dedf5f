import { fail, redirect } from '@sveltejs/kit';
import { requireTaughtAssignment, requireTeacher } from '$lib/server/access';
import { excuse, grant } from '$lib/server/assignments/accommodations';
import { duplicateAssignment, type Refused } from '$lib/server/assignments/assign';
import {
	addClass,
	archiveAssignment,
	changeDates,
	changeTerms,
	deleteAssignment,
	removeClass,
	type Changed
} from '$lib/server/assignments/change';
import {
	givenFrom,
	readDates,
	readGrantForm,
	readTerms,
	textOf
} from '$lib/server/assignments/form';
import { selectAssignmentView, selectOwnDue } from '$lib/server/assignments/views';
import { tellChange } from '$lib/server/live/bus';
import { UNDO_DAYS } from '$lib/server/retention';
import { orTrouble } from '$lib/server/trouble';
import { serverZone } from '$lib/server/zone';
import { assignment as words, type Done } from '$lib/ui/assign/words';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher, now }, params, url }) =>
	orTrouble(async () => {
		const done = url.searchParams.get('done');
		return {
			view: await selectAssignmentView(db, teacher, params.assignment, now),
			done: done !== null && done in words.done ? (done as Done) : null,
			learner: url.searchParams.get('learner'),
			origin: url.origin,
			zone: serverZone(),
			undoDays: UNDO_DAYS
		};
	});

/** Runs what a form asks for; what was refused goes back to the page with all that was typed. */
async function change(
	{ request, params }: RequestEvent,
	done: Done,
	run: (form: FormData) => Promise<Changed | Refused>
) {
	const form = await request.formData();
	const result = await orTrouble(() => run(form));
	if ('problems' in result) return fail(400, { ...result, given: givenFrom(form) });
	// Whoever watches a class at work sees it at once.
	for (const id of new Set([params.assignment, ...result.moved.map((one) => one.assignment_id)]))
		tellChange(id);
	redirect(303, `/teach/assignments/${params.assignment}?done=${done}`);
}

const nothingMoved = { moved: [] };

export const actions: Actions = {
	terms: (event) =>
		change(event, 'saved', async (form) => {
			const { db, teacher, now } = event.locals;
			const { terms, problems } = readTerms(form);
			requireTeacher(teacher);
			if (problems.length > 0) return { problems };
			return changeTerms(db, teacher, event.params.assignment, terms, now);
		}),
	dates: (event) =>
		change(event, 'saved', async (form) => {
			const { db, teacher, now } = event.locals;
			const { assignment } = event.params;
			const classId = textOf(form, 'class');
			const at = await requireTaughtAssignment(db, teacher, classId, assignment);
			const was = { opensAt: at.dates.opens_at, dueAt: at.dates.due_at };
			const { dates, problems } = readDates(form, classId, now, was);
			if (problems.length > 0) return { problems };
			return changeDates(db, teacher, assignment, dates, form.has('reopen'));
		}),
	add: (event) =>
		change(event, 'saved', async (form) => {
			const { db, teacher, now } = event.locals;
			requireTeacher(teacher);
			const { dates, problems } = readDates(form, 'new', now);
			if (problems.length > 0) return { problems };
			const classId = textOf(form, 'class');
			const result = await addClass(db, teacher, event.params.assignment, { ...dates, classId });
			// The fields of a class that is not there yet are not named after it.
			return 'problems' in result
				? {
						problems: result.problems.map(({ field, code }) => ({
							field: field.replace(`-${classId}`, '-new'),
							code
						}))
					}
				: result;
		}),
	remove: (event) =>
		change(event, 'saved', (form) => {
			const { db, teacher } = event.locals;
			return removeClass(db, teacher, event.params.assignment, textOf(form, 'class'));
		}),
	grant: (event) =>
		change(event, 'saved', async (form) => {
			const { db, teacher, now } = event.locals;
			const { assignment } = event.params;
			const whom = {
				classId: textOf(form, 'class'),
				learnerId: textOf(form, 'learner'),
				assignmentId: assignment
			};
			const scope = textOf(form, 'scope') === 'all' ? 'all' : 'this';
			const was = await selectOwnDue(db, teacher, whom, scope);
			const { problems, grant: granted } = readGrantForm(form, scope, was);
			if (problems.length > 0) return { problems };
			const assignmentId = scope === 'this' ? assignment : null;
			return { moved: await grant(db, teacher, { ...whom, assignmentId }, granted, now) };
		}),
	excuse: (event) =>
		change(event, 'saved', async (form) => {
			const { db, teacher, now } = event.locals;
			const whom = {
				classId: textOf(form, 'class'),
				learnerId: textOf(form, 'learner'),
				assignmentId: event.params.assignment
			};
			await excuse(db, teacher, whom, textOf(form, 'excused') === 'yes', now);
			return nothingMoved;
		}),
	duplicate: async ({ locals: { db, teacher, now }, params }) => {
		const id = await orTrouble(() =>
			duplicateAssignment(db, teacher, params.assignment, words.copyOf, now)
		);
		redirect(303, `/teach/assignments/${id}?done=copied`);
	},
	archive: (event) =>
		change(event, 'archived', async () => {
			const { db, teacher, now } = event.locals;
			await archiveAssignment(db, teacher, event.params.assignment, now);
			return nothingMoved;
		}),
	unarchive: (event) =>
		change(event, 'unarchived', async () => {
			const { db, teacher } = event.locals;
			await archiveAssignment(db, teacher, event.params.assignment, null);
			return nothingMoved;
		}),
	delete: (event) =>
		change(event, 'saved', async () => {
			const { db, teacher, now } = event.locals;
			await deleteAssignment(db, teacher, event.params.assignment, now);
			return nothingMoved;
		}),
	undo: (event) =>
		change(event, 'restored', async () => {
			const { db, teacher } = event.locals;
			await deleteAssignment(db, teacher, event.params.assignment, null);
			return nothingMoved;
		})
};
