// Rows of teacher: who may sign in. An erased account keeps its row without its name and address.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	id: v.string(),
	email: v.nullable(v.string()),
	name: v.string(),
	role: v.picklist(['administrator', 'teacher']),
	password_hash: v.nullable(v.string()),
	created_at: v.number(),
	erased_at: v.nullable(v.number())
});
export type TeacherRow = v.InferOutput<typeof Row>;

export async function selectOptionalTeacher(db: Db, id: string): Promise<TeacherRow | undefined> {
	const row = await db
		.selectFrom('teacher')
		.selectAll()
		.where('id', '=', id)
		.where('erased_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** @param email in lower case */
export async function selectOptionalTeacherByEmail(
	db: Db,
	email: string
): Promise<TeacherRow | undefined> {
	const row = await db
		.selectFrom('teacher')
		.selectAll()
		.where('email', '=', email)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** Everyone who may sign in, by name. */
export async function selectTeachers(db: Db): Promise<TeacherRow[]> {
	const rows = await db
		.selectFrom('teacher')
		.selectAll()
		.where('erased_at', 'is', null)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

export async function insertTeacher(db: Db, row: TeacherRow): Promise<void> {
	await db.insertInto('teacher').values(row).execute();
}
