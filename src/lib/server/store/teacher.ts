// Rows of teacher: who may sign in. A closed account keeps everything and lets nobody in; an erased one
// keeps its row without its name and address.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	id: v.string(),
	email: v.nullable(v.string()),
	name: v.string(),
	role: v.picklist(['administrator', 'teacher']),
	password_hash: v.nullable(v.string()),
	created_at: v.number(),
	closed_at: v.nullable(v.number()),
	erased_at: v.nullable(v.number())
});
export type TeacherRow = v.InferOutput<typeof Row>;
/** Nobody is closed from the start. */
export type NewTeacher = Omit<TeacherRow, 'closed_at'>;

/** Somebody who may sign in. */
export async function selectOptionalTeacher(db: Db, id: string): Promise<TeacherRow | undefined> {
	const row = await db
		.selectFrom('teacher')
		.selectAll()
		.where('id', '=', id)
		.where('erased_at', 'is', null)
		.where('closed_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/**
 * Somebody who may sign in.
 * @param email in lower case
 */
export async function selectOptionalTeacherByEmail(
	db: Db,
	email: string
): Promise<TeacherRow | undefined> {
	const row = await db
		.selectFrom('teacher')
		.selectAll()
		.where('email', '=', email)
		.where('closed_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** Everyone who may sign in, by name. */
export async function selectTeachers(db: Db): Promise<TeacherRow[]> {
	const rows = await db
		.selectFrom('teacher')
		.selectAll()
		.where('erased_at', 'is', null)
		.where('closed_at', 'is', null)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/** Closed accounts that are not erased yet, the last one first. */
export async function selectClosedTeachers(db: Db): Promise<TeacherRow[]> {
	const rows = await db
		.selectFrom('teacher')
		.selectAll()
		.where('erased_at', 'is', null)
		.where('closed_at', 'is not', null)
		.orderBy('closed_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/**
 * Keeps an account that was closed by then as it is until the transaction ends.
 * @returns false where it is open, was closed later, or is erased
 */
export async function holdClosedTeacher(
	trx: Db,
	id: string,
	closedBefore: number
): Promise<boolean> {
	const row = await trx
		.updateTable('teacher')
		.set((row) => ({ closed_at: row.ref('closed_at') }))
		.where('id', '=', id)
		.where('closed_at', '<=', closedBefore)
		.where('erased_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** @returns false if somebody has the email already; nothing is written then */
export async function insertTeacherIfNew(db: Db, row: NewTeacher): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('teacher')
		.values(row)
		.onConflict((conflict) => conflict.column('email').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Closed accounts among them. */
export async function countTeachers(db: Db): Promise<number> {
	const { n } = await db
		.selectFrom('teacher')
		.select((select) => select.fn.countAll<number>().as('n'))
		.where('erased_at', 'is', null)
		.executeTakeFirstOrThrow();
	return n;
}

/**
 * The ids of all administrators, held until the transaction ends: of two that would leave the school
 * without one, the second sees what the first did. The update changes nothing; it is the one way to
 * take the rows that both engines have.
 */
export async function holdAdministrators(db: Db): Promise<string[]> {
	const rows = await db
		.updateTable('teacher')
		.set({ role: 'administrator' })
		.where('role', '=', 'administrator')
		.where('erased_at', 'is', null)
		.where('closed_at', 'is', null)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
}

export async function updateTeacher(
	db: Db,
	id: string,
	changes: Partial<Pick<TeacherRow, 'name' | 'role' | 'password_hash' | 'closed_at'>>
): Promise<void> {
	await db
		.updateTable('teacher')
		.set(changes)
		.where('id', '=', id)
		.where('erased_at', 'is', null)
		.execute();
}

/** The row stays for what names it; who it was goes. */
export async function eraseTeacher(db: Db, id: string, now: number): Promise<void> {
	await db
		.updateTable('teacher')
		.set({ email: null, name: '', password_hash: null, role: 'teacher', erased_at: now })
		.where('id', '=', id)
		.execute();
}
