// A class as its teachers keep it: made, named, opened and locked, archived, deleted and brought back.
// Who learns in it is in learners.ts, how they come in in joining.ts.

import { requireOwnedClass, requireTaughtClass, requireTeacher } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import {
	insertClass,
	selectDeletedClasses,
	selectOptionalClassByCode,
	updateClass,
	type ClassRow
} from '../store/class.ts';
import { insertClassTeacher } from '../store/class-teacher.ts';
import { newId } from '../store/ids.ts';
import { countHoldings, type Holdings } from '../store/overview.ts';
import type { Db } from '../store/store.ts';
import { Trouble } from '../../study/trouble.ts';
import { nextEnd } from './calendar.ts';
import { newJoinCode } from './codes.ts';

/** Learners in a class at most, listed names that nobody took among them. */
export const CLASS_LIMIT = 500;

type Teacher = TeacherActor | null;

/** @returns the new class's id */
export async function createClass(
	db: Db,
	teacher: Teacher,
	{ name }: { name: string },
	now: number
): Promise<string> {
	const owner = requireTeacher(teacher);
	return db.transaction().execute(async (trx) => {
		const row: ClassRow = {
			id: newId(),
			name,
			join_code: await freeCode(trx),
			joining: 'open',
			join_by: 'nickname',
			ends_at: nextEnd(now),
			archived_at: null,
			deleted_at: null,
			created_at: now
		};
		await insertClass(trx, row);
		await insertClassTeacher(trx, { class_id: row.id, teacher_id: owner.id, role: 'owner' });
		return row.id;
	});
}

/** One of 5 · 10^11: that it is taken will not happen, and costs another draw if it does. */
async function freeCode(db: Db): Promise<string> {
	for (;;) {
		const code = newJoinCode();
		if (!(await selectOptionalClassByCode(db, code))) return code;
	}
}

/** What a teacher may set. The end is a moment, `parseDay` of calendar.ts. */
export type ClassSettings = Partial<Pick<ClassRow, 'name' | 'ends_at' | 'join_by' | 'joining'>>;

export async function changeClass(
	db: Db,
	teacher: Teacher,
	classId: string,
	settings: ClassSettings
): Promise<void> {
	await requireTaughtClass(db, teacher, classId);
	if (Object.keys(settings).length > 0) await updateClass(db, classId, settings);
}

/** From now on the old code, with its link and its slips, leads nowhere. */
export async function rotateCode(db: Db, teacher: Teacher, classId: string): Promise<void> {
	await requireTaughtClass(db, teacher, classId);
	await updateClass(db, classId, { join_code: await freeCode(db) });
}

/** Out of the way of everyday work; nobody joins, nothing is lost. */
export async function archiveClass(
	db: Db,
	teacher: Teacher,
	classId: string,
	now: number | null
): Promise<void> {
	await requireTaughtClass(db, teacher, classId);
	await updateClass(db, classId, { archived_at: now });
}

/** What goes with a class; assignments that no other class has go too. */
export async function classHoldings(db: Db, teacher: Teacher, classId: string): Promise<Holdings> {
	await requireTaughtClass(db, teacher, classId);
	return countHoldings(db, [classId]);
}

/** Gone for everybody at once; for its owner it can be brought back until it is taken away. */
export async function deleteClass(
	db: Db,
	teacher: Teacher,
	classId: string,
	now: number
): Promise<void> {
	await requireOwnedClass(db, teacher, classId);
	await updateClass(db, classId, { deleted_at: now });
}

/** Classes that their owner can bring back. */
export async function deletedClasses(db: Db, teacher: Teacher): Promise<ClassRow[]> {
	return selectDeletedClasses(db, requireTeacher(teacher).id);
}

/** @throws Trouble `not-yours` where it is not deleted, or somebody else's */
export async function bringClassBack(db: Db, teacher: Teacher, classId: string): Promise<void> {
	const rows = await deletedClasses(db, teacher);
	if (!rows.some(({ id }) => id === classId)) throw new Trouble('not-yours');
	await updateClass(db, classId, { deleted_at: null });
}
