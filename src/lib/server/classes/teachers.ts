// Who teaches a class: its owner, or several where an owner left, and co-teachers who may do all but delete it, hand it over and choose
// its teachers.

import { requireOwnedClass, requireTaughtClass } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { lockClass } from '../store/class.ts';
import {
	deleteClassTeacher,
	insertClassTeacher,
	selectClassTeachers,
	updateClassTeacher,
	type ClassTeacherRow
} from '../store/class-teacher.ts';
import type { Db } from '../store/store.ts';
import { selectOptionalTeacherByEmail } from '../store/teacher.ts';

type Teacher = TeacherActor | null;

export async function classTeachers(
	db: Db,
	teacher: Teacher,
	classId: string
): Promise<ClassTeacherRow[]> {
	await requireTaughtClass(db, teacher, classId);
	return selectClassTeachers(db, classId);
}

/** @returns what is wrong, or undefined once the teacher is one of the class's */
export async function addCoTeacher(
	db: Db,
	teacher: Teacher,
	classId: string,
	email: string
): Promise<'no-teacher' | 'already' | undefined> {
	await requireOwnedClass(db, teacher, classId);
	return db.transaction().execute(async (trx) => {
		await lockClass(trx, classId);
		const found = await selectOptionalTeacherByEmail(trx, email.trim().toLowerCase());
		if (!found) return 'no-teacher';
		const there = await selectClassTeachers(trx, classId);
		if (there.some(({ teacher_id }) => teacher_id === found.id)) return 'already';
		await insertClassTeacher(trx, {
			class_id: classId,
			teacher_id: found.id,
			role: 'co-teacher'
		});
		return undefined;
	});
}

/** The owner removes a co-teacher, or somebody leaves; an owner only where there is another. */
export async function removeTeacher(
	db: Db,
	teacher: Teacher,
	classId: string,
	teacherId: string
): Promise<void> {
	if (teacher?.id === teacherId) await requireTaughtClass(db, teacher, classId);
	else await requireOwnedClass(db, teacher, classId);
	await db.transaction().execute(async (trx) => {
		// Whoever else is leaving counts on those who are there.
		await lockClass(trx, classId);
		const there = await selectClassTeachers(trx, classId);
		const isOwner = (id: string) =>
			there.some((one) => one.teacher_id === id && one.role === 'owner');
		const others = there.filter((one) => one.teacher_id !== teacherId && one.closed_at === null);
		const mayLeave = teacher?.id === teacherId && others.some((one) => isOwner(one.teacher_id));
		if (!isOwner(teacherId) || mayLeave) await deleteClassTeacher(trx, classId, teacherId);
	});
}

/**
 * A co-teacher becomes the owner, and the owner a co-teacher.
 * @returns what is wrong, or undefined once it is done
 */
export async function handOver(
	db: Db,
	teacher: Teacher,
	classId: string,
	teacherId: string
): Promise<'no-teacher' | undefined> {
	await requireOwnedClass(db, teacher, classId);
	return db.transaction().execute(async (trx) => {
		await lockClass(trx, classId);
		// Whoever handed it over a moment ago in another tab does not do it twice.
		const owner = await requireOwnedClass(trx, teacher, classId);
		const there = await selectClassTeachers(trx, owner.id);
		const next = there.find(({ teacher_id }) => teacher_id === teacherId);
		if (next?.role !== 'co-teacher' || next.closed_at !== null) return 'no-teacher';
		await updateClassTeacher(trx, { class_id: classId, teacher_id: teacherId, role: 'owner' });
		await updateClassTeacher(trx, {
			class_id: classId,
			teacher_id: teacher?.id ?? '',
			role: 'co-teacher'
		});
		return undefined;
	});
}
