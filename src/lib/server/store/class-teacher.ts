// Rows of class_teacher: who teaches a class.

import * as v from 'valibot';
import type { Db } from './store.ts';

type Role = 'owner' | 'co-teacher';

const Row = v.object({
	teacher_id: v.string(),
	role: v.picklist(['owner', 'co-teacher'] satisfies Role[]),
	name: v.string(),
	email: v.nullable(v.string()),
	/** Not null: nobody signs in with the account. */
	closed_at: v.nullable(v.number())
});
export type ClassTeacherRow = v.InferOutput<typeof Row>;

/** Who teaches a class, with name and address: its owners first. */
export async function selectClassTeachers(db: Db, classId: string): Promise<ClassTeacherRow[]> {
	const rows = await db
		.selectFrom('class_teacher')
		.innerJoin('teacher', 'teacher.id', 'class_teacher.teacher_id')
		.select([
			'class_teacher.teacher_id',
			'class_teacher.role',
			'teacher.name as name',
			'teacher.email as email',
			'teacher.closed_at'
		])
		.where('class_teacher.class_id', '=', classId)
		.orderBy('class_teacher.role', 'desc')
		.orderBy('teacher.name')
		.orderBy('teacher.id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

interface Teaching {
	class_id: string;
	teacher_id: string;
	role: Role;
}

export async function insertClassTeacher(db: Db, row: Teaching): Promise<void> {
	await db.insertInto('class_teacher').values(row).execute();
}

export async function updateClassTeacher(
	db: Db,
	{ class_id, teacher_id, role }: Teaching
): Promise<void> {
	await db
		.updateTable('class_teacher')
		.set({ role })
		.where('class_id', '=', class_id)
		.where('teacher_id', '=', teacher_id)
		.execute();
}

/** Makes everyone who teaches the class its owner. */
export async function makeAllOwners(db: Db, classId: string): Promise<void> {
	await db
		.updateTable('class_teacher')
		.set({ role: 'owner' })
		.where('class_id', '=', classId)
		.execute();
}

export async function deleteClassTeacher(
	db: Db,
	classId: string,
	teacherId: string
): Promise<void> {
	await db
		.deleteFrom('class_teacher')
		.where('class_id', '=', classId)
		.where('teacher_id', '=', teacherId)
		.execute();
}

/** Takes a teacher out of all classes, deleted ones too. */
export async function deleteFromClasses(db: Db, teacherId: string): Promise<void> {
	await db.deleteFrom('class_teacher').where('teacher_id', '=', teacherId).execute();
}
