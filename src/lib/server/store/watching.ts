// What is asked about a class that is taking an assignment, all of it at once: a page that goes on
// asking must cost a handful of queries, however many learners there are.

import { sql } from 'kysely';
import * as v from 'valibot';
import type { Db } from './store.ts';

/** Sums come as text from PostgreSQL. */
const count = v.pipe(
	v.union([v.number(), v.string()]),
	v.transform(Number),
	v.number(),
	v.integer(),
	v.minValue(0)
);

const Answered = v.object({
	attempt_id: v.string(),
	/** Questions with an answer that has not been taken back. */
	answered: count,
	/** The last place that anything came in for. */
	furthest: count,
	last_at: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.number())
});
export type AnsweredRow = v.InferOutput<typeof Answered>;

/** How far each attempt of a class is, by attempt; one that nothing was answered in is not there. */
export async function selectAnswered(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<Map<string, AnsweredRow>> {
	const rows = await db
		.with('newest', (with_) =>
			with_
				.selectFrom('response')
				.innerJoin('attempt', 'attempt.id', 'response.attempt_id')
				.innerJoin('learner', 'learner.id', 'attempt.learner_id')
				.where('attempt.assignment_id', '=', assignmentId)
				.where('learner.class_id', '=', classId)
				.where('response.told', '=', 0)
				.select([
					'response.attempt_id',
					'response.position',
					'response.received_at',
					// As `insertResponse` writes an answer that was taken back.
					sql<number>`case when response.answer like '{"v":1,"response":null%' then 0 else 1 end`.as(
						'given'
					),
					sql<number>`row_number() over (
						partition by response.attempt_id, response.position
						order by response.revision desc, response.received_at
					)`.as('age')
				])
		)
		.selectFrom('newest')
		.where('age', '=', 1)
		.groupBy('attempt_id')
		.select(({ fn }) => [
			'attempt_id',
			fn.sum('given').as('answered'),
			fn.max('position').as('furthest'),
			fn.max('received_at').as('last_at')
		])
		.execute();
	return new Map(rows.map((row) => v.parse(Answered, row)).map((row) => [row.attempt_id, row]));
}

const SlotCount = v.object({ attempt_id: v.string(), slots: count });

/** How many questions each attempt of a class has, by attempt. */
export async function selectSlotCounts(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('attempt_slot')
		.innerJoin('attempt', 'attempt.id', 'attempt_slot.attempt_id')
		.innerJoin('learner', 'learner.id', 'attempt.learner_id')
		.where('attempt.assignment_id', '=', assignmentId)
		.where('learner.class_id', '=', classId)
		.groupBy('attempt_slot.attempt_id')
		.select(({ fn }) => ['attempt_slot.attempt_id', fn.countAll().as('slots')])
		.execute();
	return new Map(
		rows.map((row) => v.parse(SlotCount, row)).map((row) => [row.attempt_id, row.slots])
	);
}

const OwnDue = v.object({
	learner_id: v.string(),
	assignment_id: v.nullable(v.string()),
	due_at: v.number()
});

/** Due dates that learners of a class have of their own, by learner; that for this assignment first. */
export async function selectOwnDues(
	db: Db,
	assignmentId: string,
	classId: string
): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('accommodation')
		.innerJoin('learner', 'learner.id', 'accommodation.learner_id')
		.where('learner.class_id', '=', classId)
		.where('accommodation.due_at', 'is not', null)
		.where((where) =>
			where.or([where('assignment_id', '=', assignmentId), where('assignment_id', 'is', null)])
		)
		.select(['learner_id', 'assignment_id', 'due_at'])
		.execute();
	const parsed = rows.map((row) => v.parse(OwnDue, row));
	const general = parsed.filter((row) => row.assignment_id === null);
	const special = parsed.filter((row) => row.assignment_id !== null);
	return new Map([...general, ...special].map((row) => [row.learner_id, row.due_at]));
}
