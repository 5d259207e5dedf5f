// Rows of grade and of scoring_override. None is changed: a regrade adds rows, and the newest counts.

import * as v from 'valibot';
import type { Db } from './store.ts';

/** What one place of an attempt brought: an exact fraction of points, and what it was worth. */
const SlotGrade = v.object({
	n: v.number(),
	d: v.number(),
	max: v.number(),
	/** Left out of both sums: the question was dropped. */
	dropped: v.boolean()
});
export type SlotGrade = v.InferOutput<typeof SlotGrade>;

const Row = v.object({
	id: v.string(),
	attempt_id: v.string(),
	n: v.number(),
	points_n: v.number(),
	points_d: v.number(),
	max_points: v.number(),
	slot_points: v.pipe(v.string(), v.parseJson(), v.array(SlotGrade)),
	scorer_version: v.string(),
	override_ids: v.pipe(v.string(), v.parseJson(), v.array(v.string())),
	reason: v.nullable(v.string()),
	created_at: v.number()
});
export type GradeRow = v.InferOutput<typeof Row>;

/** `drop`: nobody is marked on it. `full`: everybody gets full marks. `accept`: these options count too. */
const OverrideAction = v.variant('action', [
	v.object({ v: v.literal(1), action: v.literal('drop') }),
	v.object({ v: v.literal(1), action: v.literal('full') }),
	v.object({ v: v.literal(1), action: v.literal('accept'), option: v.string() })
]);
export type OverrideAction = v.InferOutput<typeof OverrideAction>;

const OverrideRow = v.object({
	id: v.string(),
	assignment_id: v.string(),
	question_version_id: v.string(),
	action: v.pipe(v.string(), v.parseJson(), OverrideAction),
	reason: v.string(),
	teacher_id: v.string(),
	created_at: v.number()
});
export type OverrideRow = v.InferOutput<typeof OverrideRow>;

/** All grades of an attempt, the first first. */
export async function selectGrades(db: Db, attemptId: string): Promise<GradeRow[]> {
	const rows = await db
		.selectFrom('grade')
		.selectAll()
		.where('attempt_id', '=', attemptId)
		.orderBy('n')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/** The one that counts. */
export async function selectOptionalGrade(
	db: Db,
	attemptId: string
): Promise<GradeRow | undefined> {
	const row = await db
		.selectFrom('grade')
		.selectAll()
		.where('attempt_id', '=', attemptId)
		.orderBy('n', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

export async function insertGrade(db: Db, row: GradeRow): Promise<void> {
	await db
		.insertInto('grade')
		.values({
			...row,
			slot_points: JSON.stringify(row.slot_points),
			override_ids: JSON.stringify(row.override_ids)
		})
		.execute();
}

/** In the order in which they were made. */
export async function selectOverrides(db: Db, assignmentId: string): Promise<OverrideRow[]> {
	const rows = await db
		.selectFrom('scoring_override')
		.selectAll()
		.where('assignment_id', '=', assignmentId)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
	return rows.map((row) => v.parse(OverrideRow, row));
}

export async function insertOverride(db: Db, row: OverrideRow): Promise<void> {
	await db
		.insertInto('scoring_override')
		.values({ ...row, action: JSON.stringify(row.action) })
		.execute();
}
