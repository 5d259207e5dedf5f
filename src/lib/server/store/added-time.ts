// Rows of added_time: minutes that a teacher added while an assignment ran.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Move = v.object({ from: v.number(), to: v.number() });

/** What adding minutes moved: the class's due date, and ends of attempts. */
const Moved = v.object({
	v: v.literal(1),
	due: v.nullable(Move),
	attempts: v.array(v.object({ id: v.string(), ...Move.entries }))
});
export type Moved = v.InferOutput<typeof Moved>;

const Row = v.object({
	op_id: v.string(),
	assignment_id: v.string(),
	class_id: v.string(),
	learner_id: v.nullable(v.string()),
	moved: v.pipe(v.string(), v.parseJson(), Moved),
	created_at: v.number(),
	undone_at: v.nullable(v.number())
});
export type AddedTimeRow = v.InferOutput<typeof Row>;

export async function selectOptionalAddedTime(
	db: Db,
	opId: string
): Promise<AddedTimeRow | undefined> {
	const row = await db
		.selectFrom('added_time')
		.selectAll()
		.where('op_id', '=', opId)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

export async function insertAddedTime(db: Db, row: AddedTimeRow): Promise<void> {
	await db
		.insertInto('added_time')
		.values({ ...row, moved: JSON.stringify(row.moved) })
		.execute();
}

/** @returns false when it was taken back before */
export async function endAddedTime(db: Db, opId: string, now: number): Promise<boolean> {
	const row = await db
		.updateTable('added_time')
		.set({ undone_at: now })
		.where('op_id', '=', opId)
		.where('undone_at', 'is', null)
		.returning('op_id')
		.executeTakeFirst();
	return row !== undefined;
}
