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
