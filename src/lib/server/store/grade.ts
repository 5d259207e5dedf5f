// Rows of grade and of scoring_override. None is changed: a regrade adds rows, and the newest counts.

import * as v from 'valibot';
import { inChunks } from './chunks.ts';
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

/** Reads the stored points of an attempt's places. By hand: statistics read tens of thousands. */
export function parseSlotGrades(text: string): SlotGrade[] {
	const parsed: unknown = JSON.parse(text);
	if (!Array.isArray(parsed) || !parsed.every(isSlotGrade))
		throw new Error('The stored points of an attempt are no points.');
	return parsed;
}

const isSlotGrade = (one: unknown): one is SlotGrade =>
	typeof one === 'object' &&
	one !== null &&
	'n' in one &&
	Number.isSafeInteger(one.n) &&
	'd' in one &&
	Number.isSafeInteger(one.d) &&
	one.d !== 0 &&
	'max' in one &&
	Number.isSafeInteger(one.max) &&
	'dropped' in one &&
	typeof one.dropped === 'boolean';

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

/**
 * `drop`: nobody is marked on it. `full`: everybody gets full marks. `accept`: these options count too.
 * `restore`: what was decided before about the question no longer holds; rows are only added, so a
 * decision is taken back by another one.
 */
const OverrideAction = v.variant('action', [
	v.object({ v: v.literal(1), action: v.literal('drop') }),
	v.object({ v: v.literal(1), action: v.literal('full') }),
	v.object({ v: v.literal(1), action: v.literal('accept'), option: v.string() }),
	v.object({ v: v.literal(1), action: v.literal('restore') })
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

/** The decisions that hold: for each question those after the last time that they were taken back. */
export function overridesInForce(overrides: readonly OverrideRow[]): OverrideRow[] {
	const inForce = new Map<string, OverrideRow[]>();
	for (const row of overrides) {
		const before = inForce.get(row.question_version_id) ?? [];
		inForce.set(row.question_version_id, row.action.action === 'restore' ? [] : [...before, row]);
	}
	return [...inForce.values()].flat();
}

/** All grades of some attempts, by attempt, the first first. */
export async function selectGradeHistories(
	db: Db,
	attemptIds: readonly string[]
): Promise<Map<string, GradeRow[]>> {
	const histories = new Map<string, GradeRow[]>();
	for (const ids of inChunks(attemptIds)) {
		const rows = await db
			.selectFrom('grade')
			.selectAll()
			.where('attempt_id', 'in', ids)
			.orderBy('n')
			.execute();
		for (const row of rows)
			histories.set(row.attempt_id, [...(histories.get(row.attempt_id) ?? []), v.parse(Row, row)]);
	}
	return histories;
}

/** The newest grade of each attempt that has one, by attempt. */
export async function selectNewestGrades(
	db: Db,
	attemptIds: readonly string[]
): Promise<Map<string, GradeRow>> {
	const newest = new Map<string, GradeRow>();
	for (const [id, history] of await selectGradeHistories(db, attemptIds)) {
		const last = history.at(-1);
		if (last) newest.set(id, last);
	}
	return newest;
}

/** Decisions of several assignments, by assignment, in the order in which they were made. */
export async function selectOverridesOf(
	db: Db,
	assignmentIds: readonly string[]
): Promise<Map<string, OverrideRow[]>> {
	const found = new Map<string, OverrideRow[]>();
	for (const ids of inChunks(assignmentIds)) {
		const rows = await db
			.selectFrom('scoring_override')
			.selectAll()
			.where('assignment_id', 'in', ids)
			.orderBy('created_at')
			.orderBy('id')
			.execute();
		for (const row of rows)
			found.set(row.assignment_id, [
				...(found.get(row.assignment_id) ?? []),
				v.parse(OverrideRow, row)
			]);
	}
	return found;
}

/** What a gradebook needs of an attempt: who, which, and the mark that counts. */
export interface MarkRow {
	attempt_id: string;
	assignment_id: string;
	learner_id: string;
	partner_id: string | null;
	attempt_n: number;
	state: 'open' | 'submitted';
	started_at: number;
	/** null until it is marked. */
	points_n: number | null;
	points_d: number | null;
	max_points: number | null;
}

/**
 * Every attempt of a class with its newest mark, in no order. One query, and a row is proved by hand: a
 * school year of a large class has tens of thousands.
 */
export async function selectMarksOfClass(db: Db, classId: string): Promise<MarkRow[]> {
	const rows = await db
		.selectFrom('attempt')
		.innerJoin('learner', 'learner.id', 'attempt.learner_id')
		.leftJoin('grade', (join) =>
			join
				.onRef('grade.attempt_id', '=', 'attempt.id')
				.on((on) =>
					on.not(
						on.exists(
							on
								.selectFrom('grade as later')
								.select('later.id')
								.whereRef('later.attempt_id', '=', 'grade.attempt_id')
								.whereRef('later.n', '>', 'grade.n')
						)
					)
				)
		)
		.select([
			'attempt.id as attempt_id',
			'attempt.assignment_id',
			'attempt.learner_id',
			'attempt.partner_id',
			'attempt.n as attempt_n',
			'attempt.state',
			'attempt.started_at',
			'grade.points_n',
			'grade.points_d',
			'grade.max_points'
		])
		.where('learner.class_id', '=', classId)
		// Of a pair, one may have been removed; the other keeps the mark.
		.where((where) =>
			where.or([
				where('learner.removed_at', 'is', null),
				where('attempt.partner_id', 'is not', null)
			])
		)
		.execute();
	if (!rows.every(isMarkRow)) throw new Error('A mark in the store is no mark.');
	// What a database hands over is slow to read, and marks are read again and again.
	return rows.map((row) => ({
		attempt_id: row.attempt_id,
		assignment_id: row.assignment_id,
		learner_id: row.learner_id,
		partner_id: row.partner_id,
		attempt_n: row.attempt_n,
		state: row.state,
		started_at: row.started_at,
		points_n: row.points_n,
		points_d: row.points_d,
		max_points: row.max_points
	}));
}

const STATES: ReadonlySet<string> = new Set(['open', 'submitted']);

function isMarkRow(row: MarkRow): boolean {
	const { points_n: n, points_d: d, max_points: max } = row;
	const isUnmarked = n === null && d === null && max === null;
	return (
		typeof row.attempt_id === 'string' &&
		STATES.has(row.state) &&
		typeof row.started_at === 'number' &&
		(isUnmarked ||
			(Number.isSafeInteger(n) && Number.isSafeInteger(d) && d !== 0 && Number.isSafeInteger(max)))
	);
}
