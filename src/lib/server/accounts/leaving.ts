// What becomes of classes, sessions and name when an account ends: by its owner at once, by an
// administrator after a while.

import {
	deleteFromClasses,
	makeAllOwners,
	selectClassTeachers,
	type ClassTeacherRow
} from '../store/class-teacher.ts';
import { lockClass, selectTaughtClasses } from '../store/class.ts';
import { deleteSessionsOf } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { deleteUnusedLinks } from '../store/teacher-link.ts';
import { eraseTeacher } from '../store/teacher.ts';

interface Named {
	id: string;
	name: string;
}

/** A teacher's classes, archived ones among them. */
export interface TaughtWith {
	/** Nobody else who can sign in teaches them. */
	alone: Named[];
	/** They go on with whoever teaches them too. */
	shared: Named[];
}

export async function selectTaughtWith(db: Db, id: string): Promise<TaughtWith> {
	const found: TaughtWith = { alone: [], shared: [] };
	for (const group of await selectTaughtClasses(db, id)) {
		const others = await selectOthers(db, group.id, id);
		const place = others.length > 0 ? found.shared : found.alone;
		place.push({ id: group.id, name: group.name });
	}
	return found;
}

/** Keeps who teaches a teacher's classes as it is until the transaction ends. */
export async function holdTaughtClasses(trx: Db, id: string): Promise<void> {
	const ids = (await selectTaughtClasses(trx, id)).map((group) => group.id);
	// In one order, so that two who do so never wait for each other.
	for (const classId of ids.sort()) await lockClass(trx, classId);
}

/** A class that its last owner leaves belongs to all who stay. */
export async function keepOwned(db: Db, classId: string, leaver: string): Promise<void> {
	const others = await selectOthers(db, classId, leaver);
	if (!others.some(({ role }) => role === 'owner')) await makeAllOwners(db, classId);
}

const selectOthers = async (db: Db, classId: string, id: string): Promise<ClassTeacherRow[]> =>
	(await selectClassTeachers(db, classId)).filter(
		({ teacher_id, closed_at }) => teacher_id !== id && closed_at === null
	);

/** For good: out of all classes, signed out, and without name, email and password. */
export async function eraseAccount(trx: Db, id: string, now: number): Promise<void> {
	await deleteFromClasses(trx, id);
	await deleteUnusedLinks(trx, { teacher: id });
	await deleteSessionsOf(trx, { teacher: id });
	await eraseTeacher(trx, id, now);
}
