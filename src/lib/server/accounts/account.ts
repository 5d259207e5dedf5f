// What a teacher does with the own account: name, password, sessions, and its end.

import { requireTeacher } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { deleteSessionsOf } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { deleteUnusedLinks } from '../store/teacher-link.ts';
import { holdAdministrators, selectTeachers, updateTeacher } from '../store/teacher.ts';
import { hashPassword } from './password.ts';
import {
	eraseAccount,
	holdTaughtClasses,
	keepOwned,
	selectTaughtWith,
	type TaughtWith
} from './leaving.ts';
import { checkPassword, type Refused } from './sign-in.ts';

/** @throws Trouble `sign-in-first` */
export async function changeName(db: Db, actor: TeacherActor | null, name: string): Promise<void> {
	await updateTeacher(db, requireTeacher(actor).id, { name });
}

/**
 * Ends all sessions but one.
 * @param keep the hash of the one that stays
 * @throws Trouble `sign-in-first`
 */
export async function changePassword(
	db: Db,
	actor: TeacherActor | null,
	change: { current: string; next: string; address: string; keep: string | undefined },
	now: number
): Promise<{ fault?: never } | Refused> {
	const { id, email } = requireTeacher(actor);
	const { current: password, next, address, keep } = change;
	const checked = await checkPassword(db, { email, password, address }, now);
	if ('fault' in checked) return checked;
	const password_hash = await hashPassword(next);
	await db.transaction().execute(async (trx) => {
		await updateTeacher(trx, id, { password_hash });
		await deleteUnusedLinks(trx, { teacher: id });
		await deleteSessionsOf(trx, { teacher: id }, keep);
	});
	return {};
}

/** @throws Trouble `sign-in-first` */
export async function signOutEverywhere(db: Db, actor: TeacherActor | null): Promise<void> {
	await deleteSessionsOf(db, { teacher: requireTeacher(actor).id });
}

/** What the end of an account means for the classes. */
export interface Leaving extends TaughtWith {
	/** The only administrator must give the role to somebody else before. */
	lastAdministrator: boolean;
}

/** @throws Trouble `sign-in-first` */
export async function previewLeaving(db: Db, actor: TeacherActor | null): Promise<Leaving> {
	const { id } = requireTeacher(actor);
	const administrators = (await selectTeachers(db)).filter(({ role }) => role === 'administrator');
	return leaving(
		db,
		id,
		administrators.map((one) => one.id)
	);
}

const leaving = async (db: Db, id: string, administrators: string[]): Promise<Leaving> => ({
	...(await selectTaughtWith(db, id)),
	lastAdministrator: administrators.length === 1 && administrators[0] === id
});

/**
 * Ends the account: sessions and links go, name, email and password with them. Classes that others
 * teach too stay with them.
 * @throws Trouble `sign-in-first`
 */
export async function deleteAccount(
	db: Db,
	actor: TeacherActor | null,
	asked: { password: string; address: string },
	now: number
): Promise<{ fault?: never } | Refused | { fault: 'not-yet' }> {
	const { id, email } = requireTeacher(actor);
	const checked = await checkPassword(db, { email, ...asked }, now);
	if ('fault' in checked) return checked;
	return db.transaction().execute(async (trx) => {
		const administrators = await holdAdministrators(trx);
		await holdTaughtClasses(trx, id);
		const found = await leaving(trx, id, administrators);
		if (found.alone.length > 0 || found.lastAdministrator) return { fault: 'not-yet' as const };
		for (const group of found.shared) await keepOwned(trx, group.id, id);
		await eraseAccount(trx, id, now);
		return {};
	});
}
