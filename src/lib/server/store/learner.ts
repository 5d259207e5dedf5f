// Rows of learner: members of a class, by a nickname or a name from the teacher's list.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	id: v.string(),
	class_id: v.string(),
	nickname: v.string(),
	nickname_key: v.string(),
	listed: v.picklist([0, 1]),
	joined_at: v.nullable(v.number()),
	return_code_hash: v.nullable(v.string()),
	removed_at: v.nullable(v.number()),
	created_at: v.number()
});
export type LearnerRow = v.InferOutput<typeof Row>;

/** A learner who is not removed. */
export async function selectOptionalLearner(db: Db, id: string): Promise<LearnerRow | undefined> {
	const row = await db
		.selectFrom('learner')
		.selectAll()
		.where('id', '=', id)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** Everyone in a class who is not removed, by nickname; listed names that nobody took among them. */
export async function selectLearners(db: Db, classId: string): Promise<LearnerRow[]> {
	const rows = await db
		.selectFrom('learner')
		.selectAll()
		.where('class_id', '=', classId)
		.where('removed_at', 'is', null)
		.orderBy('nickname_key')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

export async function insertLearner(db: Db, row: LearnerRow): Promise<void> {
	await db.insertInto('learner').values(row).execute();
}
