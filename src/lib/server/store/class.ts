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

export async function insertClass(db: Db, row: ClassRow): Promise<void> {
	await db.insertInto('class').values(row).execute();
}

export async function insertClassTeacher(
	db: Db,
	row: { class_id: string; teacher_id: string; role: 'owner' | 'co-teacher' }
): Promise<void> {
	await db.insertInto('class_teacher').values(row).execute();
}
