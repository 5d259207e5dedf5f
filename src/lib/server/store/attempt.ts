// Rows of attempt and of attempt_slot: who takes an assignment, and what is asked at each place.

import * as v from 'valibot';
import type { PublicQuestion } from '../../questions/public.ts';
import type { Db } from './store.ts';

const Row = v.object({
	id: v.string(),
	assignment_id: v.string(),
	learner_id: v.string(),
	partner_id: v.nullable(v.string()),
	n: v.number(),
	seed: v.string(),
	token_hash: v.string(),
	state: v.picklist(['open', 'submitted']),
	via: v.picklist(['device', 'paper']),
	started_at: v.number(),
	deadline_at: v.nullable(v.number()),
	submitted_at: v.nullable(v.number()),
	submitted_by: v.nullable(v.picklist(['learner', 'deadline', 'teacher']))
});
export type AttemptRow = v.InferOutput<typeof Row>;

const SlotRow = v.pipe(
	v.object({
		attempt_id: v.string(),
		position: v.number(),
		question_version_id: v.string(),
		shown: v.string(),
		max_points: v.number()
	}),
	// Written by `publicQuestion` and never changed.
	v.transform((row) => ({ ...row, shown: JSON.parse(row.shown) as PublicQuestion }))
);
export type AttemptSlotRow = v.InferOutput<typeof SlotRow>;

export async function selectOptionalAttempt(db: Db, id: string): Promise<AttemptRow | undefined> {
	const row = await db.selectFrom('attempt').selectAll().where('id', '=', id).executeTakeFirst();
	return row && v.parse(Row, row);
}

/** A learner's attempts at an assignment, the first first; as the second of a pair too. */
export async function selectAttemptsOf(
	db: Db,
	assignmentId: string,
	learnerId: string
): Promise<AttemptRow[]> {
	const rows = await db
		.selectFrom('attempt')
		.selectAll()
		.where('assignment_id', '=', assignmentId)
		.where((where) =>
			where.or([where('learner_id', '=', learnerId), where('partner_id', '=', learnerId)])
		)
		.orderBy('started_at')
		.orderBy('n')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/** All attempts at an assignment by learners of one class, the first first. */
export async function selectAttemptsOfClass(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<AttemptRow[]> {
	const rows = await db
		.selectFrom('attempt')
		.innerJoin('learner', 'learner.id', 'attempt.learner_id')
		.selectAll('attempt')
		.where('assignment_id', '=', assignmentId)
		.where('learner.class_id', '=', classId)
		.where('learner.removed_at', 'is', null)
		.orderBy('started_at')
		.orderBy('n')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/** In their order. */
export async function selectSlots(db: Db, attemptId: string): Promise<AttemptSlotRow[]> {
	const rows = await db
		.selectFrom('attempt_slot')
		.selectAll()
		.where('attempt_id', '=', attemptId)
		.orderBy('position')
		.execute();
	return rows.map((row) => v.parse(SlotRow, row));
}

export async function insertAttempt(
	db: Db,
	row: AttemptRow,
	slots: readonly AttemptSlotRow[]
): Promise<void> {
	await db.insertInto('attempt').values(row).execute();
	if (slots.length > 0)
		await db
			.insertInto('attempt_slot')
			.values(slots.map((slot) => ({ ...slot, shown: JSON.stringify(slot.shown) })))
			.execute();
}
