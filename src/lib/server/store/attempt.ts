// Rows of attempt and of attempt_slot: who takes an assignment, and what is asked at each place.

import * as v from 'valibot';
import type { PublicQuestion } from '../../questions/public.ts';
import { inChunks } from './chunks.ts';
import { locksRows } from './locking.ts';
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
	extra_ms: v.number(),
	submitted_at: v.nullable(v.number()),
	submitted_by: v.nullable(v.picklist(['learner', 'deadline', 'teacher']))
});
export type AttemptRow = v.InferOutput<typeof Row>;
/** Nobody has more time from the start. */
export type NewAttempt = Omit<AttemptRow, 'extra_ms'> & Partial<Pick<AttemptRow, 'extra_ms'>>;

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

/** An attempt for the rest of a transaction: others who want to change it wait. */
export async function selectAttemptToChange(trx: Db, id: string): Promise<AttemptRow | undefined> {
	const row = await trx
		.selectFrom('attempt')
		.selectAll()
		.where('id', '=', id)
		.$if(locksRows(trx), (query) => query.forUpdate())
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** Keeps every attempt at an assignment as it is for the rest of a transaction. */
export async function lockAttempts(trx: Db, assignmentId: string): Promise<void> {
	if (!locksRows(trx)) return;
	await trx
		.selectFrom('attempt')
		.select('id')
		.where('assignment_id', '=', assignmentId)
		.orderBy('id')
		.forUpdate()
		.execute();
}

/** Ends an open attempt. @returns false when it was not open any more: somebody else has ended it */
export async function endAttempt(
	db: Db,
	id: string,
	at: number,
	by: NonNullable<AttemptRow['submitted_by']>
): Promise<boolean> {
	const ended = await db
		.updateTable('attempt')
		.set({ state: 'submitted', submitted_at: at, submitted_by: by })
		.where('id', '=', id)
		.where('state', '=', 'open')
		.returning('id')
		.executeTakeFirst();
	return ended !== undefined;
}

/** Ids of open attempts whose deadline is past or whose class the teacher has closed. */
export async function selectOverdueAttempts(
	db: Db,
	of:
		{ assignmentId: string } | { attemptId: string } | { learnerId: string } | { classId: string },
	now: number
): Promise<string[]> {
	const query = db
		.selectFrom('attempt')
		.innerJoin('learner', 'learner.id', 'attempt.learner_id')
		.innerJoin('assignment_class', (join) =>
			join
				.onRef('assignment_class.assignment_id', '=', 'attempt.assignment_id')
				.onRef('assignment_class.class_id', '=', 'learner.class_id')
		)
		.select('attempt.id')
		.where('attempt.state', '=', 'open')
		.where((where) =>
			where.or([
				where('attempt.deadline_at', '<', now),
				where('assignment_class.closed_at', '<=', now)
			])
		);
	const rows = await (
		'assignmentId' in of
			? query.where('attempt.assignment_id', '=', of.assignmentId)
			: 'attemptId' in of
				? query.where('attempt.id', '=', of.attemptId)
				: 'classId' in of
					? query.where('learner.class_id', '=', of.classId)
					: query.where((where) =>
							where.or([
								where('attempt.learner_id', '=', of.learnerId),
								where('attempt.partner_id', '=', of.learnerId)
							])
						)
	).execute();
	return rows.map(({ id }) => id);
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

/** Everything that a learner has taken, alone or as the second of a pair, the first first. */
export async function selectAttemptsOfLearner(db: Db, learnerId: string): Promise<AttemptRow[]> {
	const rows = await db
		.selectFrom('attempt')
		.selectAll()
		.where((where) =>
			where.or([where('learner_id', '=', learnerId), where('partner_id', '=', learnerId)])
		)
		.orderBy('started_at')
		.orderBy('id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/** Another learner takes an attempt over, under a number that is free for now. */
export async function updateTaker(
	db: Db,
	id: string,
	change: Pick<AttemptRow, 'learner_id' | 'partner_id' | 'n'>
): Promise<void> {
	await db.updateTable('attempt').set(change).where('id', '=', id).execute();
}

/**
 * Leaves what learners who go took in pairs to those who stay, as attempts of one, numbered after their
 * own.
 */
export async function leaveToPartners(trx: Db, leaving: readonly string[]): Promise<void> {
	const shared = await trx
		.selectFrom('attempt')
		.select(['id', 'assignment_id', 'partner_id'])
		.where('learner_id', 'in', leaving)
		.where('partner_id', 'is not', null)
		.where('partner_id', 'not in', leaving)
		.orderBy('n')
		.execute();
	for (const { id, assignment_id, partner_id } of shared) {
		if (partner_id === null) continue;
		const { last } = await trx
			.selectFrom('attempt')
			.select((select) => select.fn.max<number | null>('n').as('last'))
			.where('assignment_id', '=', assignment_id)
			.where('learner_id', '=', partner_id)
			.executeTakeFirstOrThrow();
		await updateTaker(trx, id, {
			learner_id: partner_id,
			partner_id: null,
			n: (last ?? 0) + 1
		});
	}
}

/**
 * Attempts by learners of a class, the first first. Of a pair it is enough that one is there: who was
 * removed leaves what they did together to the other.
 * @param assignmentId of one assignment only
 */
export async function selectAttemptsOfClass(
	db: Db,
	classId: string,
	assignmentId?: string
): Promise<AttemptRow[]> {
	let query = db
		.selectFrom('attempt')
		.innerJoin('learner', 'learner.id', 'attempt.learner_id')
		.leftJoin('learner as partner', 'partner.id', 'attempt.partner_id')
		.selectAll('attempt')
		.where('learner.class_id', '=', classId)
		.where((where) =>
			where.or([
				where('learner.removed_at', 'is', null),
				where.and([where('partner.id', 'is not', null), where('partner.removed_at', 'is', null)])
			])
		);
	if (assignmentId !== undefined) query = query.where('attempt.assignment_id', '=', assignmentId);
	const rows = await query.orderBy('attempt.started_at').orderBy('attempt.n').execute();
	return rows.map((row) => v.parse(Row, row));
}

/** An attempt that is going on, with the class of whoever takes it. */
export type OpenAttempt = AttemptRow & { class_id: string };

/** Attempts that are open: at an assignment, of a class, of a learner alone or as one of a pair. */
export async function selectOpenAttempts(
	db: Db,
	only: {
		assignmentId?: string | undefined;
		classId?: string | undefined;
		learnerId?: string | undefined;
	}
): Promise<OpenAttempt[]> {
	const { assignmentId, classId, learnerId } = only;
	let query = db
		.selectFrom('attempt')
		.innerJoin('learner', 'learner.id', 'attempt.learner_id')
		.selectAll('attempt')
		.select('learner.class_id')
		.where('state', '=', 'open');
	if (assignmentId !== undefined) query = query.where('assignment_id', '=', assignmentId);
	if (classId !== undefined) query = query.where('learner.class_id', '=', classId);
	if (learnerId !== undefined)
		query = query.where((where) =>
			where.or([where('learner_id', '=', learnerId), where('partner_id', '=', learnerId)])
		);
	const rows = await query.orderBy('attempt.id').execute();
	return rows.map((row) => v.parse(v.object({ ...Row.entries, class_id: v.string() }), row));
}

/** Moves the end of an attempt that is open; one that has ended keeps what it was marked by. */
export async function updateDeadline(db: Db, id: string, deadlineAt: number | null): Promise<void> {
	await db
		.updateTable('attempt')
		.set({ deadline_at: deadlineAt })
		.where('id', '=', id)
		.where('state', '=', 'open')
		.execute();
}

/** Moves the end of an open attempt by hand: the dates and accommodations do not explain it. */
export async function addToDeadline(db: Db, id: string, ms: number): Promise<void> {
	await db
		.updateTable('attempt')
		.set(({ eb }) => ({
			deadline_at: eb('deadline_at', '+', ms),
			extra_ms: eb('extra_ms', '+', ms)
		}))
		.where('id', '=', id)
		.where('state', '=', 'open')
		.execute();
}

/**
 * Opens an attempt that was handed in at that moment.
 * @returns false where it is open, or was handed in again since
 */
export async function openAttempt(db: Db, id: string, submittedAt: number): Promise<boolean> {
	const row = await db
		.updateTable('attempt')
		.set({ state: 'open', submitted_at: null, submitted_by: null })
		.where('id', '=', id)
		.where('submitted_at', '=', submittedAt)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** Whether anybody has begun, of a class or of all: what is asked cannot change from then on. */
export async function isBegun(db: Db, assignmentId: string, classId?: string): Promise<boolean> {
	let query = db
		.selectFrom('attempt')
		.innerJoin('learner', 'learner.id', 'attempt.learner_id')
		.select('attempt.id')
		.where('assignment_id', '=', assignmentId);
	if (classId !== undefined) query = query.where('learner.class_id', '=', classId);
	return (await query.limit(1).executeTakeFirst()) !== undefined;
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
	row: NewAttempt,
	slots: readonly AttemptSlotRow[]
): Promise<void> {
	await db.insertInto('attempt').values(row).execute();
	if (slots.length > 0)
		await db
			.insertInto('attempt_slot')
			.values(slots.map((slot) => ({ ...slot, shown: JSON.stringify(slot.shown) })))
			.execute();
}

/** A slot without what was shown: what marking needs. */
export type SlotKey = Pick<AttemptSlotRow, 'attempt_id' | 'position' | 'question_version_id'>;

/** The slots of several attempts, by attempt, in their order. */
export async function selectSlotKeys(
	db: Db,
	attemptIds: readonly string[]
): Promise<Map<string, SlotKey[]>> {
	const found = new Map<string, SlotKey[]>();
	for (const ids of inChunks(attemptIds)) {
		const rows = await db
			.selectFrom('attempt_slot')
			.select(['attempt_id', 'position', 'question_version_id'])
			.where('attempt_id', 'in', ids)
			.orderBy('position')
			.execute();
		for (const row of rows) {
			const slots = found.get(row.attempt_id);
			const key = v.parse(SlotKey, row);
			if (slots) slots.push(key);
			else found.set(row.attempt_id, [key]);
		}
	}
	return found;
}

const SlotKey = v.object({
	attempt_id: v.string(),
	position: v.number(),
	question_version_id: v.string()
});

/** The submitted attempts at an assignment, of all its classes; those of learners who were removed too. */
export async function selectSubmittedAttempts(db: Db, assignmentId: string): Promise<AttemptRow[]> {
	const rows = await db
		.selectFrom('attempt')
		.selectAll()
		.where('assignment_id', '=', assignmentId)
		.where('state', '=', 'submitted')
		.orderBy('started_at')
		.orderBy('n')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}
