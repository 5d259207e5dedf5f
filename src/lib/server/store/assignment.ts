// Rows of assignment, of assignment_class (a class's dates), of accommodation and of excused.

import * as v from 'valibot';
import { Policy } from '../../taking/policy.ts';
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

export async function selectOptionalClassAssignment(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<ClassAssignment | undefined> {
	const row = await db
		.selectFrom('assignment_class')
		.innerJoin('assignment', 'assignment.id', 'assignment_class.assignment_id')
		.selectAll()
		.where('class_id', '=', classId)
		.where('assignment_id', '=', assignmentId)
		.where('deleted_at', 'is', null)
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
