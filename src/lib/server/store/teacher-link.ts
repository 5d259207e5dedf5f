// Rows of teacher_link: links that work once, to make an account or to set another password.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	token_hash: v.string(),
	purpose: v.picklist(['set-up', 'invitation', 'reset']),
	role: v.nullable(v.picklist(['administrator', 'teacher'])),
	teacher_id: v.nullable(v.string()),
	created_at: v.number(),
	expires_at: v.number(),
	used_at: v.nullable(v.number())
});
export type TeacherLinkRow = v.InferOutput<typeof Row>;

/** A link that can still be used. */
export async function selectOptionalTeacherLink(
	db: Db,
	tokenHash: string,
	now: number
): Promise<TeacherLinkRow | undefined> {
	const row = await db
		.selectFrom('teacher_link')
		.selectAll()
		.where('token_hash', '=', tokenHash)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** Invitations that nobody has used yet, newest first. */
export async function selectOpenInvitations(db: Db, now: number): Promise<TeacherLinkRow[]> {
	const rows = await db
		.selectFrom('teacher_link')
		.selectAll()
		.where('purpose', '=', 'invitation')
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.orderBy('created_at', 'desc')
		.orderBy('token_hash')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

export async function insertTeacherLink(db: Db, row: TeacherLinkRow): Promise<void> {
	await db.insertInto('teacher_link').values(row).execute();
}

/**
 * Uses a link up. Of two who use it at once, one gets the row and the other undefined; in a
 * transaction that fails it stays usable.
 */
export async function useTeacherLink(
	db: Db,
	tokenHash: string,
	now: number
): Promise<TeacherLinkRow | undefined> {
	const row = await db
		.updateTable('teacher_link')
		.set({ used_at: now })
		.where('token_hash', '=', tokenHash)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.returningAll()
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** Ends links that nobody has used: those to set up, or one teacher's to set another password. */
export async function deleteUnusedLinks(
	db: Db,
	which: { purpose: 'set-up' } | { teacher: string }
): Promise<void> {
	const query = db.deleteFrom('teacher_link').where('used_at', 'is', null);
	await (
		'teacher' in which
			? query.where('teacher_id', '=', which.teacher)
			: query.where('purpose', '=', which.purpose)
	).execute();
}

/** Withdraws an invitation that nobody has used. */
export async function deleteInvitation(db: Db, tokenHash: string): Promise<void> {
	await db
		.deleteFrom('teacher_link')
		.where('token_hash', '=', tokenHash)
		.where('purpose', '=', 'invitation')
		.where('used_at', 'is', null)
		.execute();
}
