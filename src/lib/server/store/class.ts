// Rows of class. Who teaches it is in class-teacher.ts.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	id: v.string(),
	name: v.string(),
	join_code: v.string(),
	joining: v.picklist(['open', 'locked']),
	join_by: v.picklist(['nickname', 'list']),
	ends_at: v.number(),
	archived_at: v.nullable(v.number()),
	deleted_at: v.nullable(v.number()),
	created_at: v.number()
});
export type ClassRow = v.InferOutput<typeof Row>;

/** What a teacher is to a class. */
const Taught = v.object({ ...Row.entries, role: v.picklist(['owner', 'co-teacher']) });
export type TaughtClass = v.InferOutput<typeof Taught>;

/** A class, deleted or not. */
export async function selectOptionalClass(db: Db, id: string): Promise<ClassRow | undefined> {
	const row = await db.selectFrom('class').selectAll().where('id', '=', id).executeTakeFirst();
	return row && v.parse(Row, row);
}

/** The class as somebody who teaches it sees it; undefined for everyone else, and once it is deleted. */
export async function selectOptionalTaughtClass(
	db: Db,
	id: string,
	teacherId: string
): Promise<TaughtClass | undefined> {
	const row = await db
		.selectFrom('class')
		.innerJoin('class_teacher', 'class_teacher.class_id', 'class.id')
		.selectAll('class')
		.select('class_teacher.role')
		.where('class.id', '=', id)
		.where('class.deleted_at', 'is', null)
		.where('class_teacher.teacher_id', '=', teacherId)
		.executeTakeFirst();
	return row && v.parse(Taught, row);
}

/** All classes of a teacher, deleted ones left out, by name; archived ones among them. */
export async function selectTaughtClasses(db: Db, teacherId: string): Promise<TaughtClass[]> {
	const rows = await db
		.selectFrom('class')
		.innerJoin('class_teacher', 'class_teacher.class_id', 'class.id')
		.selectAll('class')
		.select('class_teacher.role')
		.where('class.deleted_at', 'is', null)
		.where('class_teacher.teacher_id', '=', teacherId)
		.orderBy('class.name')
		.orderBy('class.id')
		.execute();
	return rows.map((row) => v.parse(Taught, row));
}

/** The class that a join code names, unless it is deleted. */
export async function selectOptionalClassByCode(
	db: Db,
	joinCode: string
): Promise<ClassRow | undefined> {
	const row = await db
		.selectFrom('class')
		.selectAll()
		.where('join_code', '=', joinCode)
		.where('deleted_at', 'is', null)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** Deleted classes of an owner, which can still be brought back; the last one first. */
export async function selectDeletedClasses(db: Db, ownerId: string): Promise<ClassRow[]> {
	const rows = await db
		.selectFrom('class')
		.innerJoin('class_teacher', 'class_teacher.class_id', 'class.id')
		.selectAll('class')
		.where('class.deleted_at', 'is not', null)
		.where('class_teacher.teacher_id', '=', ownerId)
		.where('class_teacher.role', '=', 'owner')
		.orderBy('class.deleted_at', 'desc')
		.orderBy('class.id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/**
 * Holds a class until the transaction ends, so that whoever else joins or changes who is in it waits;
 * undefined where it is deleted.
 */
export async function lockClass(trx: Db, id: string): Promise<ClassRow | undefined> {
	// Both engines lock a row that is written, though nothing in it changes.
	const row = await trx
		.updateTable('class')
		.set((row) => ({ name: row.ref('name') }))
		.where('id', '=', id)
		.where('deleted_at', 'is', null)
		.returningAll()
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

export async function updateClass(
	db: Db,
	id: string,
	change: Partial<Omit<ClassRow, 'id' | 'created_at'>>
): Promise<void> {
	await db.updateTable('class').set(change).where('id', '=', id).execute();
}

export async function insertClass(db: Db, row: ClassRow): Promise<void> {
	await db.insertInto('class').values(row).execute();
}
