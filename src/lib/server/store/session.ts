// Rows of session: who is signed in where. The cookie carries the token, the row only its hash.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	token_hash: v.string(),
	teacher_id: v.nullable(v.string()),
	learner_id: v.nullable(v.string()),
	created_at: v.number(),
	expires_at: v.number()
});
export type SessionRow = v.InferOutput<typeof Row>;

/** A session that is not over. */
export async function selectOptionalSession(
	db: Db,
	tokenHash: string,
	now: number
): Promise<SessionRow | undefined> {
	const row = await db
		.selectFrom('session')
		.selectAll()
		.where('token_hash', '=', tokenHash)
		.where('expires_at', '>', now)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

export async function insertSession(db: Db, row: SessionRow): Promise<void> {
	await db.insertInto('session').values(row).execute();
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
	await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** Whoever is signed in as one learner is from now on signed in as another. */
export async function moveSessions(db: Db, from: string, to: string): Promise<void> {
	await db.updateTable('session').set({ learner_id: to }).where('learner_id', '=', from).execute();
}

/** Signs somebody out everywhere, or everywhere but in one browser. */
export async function deleteSessionsOf(
	db: Db,
	who: { teacher: string } | { learner: string },
	except?: string
): Promise<void> {
	let query = db.deleteFrom('session');
	query =
		'teacher' in who
			? query.where('teacher_id', '=', who.teacher)
			: query.where('learner_id', '=', who.learner);
	if (except !== undefined) query = query.where('token_hash', '<>', except);
	await query.execute();
}
