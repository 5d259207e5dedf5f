// Rows of assignment, of assignment_class (a class's dates), of accommodation and of excused.

import * as v from 'valibot';
import { Policy } from '../../taking/schemas.ts';
import { locksRows } from './locking.ts';
import type { Db } from './store.ts';

const Row = v.object({
	id: v.string(),
	quiz_version_id: v.string(),
	teacher_id: v.string(),
	title: v.string(),
	time_limit_ms: v.nullable(v.number()),
	attempts_allowed: v.nullable(v.number()),
	policy: v.pipe(v.string(), v.parseJson(), Policy),
	archived_at: v.nullable(v.number()),
	deleted_at: v.nullable(v.number()),
	created_at: v.number()
});
export type AssignmentRow = v.InferOutput<typeof Row>;

const ClassRow = v.object({
	assignment_id: v.string(),
	class_id: v.string(),
	opens_at: v.number(),
	due_at: v.nullable(v.number()),
	closed_at: v.nullable(v.number()),
	paused_at: v.nullable(v.number())
});
export type AssignmentClassRow = v.InferOutput<typeof ClassRow>;

const AccommodationRow = v.object({
	id: v.string(),
	learner_id: v.string(),
	assignment_id: v.nullable(v.string()),
	time_factor: v.number(),
	untimed: v.picklist([0, 1]),
	extra_attempts: v.number(),
	due_at: v.nullable(v.number()),
	alone: v.picklist([0, 1]),
	created_at: v.number()
});
export type AccommodationRow = v.InferOutput<typeof AccommodationRow>;

/** An assignment that is not deleted. */
export async function selectOptionalAssignment(
	db: Db,
	id: string
): Promise<AssignmentRow | undefined> {
	const row = await db
		.selectFrom('assignment')
		.selectAll()
		.where('id', '=', id)
		.where('deleted_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** An assignment, deleted or not. */
export async function selectOptionalAssignmentEvenDeleted(
	db: Db,
	id: string
): Promise<AssignmentRow | undefined> {
	const row = await db.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst();
	return row && v.parse(Row, row);
}

/** An assignment as a class has it, with that class's dates. */
export interface ClassAssignment {
	assignment: AssignmentRow;
	dates: AssignmentClassRow;
}

/** The assignments of a class, newest first; archived ones among them, deleted ones not. */
export async function selectClassAssignments(db: Db, classId: string): Promise<ClassAssignment[]> {
	const rows = await db
		.selectFrom('assignment_class')
		.innerJoin('assignment', 'assignment.id', 'assignment_class.assignment_id')
		.selectAll()
		.where('class_id', '=', classId)
		.where('deleted_at', 'is', null)
		.orderBy('opens_at', 'desc')
		.orderBy('assignment_id')
		.execute();
	return rows.map((row) => ({ assignment: v.parse(Row, row), dates: v.parse(ClassRow, row) }));
}

export const selectOptionalClassAssignment = (
	db: Db,
	assignmentId: string,
	classId: string
): Promise<ClassAssignment | undefined> => selectClassAssignment(db, assignmentId, classId, false);

/**
 * The same for whoever is about to start it: until the transaction ends nobody takes it from the class or
 * changes what it asks. Many may hold it at once.
 */
export const holdClassAssignment = (
	trx: Db,
	assignmentId: string,
	classId: string
): Promise<ClassAssignment | undefined> =>
	selectClassAssignment(trx, assignmentId, classId, locksRows(trx));

async function selectClassAssignment(
	db: Db,
	assignmentId: string,
	classId: string,
	hold: boolean
): Promise<ClassAssignment | undefined> {
	const row = await db
		.selectFrom('assignment_class')
		.innerJoin('assignment', 'assignment.id', 'assignment_class.assignment_id')
		.selectAll()
		.where('class_id', '=', classId)
		.where('assignment_id', '=', assignmentId)
		.where('deleted_at', 'is', null)
		.$if(hold, (query) => query.forKeyShare())
		.executeTakeFirst();
	return row && { assignment: v.parse(Row, row), dates: v.parse(ClassRow, row) };
}

/** Keeps everybody from starting an assignment until the transaction ends: in one class, or in any. */
export async function lockStarts(trx: Db, assignmentId: string, classId?: string): Promise<void> {
	if (!locksRows(trx)) return;
	if (classId === undefined)
		await trx
			.selectFrom('assignment')
			.select('id')
			.where('id', '=', assignmentId)
			.forUpdate()
			.execute();
	else
		await trx
			.selectFrom('assignment_class')
			.select('class_id')
			.where('assignment_id', '=', assignmentId)
			.where('class_id', '=', classId)
			.forUpdate()
			.execute();
}

/**
 * The assignment as the class of a learner has it, with that class's dates; a deleted one too, since
 * what was answered before is still taken.
 */
export async function selectOptionalAssignmentOfLearner(
	db: Db,
	assignmentId: string,
	learnerId: string
): Promise<ClassAssignment | undefined> {
	const row = await db
		.selectFrom('assignment_class')
		.innerJoin('assignment', 'assignment.id', 'assignment_class.assignment_id')
		.innerJoin('learner', 'learner.class_id', 'assignment_class.class_id')
		.selectAll(['assignment', 'assignment_class'])
		.where('learner.id', '=', learnerId)
		.where('assignment.id', '=', assignmentId)
		.executeTakeFirst();
	return row && { assignment: v.parse(Row, row), dates: v.parse(ClassRow, row) };
}

/** The classes that have an assignment, with their dates. */
export async function selectAssignmentClasses(
	db: Db,
	assignmentId: string
): Promise<AssignmentClassRow[]> {
	const rows = await db
		.selectFrom('assignment_class')
		.selectAll()
		.where('assignment_id', '=', assignmentId)
		.orderBy('opens_at')
		.orderBy('class_id')
		.execute();
	return rows.map((row) => v.parse(ClassRow, row));
}

/** What a teacher made and no class shows: given to none yet, or deleted; the newest first. */
export async function selectLooseAssignments(db: Db, teacherId: string): Promise<AssignmentRow[]> {
	const rows = await db
		.selectFrom('assignment')
		.selectAll()
		.where('teacher_id', '=', teacherId)
		.where((where) =>
			where.or([
				where('deleted_at', 'is not', null),
				where.not(
					where.exists(
						where
							.selectFrom('assignment_class')
							.select('class_id')
							.whereRef('assignment_id', '=', 'assignment.id')
					)
				)
			])
		)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/** Changes what is not about its questions, and marks that it is archived or deleted. */
export async function updateAssignment(
	db: Db,
	id: string,
	{ policy, ...rest }: Partial<Omit<AssignmentRow, 'id' | 'teacher_id' | 'created_at'>>
): Promise<void> {
	await db
		.updateTable('assignment')
		.set({ ...rest, ...(policy && { policy: JSON.stringify(policy) }) })
		.where('id', '=', id)
		.execute();
}

/** @returns false where the class has it already */
export async function insertAssignmentClass(db: Db, row: AssignmentClassRow): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('assignment_class')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function updateAssignmentClass(
	db: Db,
	assignmentId: string,
	classId: string,
	set: Partial<Omit<AssignmentClassRow, 'assignment_id' | 'class_id'>>
): Promise<void> {
	await db
		.updateTable('assignment_class')
		.set(set)
		.where('assignment_id', '=', assignmentId)
		.where('class_id', '=', classId)
		.execute();
}

/**
 * Reads a class's dates and keeps them as they are until the transaction ends: whoever else would change
 * them, or what hangs on them, waits. It writes, since SQLite knows no other way to hold a row.
 */
export async function holdClassDates(
	trx: Db,
	assignmentId: string,
	classId: string
): Promise<AssignmentClassRow> {
	const row = await trx
		.updateTable('assignment_class')
		.set((row) => ({ opens_at: row.ref('opens_at') }))
		.where('assignment_id', '=', assignmentId)
		.where('class_id', '=', classId)
		.returningAll()
		.executeTakeFirstOrThrow();
	return v.parse(ClassRow, row);
}

export async function deleteAssignmentClass(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<void> {
	await db
		.deleteFrom('assignment_class')
		.where('assignment_id', '=', assignmentId)
		.where('class_id', '=', classId)
		.execute();
}

export async function insertAssignment(
	db: Db,
	row: AssignmentRow,
	classes: readonly AssignmentClassRow[]
): Promise<void> {
	await db
		.insertInto('assignment')
		.values({ ...row, policy: JSON.stringify(row.policy) })
		.execute();
	if (classes.length > 0)
		await db
			.insertInto('assignment_class')
			.values([...classes])
			.execute();
}

/**
 * What a learner is granted at an assignment, the one for this assignment first, then the one for all.
 */
export async function selectAccommodations(
	db: Db,
	learnerId: string,
	assignmentId: string
): Promise<AccommodationRow[]> {
	const rows = await db
		.selectFrom('accommodation')
		.selectAll()
		.where('learner_id', '=', learnerId)
		.where((where) =>
			where.or([where('assignment_id', '=', assignmentId), where('assignment_id', 'is', null)])
		)
		.execute();
	return rows
		.map((row) => v.parse(AccommodationRow, row))
		.sort((a, b) => Number(a.assignment_id === null) - Number(b.assignment_id === null));
}

/** Everyone of a class who need not take something: 'assignment learner' ids. */
export async function selectExcusedOfClass(
	db: Db,
	classId: string
): Promise<{ assignment_id: string; learner_id: string }[]> {
	return db
		.selectFrom('excused')
		.innerJoin('learner', 'learner.id', 'excused.learner_id')
		.select(['excused.assignment_id', 'excused.learner_id'])
		.where('learner.class_id', '=', classId)
		.execute();
}

/** What learners of a class are granted at an assignment: for it, or for all. */
export async function selectAccommodationsOfClass(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<AccommodationRow[]> {
	const rows = await db
		.selectFrom('accommodation')
		.innerJoin('learner', 'learner.id', 'accommodation.learner_id')
		.selectAll('accommodation')
		.where('learner.class_id', '=', classId)
		.where('learner.removed_at', 'is', null)
		.where((where) =>
			where.or([where('assignment_id', '=', assignmentId), where('assignment_id', 'is', null)])
		)
		.execute();
	return rows.map((row) => v.parse(AccommodationRow, row));
}

/** Ids of the assignments that a learner need not take. */
export async function selectExcusedAssignments(db: Db, learnerId: string): Promise<Set<string>> {
	const rows = await db
		.selectFrom('excused')
		.select('assignment_id')
		.where('learner_id', '=', learnerId)
		.execute();
	return new Set(rows.map(({ assignment_id }) => assignment_id));
}

/** What the learners of a class are granted, at any assignment. */
export async function selectEveryAccommodationOfClass(
	db: Db,
	classId: string
): Promise<AccommodationRow[]> {
	const rows = await db
		.selectFrom('accommodation')
		.innerJoin('learner', 'learner.id', 'accommodation.learner_id')
		.selectAll('accommodation')
		.where('learner.class_id', '=', classId)
		.where('learner.removed_at', 'is', null)
		.orderBy('accommodation.created_at')
		.orderBy('accommodation.id')
		.execute();
	return rows.map((row) => v.parse(AccommodationRow, row));
}

/** Stores what a learner is granted for an assignment or for all, in place of what was there. */
export async function replaceAccommodation(db: Db, row: AccommodationRow): Promise<void> {
	const { id, created_at, learner_id, assignment_id, ...granted } = row;
	const update = () =>
		db
			.updateTable('accommodation')
			.set(granted)
			.where('learner_id', '=', learner_id)
			.where('assignment_id', assignment_id === null ? 'is' : '=', assignment_id)
			.executeTakeFirst();
	if ((await update()).numUpdatedRows > 0) return;
	const inserted = await db
		.insertInto('accommodation')
		.values({ id, created_at, learner_id, assignment_id, ...granted })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	// Somebody else granted something in between: the newer word counts.
	if (inserted.numInsertedOrUpdatedRows === 0n) await update();
}

/** Takes away what a learner is granted for an assignment, or for all (null). */
export async function deleteAccommodation(
	db: Db,
	learnerId: string,
	assignmentId: string | null
): Promise<void> {
	await db
		.deleteFrom('accommodation')
		.where('learner_id', '=', learnerId)
		.where('assignment_id', assignmentId === null ? 'is' : '=', assignmentId)
		.execute();
}

/** Who of a class need not take an assignment: ids of learners. */
export async function selectExcused(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<Set<string>> {
	const rows = await db
		.selectFrom('excused')
		.innerJoin('learner', 'learner.id', 'excused.learner_id')
		.select('learner_id')
		.where('assignment_id', '=', assignmentId)
		.where('class_id', '=', classId)
		.execute();
	return new Set(rows.map(({ learner_id }) => learner_id));
}

export async function insertExcused(
	db: Db,
	row: { assignment_id: string; learner_id: string; created_at: number }
): Promise<void> {
	await db
		.insertInto('excused')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteExcused(
	db: Db,
	assignmentId: string,
	learnerId: string
): Promise<void> {
	await db
		.deleteFrom('excused')
		.where('assignment_id', '=', assignmentId)
		.where('learner_id', '=', learnerId)
		.execute();
}
