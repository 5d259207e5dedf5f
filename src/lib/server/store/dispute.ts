// Rows of dispute: what learners doubt about a question.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	id: v.string(),
	attempt_id: v.string(),
	position: v.number(),
	text: v.string(),
	created_at: v.number(),
	closed_at: v.nullable(v.number())
});
export type DisputeRow = v.InferOutput<typeof Row>;

const Heard = v.pipe(
	v.object({
		...Row.entries,
		learner_id: v.string(),
		nickname: v.string(),
		question_version_id: v.string(),
		shown: v.string()
	}),
	v.transform(({ shown, ...row }) => ({
		...row,
		// Written by `publicQuestion` and never changed.
		stem: (JSON.parse(shown) as { stem: string }).stem
	}))
);
/** A doubt with who has it and what it is about. */
export type HeardDispute = v.InferOutput<typeof Heard>;

export async function insertDispute(db: Db, row: DisputeRow): Promise<void> {
	await db.insertInto('dispute').values(row).execute();
}

/** Doubts of a class at an assignment: those that are open first, then the newest first. */
export async function selectDisputesOfClass(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<HeardDispute[]> {
	const rows = await db
		.selectFrom('dispute')
		.innerJoin('attempt_slot', (join) =>
			join
				.onRef('attempt_slot.attempt_id', '=', 'dispute.attempt_id')
				.onRef('attempt_slot.position', '=', 'dispute.position')
		)
		.innerJoin('attempt', 'attempt.id', 'dispute.attempt_id')
		.innerJoin('learner', 'learner.id', 'attempt.learner_id')
		.where('attempt.assignment_id', '=', assignmentId)
		.where('learner.class_id', '=', classId)
		.where('learner.removed_at', 'is', null)
		.selectAll('dispute')
		.select([
			'attempt.learner_id',
			'learner.nickname',
			'attempt_slot.question_version_id',
			'attempt_slot.shown'
		])
		.orderBy((order) => order.case().when('closed_at', 'is', null).then(0).else(1).end())
		.orderBy('dispute.created_at', 'desc')
		.orderBy('dispute.id')
		.execute();
	return rows.map((row) => v.parse(Heard, row));
}

/** Closes a doubt of a class at an assignment, or opens it again (null); others' are left alone. */
export async function updateDisputeOfClass(
	db: Db,
	of: { id: string; assignmentId: string; classId: string },
	closedAt: number | null
): Promise<void> {
	await db
		.updateTable('dispute')
		.set({ closed_at: closedAt })
		.where('id', '=', of.id)
		.where('closed_at', closedAt === null ? 'is not' : 'is', null)
		.where('attempt_id', 'in', (from) =>
			from
				.selectFrom('attempt')
				.innerJoin('learner', 'learner.id', 'attempt.learner_id')
				.where('attempt.assignment_id', '=', of.assignmentId)
				.where('learner.class_id', '=', of.classId)
				.select('attempt.id')
		)
		.execute();
}

/** How many an attempt has raised: nobody floods a teacher. */
export async function countDisputes(db: Db, attemptId: string): Promise<number> {
	const { n } = await db
		.selectFrom('dispute')
		.select(({ fn }) => fn.countAll<number | string>().as('n'))
		.where('attempt_id', '=', attemptId)
		.executeTakeFirstOrThrow();
	return Number(n);
}
