// An administrator closes a colleague's account, for example when somebody has left the school. Nobody
// signs in with it from then on; for a while it can be opened again, then retention erases it. Its classes
// go on meanwhile: with those who teach them too, or with whoever is given them.

import { Trouble } from '../../study/trouble.ts';
import { requireAdministrator, requireHeldAdministrators } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { insertClassTeacher } from '../store/class-teacher.ts';
import { countHoldings, type Holdings } from '../store/overview.ts';
import { deleteSessionsOf } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { deleteUnusedLinks } from '../store/teacher-link.ts';
import {
	selectClosedTeachers,
	selectOptionalTeacher,
	selectTeachers,
	updateTeacher
} from '../store/teacher.ts';
import { holdTaughtClasses, keepOwned, selectTaughtWith } from './leaving.ts';

/** What closing an account means. Administrators do not see others' classes, so they are only counted. */
export interface Closing {
	teacher: { id: string; name: string };
	/** Classes that others teach too. */
	shared: number;
	/** Classes that nobody else teaches, and what goes with them unless somebody is given them. */
	alone: number;
	holdings: Pick<Holdings, 'learners' | 'answers'>;
	/** Who could be given them; whoever asks comes first. */
	heirs: { id: string; name: string }[];
}

/**
 * A colleague whose account can be closed.
 * @throws Trouble `not-yours` where there is none, and for one's own: that is deleted on its own page
 */
async function requireColleague(db: Db, actor: TeacherActor | null, teacherId: string) {
	const { id } = requireAdministrator(actor);
	const teacher = await selectOptionalTeacher(db, teacherId);
	if (!teacher || teacher.id === id) throw new Trouble('not-yours');
	return teacher;
}

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function previewClosing(
	db: Db,
	actor: TeacherActor | null,
	teacherId: string
): Promise<Closing> {
	const { id, name } = await requireColleague(db, actor, teacherId);
	const { alone, shared } = await selectTaughtWith(db, id);
	const { learners, answers } = await countHoldings(
		db,
		alone.map((group) => group.id)
	);
	const heirs = (await selectTeachers(db)).filter((one) => one.id !== id);
	return {
		teacher: { id, name },
		shared: shared.length,
		alone: alone.length,
		holdings: { learners, answers },
		heirs: [
			...heirs.filter((one) => one.id === actor?.id),
			...heirs.filter((one) => one.id !== actor?.id)
		].map((one) => ({ id: one.id, name: one.name }))
	};
}

/**
 * @param heirId who owns from now on what nobody else teaches; null: it goes when the account is erased;
 *   undefined where that was not asked
 * @returns a fault where there are such classes and nothing was said about them
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function closeAccount(
	db: Db,
	actor: TeacherActor | null,
	{ teacherId, heirId }: { teacherId: string; heirId: string | null | undefined },
	now: number
): Promise<{ fault?: 'no-heir' }> {
	return db.transaction().execute(async (trx) => {
		await requireHeldAdministrators(trx, actor);
		const { id } = await requireColleague(trx, actor, teacherId);
		await holdTaughtClasses(trx, id);
		const { alone, shared } = await selectTaughtWith(trx, id);
		if (alone.length > 0) {
			if (heirId === undefined) return { fault: 'no-heir' as const };
			if (heirId !== null) await giveTo(trx, alone, heirId, id);
		}
		for (const group of shared) await keepOwned(trx, group.id, id);
		await deleteUnusedLinks(trx, { teacher: id });
		await deleteSessionsOf(trx, { teacher: id });
		await updateTeacher(trx, id, { closed_at: now });
		return {};
	});
}

async function giveTo(
	trx: Db,
	classes: readonly { id: string }[],
	heirId: string,
	from: string
): Promise<void> {
	const heir = await selectOptionalTeacher(trx, heirId);
	if (!heir || heir.id === from) throw new Trouble('not-yours');
	for (const { id } of classes)
		await insertClassTeacher(trx, { class_id: id, teacher_id: heir.id, role: 'owner' });
}

/**
 * Lets a colleague sign in again, with the password that was and all classes. Whoever was given classes
 * meanwhile teaches them too.
 * @throws Trouble `sign-in-first`, `not-yours` where nothing is closed, or it is erased already
 */
export async function openAccountAgain(
	db: Db,
	actor: TeacherActor | null,
	teacherId: string
): Promise<void> {
	requireAdministrator(actor);
	const closed = await selectClosedTeachers(db);
	if (!closed.some(({ id }) => id === teacherId)) throw new Trouble('not-yours');
	await updateTeacher(db, teacherId, { closed_at: null });
}
