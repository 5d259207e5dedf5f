// Rows of class_teacher: who teaches a class.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	class_id: v.string(),
	teacher_id: v.string(),
	role: v.picklist(['owner', 'co-teacher'])
});
export type ClassTeacherRow = v.InferOutput<typeof Row>;

export async function selectTeachersOfClass(db: Db, classId: string): Promise<ClassTeacherRow[]> {
	const rows = await db
		.selectFrom('class_teacher')
		.selectAll()
		.where('class_id', '=', classId)
		.orderBy('teacher_id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

/** Makes everyone who teaches the class its owner. */
export async function makeAllOwners(db: Db, classId: string): Promise<void> {
	await db
		.updateTable('class_teacher')
		.set({ role: 'owner' })
		.where('class_id', '=', classId)
		.execute();
}

/** Takes a teacher out of all classes, deleted ones too. */
export async function deleteFromClasses(db: Db, teacherId: string): Promise<void> {
	await db.deleteFrom('class_teacher').where('teacher_id', '=', teacherId).execute();
}
