// Changes an assignment while it is there: its terms, its classes and their dates; puts it away,
// deletes it and brings it back. What is asked never changes once somebody has begun.

import {
	problemsOfDates,
	problemsOfTerms,
	type ClassDates,
	type Problem,
	type Terms
} from '../../taking/terms.ts';
import { Trouble } from '../../study/trouble.ts';
import { requireAssignment, requireTaughtAssignment, requireTeacher } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { openClosed } from '../attempts/steer.ts';
import {
	deleteAssignmentClass,
	holdClassDates,
	insertAssignmentClass,
	lockStarts,
	selectAssignmentClasses,
	selectOptionalAssignmentEvenDeleted,
	selectOptionalClassAssignment,
	updateAssignment,
	updateAssignmentClass,
	type AssignmentRow
} from '../store/assignment.ts';
import { isBegun, type OpenAttempt } from '../store/attempt.ts';
import { selectOptionalTaughtClass } from '../store/class.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import { selectQuizVersion } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';
import { classRow, problemsOfClasses, type Refused } from './assign.ts';
import { makeQuizVersion } from './quiz.ts';
import { recomputeDeadlines } from './recompute.ts';

/** It is stored; these attempts end at another time now. */
export interface Changed {
	moved: OpenAttempt[];
}

/**
 * An assignment that the teacher may change as a whole: who made it, and who teaches every class that
 * has it.
 * @param deleted whether it may be one that was deleted
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function requireWholeAssignment(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	deleted = false
): Promise<AssignmentRow> {
	const { id } = requireTeacher(teacher);
	const row = await selectOptionalAssignmentEvenDeleted(db, assignmentId);
	if (!row || (row.deleted_at !== null && !deleted)) throw new Trouble('not-yours');
	if (row.teacher_id === id) return row;
	const classes = await selectAssignmentClasses(db, assignmentId);
	for (const { class_id } of classes)
		if (!(await selectOptionalTaughtClass(db, class_id, id))) throw new Trouble('not-yours');
	if (classes.length === 0) throw new Trouble('not-yours');
	return row;
}

/**
 * Changes title, time limit, attempts and policy, for attempts that are going on too. The order of the
 * questions can change as long as nobody has begun.
 * @throws Trouble `not-yours`
 */
export async function changeTerms(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	terms: Terms,
	now: number
): Promise<Changed | Refused> {
	const row = await requireWholeAssignment(db, teacher, assignmentId);
	const { title, timeLimitMs, attemptsAllowed, policy } = terms;
	const reordered = policy.order !== row.policy.order;
	return inTransaction(db, async (trx) => {
		const problems: Problem[] = problemsOfTerms(terms);
		if (reordered) await lockStarts(trx, assignmentId);
		if (reordered && (await isBegun(trx, assignmentId)))
			problems.push({ field: 'order', code: 'order-fixed' });
		if (problems.length > 0) return { problems };
		await updateAssignment(trx, assignmentId, {
			title: title.trim(),
			time_limit_ms: timeLimitMs,
			attempts_allowed: attemptsAllowed,
			policy,
			...(reordered && { quiz_version_id: await remake(trx, row, terms, now) })
		});
		return { moved: await recomputeDeadlines(trx, assignmentId) };
	});
}

/** What is asked, drawn again for another order: a variant each draws from more questions. */
async function remake(db: Db, row: AssignmentRow, terms: Terms, now: number): Promise<string> {
	const quiz = await selectQuizVersion(db, row.quiz_version_id);
	const { draw, seed } = quiz.blueprint;
	if (draw === 'picked') return quiz.id;
	const { pack } = await selectPackVersionById(db, quiz.pack_version_id);
	return makeQuizVersion(db, pack, { draw }, { order: terms.policy.order, seed, now });
}

/**
 * Changes when it runs in a class.
 * @param reopen opens it again if the teacher had closed it, and the attempts that this ended
 * @throws Trouble `not-yours`
 */
export async function changeDates(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	dates: ClassDates,
	reopen = false
): Promise<Changed | Refused> {
	const { classId, opensAt, dueAt } = dates;
	await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const problems = problemsOfDates(dates);
	if (problems.length > 0) return { problems };
	return inTransaction(db, async (trx) => {
		const { closed_at } = await holdClassDates(trx, assignmentId, classId);
		if (reopen && closed_at !== null) await openClosed(trx, { assignmentId, classId }, closed_at);
		await updateAssignmentClass(trx, assignmentId, classId, {
			opens_at: opensAt,
			due_at: dueAt,
			...(reopen && { closed_at: null })
		});
		return { moved: await recomputeDeadlines(trx, assignmentId, classId) };
	});
}

/**
 * Gives the assignment to one more class.
 * @throws Trouble `not-yours`
 */
export async function addClass(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	dates: ClassDates
): Promise<Changed | Refused> {
	await requireAssignment(db, teacher, assignmentId);
	const problems = await problemsOfClasses(db, teacher, [dates]);
	if (await selectOptionalClassAssignment(db, assignmentId, dates.classId))
		problems.push({ field: 'class', code: 'class-has-it' });
	if (problems.length > 0) return { problems };
	return (await insertAssignmentClass(db, classRow(assignmentId, dates)))
		? { moved: [] }
		: { problems: [{ field: 'class', code: 'class-has-it' }] };
}

/**
 * Takes the assignment from a class in which nobody has begun.
 * @throws Trouble `not-yours`
 */
export async function removeClass(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	classId: string
): Promise<Changed | Refused> {
	await requireTaughtAssignment(db, teacher, classId, assignmentId);
	return inTransaction(db, async (trx) => {
		await lockStarts(trx, assignmentId, classId);
		if (await isBegun(trx, assignmentId, classId))
			return { problems: [{ field: `remove-${classId}`, code: 'class-has-attempts' as const }] };
		await deleteAssignmentClass(trx, assignmentId, classId);
		return { moved: [] };
	});
}

/**
 * Puts it away, or back among what runs.
 * @param at null: back
 * @throws Trouble `not-yours`
 */
export async function archiveAssignment(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	at: number | null
): Promise<void> {
	await requireWholeAssignment(db, teacher, assignmentId);
	await updateAssignment(db, assignmentId, { archived_at: at });
}

/**
 * Deletes it for everybody, with its answers and marks, or brings all of it back as it was.
 * @param at null: back
 * @throws Trouble `not-yours`
 */
export async function deleteAssignment(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	at: number | null
): Promise<void> {
	await requireWholeAssignment(db, teacher, assignmentId, true);
	await updateAssignment(db, assignmentId, { deleted_at: at });
}
