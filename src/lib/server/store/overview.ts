// Counts and lists over several tables, for the page a teacher comes to first.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Count = v.object({ class_id: v.string(), n: v.number() });

/** Learners of each class, removed ones left out. */
export async function countLearners(
	db: Db,
	classIds: readonly string[]
): Promise<Map<string, number>> {
	if (classIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('learner')
		.select((select) => ['class_id', select.fn.countAll<number>().as('n')])
		.where('class_id', 'in', classIds)
		.where('removed_at', 'is', null)
		.groupBy('class_id')
		.execute();
	return new Map(rows.map((row) => v.parse(Count, row)).map(({ class_id, n }) => [class_id, n]));
}

/** What hangs on some classes. */
export interface Holdings {
	/** Removed ones left out. */
	learners: number;
	attempts: number;
	answers: number;
	assignments: number;
}

export async function countHoldings(db: Db, classIds: readonly string[]): Promise<Holdings> {
	if (classIds.length === 0) return { learners: 0, attempts: 0, answers: 0, assignments: 0 };
	const learners = db.selectFrom('learner').select('id').where('class_id', 'in', classIds);
	const attempts = db.selectFrom('attempt').select('id').where('learner_id', 'in', learners);
	const counts = await db
		.selectNoFrom((eb) => [
			eb
				.selectFrom('learner')
				.select(eb.fn.countAll().as('n'))
				.where('class_id', 'in', classIds)
				.where('removed_at', 'is', null)
				.as('learners'),
			eb
				.selectFrom('attempt')
				.select(eb.fn.countAll().as('n'))
				.where('learner_id', 'in', learners)
				.as('attempts'),
			eb
				.selectFrom('response')
				.select(eb.fn.countAll().as('n'))
				.where('attempt_id', 'in', attempts)
				.as('answers'),
			eb
				.selectFrom('assignment_class')
				.select(eb.fn.countAll().as('n'))
				.where('class_id', 'in', classIds)
				.as('assignments')
		])
		.executeTakeFirstOrThrow();
	return {
		learners: Number(counts.learners),
		attempts: Number(counts.attempts),
		answers: Number(counts.answers),
		assignments: Number(counts.assignments)
	};
}

const Work = v.object({
	assignment_id: v.string(),
	class_id: v.string(),
	title: v.string(),
	opens_at: v.number(),
	due_at: v.nullable(v.number()),
	closed_at: v.nullable(v.number()),
	paused_at: v.nullable(v.number())
});
export type WorkRow = v.InferOutput<typeof Work>;

/** Assignments of classes, with each class's dates; archived and deleted ones left out. */
export async function selectWork(db: Db, classIds: readonly string[]): Promise<WorkRow[]> {
	if (classIds.length === 0) return [];
	const rows = await db
		.selectFrom('assignment_class')
		.innerJoin('assignment', 'assignment.id', 'assignment_class.assignment_id')
		.select(['assignment_id', 'class_id', 'title', 'opens_at', 'due_at', 'closed_at', 'paused_at'])
		.where('class_id', 'in', classIds)
		.where('assignment.deleted_at', 'is', null)
		.where('assignment.archived_at', 'is', null)
		.orderBy('opens_at')
		.orderBy('assignment_id')
		.execute();
	return rows.map((row) => v.parse(Work, row));
}

const Pair = v.object({ assignment_id: v.string(), learner_id: v.string(), class_id: v.string() });

/** Who has handed in what, alone or as the second of a pair. */
export async function selectHandedIn(
	db: Db,
	assignmentIds: readonly string[],
	classIds: readonly string[]
): Promise<v.InferOutput<typeof Pair>[]> {
	if (assignmentIds.length === 0 || classIds.length === 0) return [];
	const by = async (who: 'attempt.learner_id' | 'attempt.partner_id') =>
		db
			.selectFrom('attempt')
			.innerJoin('learner', 'learner.id', who)
			.select(['attempt.assignment_id', 'learner.id as learner_id', 'learner.class_id'])
			.distinct()
			.where('attempt.state', '=', 'submitted')
			.where('attempt.assignment_id', 'in', assignmentIds)
			.where('learner.class_id', 'in', classIds)
			.where('learner.removed_at', 'is', null)
			.execute();
	const rows = [...(await by('attempt.learner_id')), ...(await by('attempt.partner_id'))];
	return rows.map((row) => v.parse(Pair, row));
}

/** Who need not take what. */
export async function selectExcused(
	db: Db,
	assignmentIds: readonly string[],
	classIds: readonly string[]
): Promise<v.InferOutput<typeof Pair>[]> {
	if (assignmentIds.length === 0 || classIds.length === 0) return [];
	const rows = await db
		.selectFrom('excused')
		.innerJoin('learner', 'learner.id', 'excused.learner_id')
		.select(['excused.assignment_id', 'learner.id as learner_id', 'learner.class_id'])
		.where('excused.assignment_id', 'in', assignmentIds)
		.where('learner.class_id', 'in', classIds)
		.where('learner.removed_at', 'is', null)
		.execute();
	return rows.map((row) => v.parse(Pair, row));
}
