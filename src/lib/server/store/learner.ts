// Rows of learner: members of a class, by a nickname or a name from the teacher's list.

import * as v from 'valibot';
import { locksRows } from './locking.ts';
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

/** A learner who is not removed, in a class that is not deleted. */
export async function selectOptionalLearner(db: Db, id: string): Promise<LearnerRow | undefined> {
	const row = await db
		.selectFrom('learner')
		.innerJoin('class', 'class.id', 'learner.class_id')
		.selectAll('learner')
		.where('learner.id', '=', id)
		.where('learner.removed_at', 'is', null)
		.where('class.deleted_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** A learner of one class, removed or not. */
export async function selectOptionalMember(
	db: Db,
	classId: string,
	id: string
): Promise<LearnerRow | undefined> {
	const row = await db
		.selectFrom('learner')
		.selectAll()
		.where('class_id', '=', classId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** Whoever has the name in a class. A removed learner has none. */
export async function selectOptionalLearnerByKey(
	db: Db,
	classId: string,
	key: string
): Promise<LearnerRow | undefined> {
	const row = await db
		.selectFrom('learner')
		.selectAll()
		.where('class_id', '=', classId)
		.where('nickname_key', '=', key)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

export async function selectOptionalLearnerByReturnCode(
	db: Db,
	classId: string,
	hash: string
): Promise<LearnerRow | undefined> {
	const row = await db
		.selectFrom('learner')
		.selectAll()
		.where('class_id', '=', classId)
		.where('return_code_hash', '=', hash)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** How many are in a class, and how many of them have joined. Removed ones do not count. */
export async function countLearners(
	db: Db,
	classId: string
): Promise<{ all: number; joined: number }> {
	const { all, joined } = await db
		.selectFrom('learner')
		.select(({ fn }) => [fn.countAll().as('all'), fn.count('joined_at').as('joined')])
		.where('class_id', '=', classId)
		.where('removed_at', 'is', null)
		.executeTakeFirstOrThrow();
	return { all: Number(all), joined: Number(joined) };
}

/** Removed learners of a class who can still be brought back, the last one first. */
export async function selectRemovedLearners(db: Db, classId: string): Promise<LearnerRow[]> {
	const rows = await db
		.selectFrom('learner')
		.selectAll()
		.where('class_id', '=', classId)
		.where('removed_at', 'is not', null)
		.orderBy('removed_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

export async function updateLearner(
	db: Db,
	id: string,
	change: Partial<Omit<LearnerRow, 'id' | 'class_id' | 'created_at'>>
): Promise<void> {
	await db.updateTable('learner').set(change).where('id', '=', id).execute();
}

/** For good, with everything that hangs on the learner. */
export async function deleteLearner(db: Db, id: string): Promise<void> {
	await db.deleteFrom('learner').where('id', '=', id).execute();
}

/**
 * Keeps these learners for the rest of a transaction, so that of two who start something for one of
 * them the second sees what the first did.
 */
export async function lockLearners(trx: Db, ids: readonly string[]): Promise<void> {
	if (!locksRows(trx) || ids.length === 0) return;
	await trx
		.selectFrom('learner')
		.select('id')
		.where('id', 'in', [...ids])
		.orderBy('id')
		.forUpdate()
		.execute();
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
