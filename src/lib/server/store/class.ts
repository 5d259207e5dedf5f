// Rows of class and of class_teacher: who teaches it.

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

const ClassTeacher = v.object({
	teacher_id: v.string(),
	role: v.picklist(['owner', 'co-teacher']),
	name: v.string(),
	email: v.nullable(v.string())
});
export type ClassTeacherRow = v.InferOutput<typeof ClassTeacher>;

/** Who teaches a class, with name and address: its owners first. */
export async function selectClassTeachers(db: Db, classId: string): Promise<ClassTeacherRow[]> {
	const rows = await db
		.selectFrom('class_teacher')
		.innerJoin('teacher', 'teacher.id', 'class_teacher.teacher_id')
		.select([
			'class_teacher.teacher_id',
			'class_teacher.role',
			'teacher.name as name',
			'teacher.email as email'
		])
		.where('class_teacher.class_id', '=', classId)
		.orderBy('class_teacher.role', 'desc')
		.orderBy('teacher.name')
		.execute();
	return rows.map((row) => v.parse(ClassTeacher, row));
}

export async function updateClassTeacher(
	db: Db,
	{
		class_id,
		teacher_id,
		role
	}: { class_id: string; teacher_id: string; role: TaughtClass['role'] }
): Promise<void> {
	await db
		.updateTable('class_teacher')
		.set({ role })
		.where('class_id', '=', class_id)
		.where('teacher_id', '=', teacher_id)
		.execute();
}

/** Never the owner: a class is handed over before. */
export async function deleteCoTeacher(db: Db, classId: string, teacherId: string): Promise<void> {
	await db
		.deleteFrom('class_teacher')
		.where('class_id', '=', classId)
		.where('teacher_id', '=', teacherId)
		.where('role', '=', 'co-teacher')
		.execute();
}

export async function insertClass(db: Db, row: ClassRow): Promise<void> {
	await db.insertInto('class').values(row).execute();
}

export async function insertClassTeacher(
	db: Db,
	row: { class_id: string; teacher_id: string; role: 'owner' | 'co-teacher' }
): Promise<void> {
	await db.insertInto('class_teacher').values(row).execute();
}
