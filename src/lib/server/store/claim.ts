// Rows of claim: who picked a listed name that is taken already and waits for the teacher.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	id: v.string(),
	learner_id: v.string(),
	token_hash: v.string(),
	created_at: v.number(),
	decided_at: v.nullable(v.number()),
	allowed: v.nullable(v.picklist([0, 1]))
});
export type ClaimRow = v.InferOutput<typeof Row>;

const Waiting = v.object({ ...Row.entries, nickname: v.string() });
/** A claim with the name that it is about. */
export type WaitingClaim = v.InferOutput<typeof Waiting>;

/** A claim made since `since`, of a learner who is not removed, in a class that is not deleted. */
export async function selectOptionalClaim(
	db: Db,
	tokenHash: string,
	since: number
): Promise<(ClaimRow & { nickname: string; class_id: string }) | undefined> {
	const row = await db
		.selectFrom('claim')
		.innerJoin('learner', 'learner.id', 'claim.learner_id')
		.innerJoin('class', 'class.id', 'learner.class_id')
		.selectAll('claim')
		.select(['learner.nickname', 'learner.class_id'])
		.where('claim.token_hash', '=', tokenHash)
		.where('claim.created_at', '>=', since)
		.where('learner.removed_at', 'is', null)
		.where('class.deleted_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(v.object({ ...Waiting.entries, class_id: v.string() }), row);
}

/** Claims in a class that were made since `since` and wait for the teacher, the first first. */
export async function selectWaitingClaims(
	db: Db,
	classId: string,
	since: number
): Promise<WaitingClaim[]> {
	const rows = await db
		.selectFrom('claim')
		.innerJoin('learner', 'learner.id', 'claim.learner_id')
		.selectAll('claim')
		.select('learner.nickname')
		.where('learner.class_id', '=', classId)
		.where('learner.removed_at', 'is', null)
		.where('claim.decided_at', 'is', null)
		.where('claim.created_at', '>=', since)
		.orderBy('claim.created_at')
		.orderBy('claim.id')
		.execute();
	return rows.map((row) => v.parse(Waiting, row));
}

export async function countWaitingClaims(
	db: Db,
	learnerId: string,
	since: number
): Promise<number> {
	const { waiting } = await db
		.selectFrom('claim')
		.select(({ fn }) => fn.countAll().as('waiting'))
		.where('learner_id', '=', learnerId)
		.where('decided_at', 'is', null)
		.where('created_at', '>=', since)
		.executeTakeFirstOrThrow();
	return Number(waiting);
}

export async function insertClaim(db: Db, row: ClaimRow): Promise<void> {
	await db.insertInto('claim').values(row).execute();
}

/** @returns the claim, or undefined where it was decided before or is none of this class's */
export async function decideClaim(
	db: Db,
	classId: string,
	id: string,
	decision: { decided_at: number; allowed: 0 | 1 }
): Promise<ClaimRow | undefined> {
	const row = await db
		.updateTable('claim')
		.set(decision)
		.where('id', '=', id)
		.where('decided_at', 'is', null)
		.where('learner_id', 'in', (where) =>
			where.selectFrom('learner').select('id').where('class_id', '=', classId)
		)
		.returningAll()
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

export async function moveClaims(db: Db, from: string, to: string): Promise<void> {
	await db.updateTable('claim').set({ learner_id: to }).where('learner_id', '=', from).execute();
}

/** @returns whether it was there: two that use it up at once cannot both have it */
export async function deleteClaim(db: Db, id: string): Promise<boolean> {
	const { numDeletedRows } = await db.deleteFrom('claim').where('id', '=', id).executeTakeFirst();
	return numDeletedRows === 1n;
}

export async function deleteClaimsOf(db: Db, learnerId: string): Promise<void> {
	await db.deleteFrom('claim').where('learner_id', '=', learnerId).execute();
}

/** Claims that nobody can use any more. */
export async function deleteClaimsBefore(db: Db, classId: string, before: number): Promise<void> {
	await db
		.deleteFrom('claim')
		.where('created_at', '<', before)
		.where('learner_id', 'in', (where) =>
			where.selectFrom('learner').select('id').where('class_id', '=', classId)
		)
		.execute();
}
