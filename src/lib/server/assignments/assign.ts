// Makes assignments: from a quiz, from another assignment, from those of another class. Whoever
// assigns must teach every class that gets it; all of it is stored, or nothing.

import type { PackVersion } from '../../questions/pack.ts';
import {
	limits,
	problemsOfDates,
	problemsOfTerms,
	type ClassDates,
	type Problem,
	type Terms
} from '../../taking/terms.ts';
import { requireAssignment, requireTaughtClass, requireTeacher } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import {
	insertAssignment,
	selectClassAssignments,
	type AssignmentClassRow,
	type AssignmentRow
} from '../store/assignment.ts';
import { newId } from '../store/ids.ts';
import type { Db } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';
import { makeQuizVersion, type QuizWish } from './quiz.ts';

/** What is wrong with what was asked for; nothing was stored. */
export interface Refused {
	problems: Problem[];
}
export type Made = { id: string } | Refused;

export interface Assigning {
	pack: PackVersion;
	wish: QuizWish;
	terms: Terms;
	classes: readonly ClassDates[];
	/** Decides what is drawn. */
	seed: string;
	now: number;
}

/**
 * Assigns a quiz to classes, each with its dates.
 * @throws Trouble `not-yours` for a class that the teacher does not teach, and what `makeQuizVersion`
 *   throws
 */
export async function assignQuiz(
	db: Db,
	teacher: TeacherActor | null,
	{ pack, wish, terms, classes, seed, now }: Assigning
): Promise<Made> {
	const { id: teacherId } = requireTeacher(teacher);
	const problems = [
		...problemsOfTerms(terms),
		...(await problemsOfClasses(db, teacher, classes)),
		...problemsOfWish(pack, wish)
	];
	if (classes.length === 0) problems.push({ field: 'class', code: 'no-class' });
	if (problems.length > 0) return { problems };
	const { order } = terms.policy;
	return inTransaction(db, async (trx) => {
		const quiz = await makeQuizVersion(trx, pack, wish, { order, seed, now });
		const row = rowOf(terms, { quiz_version_id: quiz, teacher_id: teacherId, created_at: now });
		await insertAssignment(
			trx,
			row,
			classes.map((dates) => classRow(row.id, dates))
		);
		return { id: row.id };
	});
}

function problemsOfWish(pack: PackVersion, wish: QuizWish): Problem[] {
	if (!('picked' in wish)) return [];
	const known = new Set(pack.bank.map(({ id }) => id));
	const good = wish.picked.length > 0 && wish.picked.every((id) => known.has(id));
	return good ? [] : [{ field: 'pick', code: 'nothing-picked' }];
}

/** @throws Trouble `not-yours` */
export async function problemsOfClasses(
	db: Db,
	teacher: TeacherActor | null,
	classes: readonly ClassDates[]
): Promise<Problem[]> {
	const problems: Problem[] = [];
	for (const dates of classes) {
		const group = await requireTaughtClass(db, teacher, dates.classId);
		if (group.archived_at !== null) problems.push({ field: 'class', code: 'class-archived' });
		problems.push(...problemsOfDates(dates));
	}
	return problems;
}

function rowOf(
	{ title, timeLimitMs, attemptsAllowed, policy }: Terms,
	rest: Pick<AssignmentRow, 'quiz_version_id' | 'teacher_id' | 'created_at'>
): AssignmentRow {
	return {
		id: newId(),
		title: title.trim(),
		time_limit_ms: timeLimitMs,
		attempts_allowed: attemptsAllowed,
		policy,
		archived_at: null,
		deleted_at: null,
		...rest
	};
}

export const classRow = (
	assignmentId: string,
	{ classId, opensAt, dueAt }: ClassDates
): AssignmentClassRow => ({
	assignment_id: assignmentId,
	class_id: classId,
	opens_at: opensAt,
	due_at: dueAt,
	closed_at: null,
	paused_at: null
});

/** The same questions on the same terms, made by somebody else or for somebody else. */
const copyOf = (
	row: AssignmentRow,
	teacherId: string,
	title: string,
	now: number
): AssignmentRow => ({
	...row,
	id: newId(),
	teacher_id: teacherId,
	title,
	archived_at: null,
	deleted_at: null,
	created_at: now
});

/**
 * A second assignment with the same questions and terms. No class has it yet, so nobody meets it twice
 * before the teacher has looked at it.
 * @param titleOf names the copy
 * @returns id of the copy
 * @throws Trouble `not-yours`
 */
export async function duplicateAssignment(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	titleOf: (title: string) => string,
	now: number
): Promise<string> {
	const { id } = requireTeacher(teacher);
	const row = await requireAssignment(db, teacher, assignmentId);
	const copy = copyOf(row, id, titleOf(row.title).slice(0, limits.title), now);
	await insertAssignment(db, copy, []);
	return copy.id;
}

/**
 * Gives a class what another class had: copies with the same questions and terms, without the other's
 * learners, answers and dates.
 * @param picked ids of assignments of the first class; others are passed over
 * @returns ids of the copies
 * @throws Trouble `not-yours` unless the teacher teaches both classes
 */
export async function reuseAssignments(
	db: Db,
	teacher: TeacherActor | null,
	fromClassId: string,
	picked: readonly string[],
	to: ClassDates,
	now: number
): Promise<{ ids: string[] } | Refused> {
	const { id } = requireTeacher(teacher);
	await requireTaughtClass(db, teacher, fromClassId);
	const problems = await problemsOfClasses(db, teacher, [to]);
	const wanted = (await selectClassAssignments(db, fromClassId))
		.map(({ assignment }) => assignment)
		.filter((assignment) => picked.includes(assignment.id));
	if (wanted.length === 0) problems.push({ field: 'assignment', code: 'nothing-picked' });
	if (problems.length > 0) return { problems };
	return inTransaction(db, async (trx) => {
		const ids: string[] = [];
		for (const row of wanted.reverse()) {
			const copy = copyOf(row, id, row.title, now);
			await insertAssignment(trx, copy, [classRow(copy.id, to)]);
			ids.push(copy.id);
		}
		return { ids };
	});
}
