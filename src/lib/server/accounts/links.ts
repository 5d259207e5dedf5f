// Links that work once: the first administrator's, an invitation, and one to set another password. The
// link carries a secret, the store keeps its hash, so a link is shown when it is made and never again.

import { Trouble } from '../../study/trouble.ts';
import type { TeacherActor } from '../actor.ts';
import { newId } from '../store/ids.ts';
import { deleteSessionsOf } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import {
	deleteUnusedLinks,
	insertTeacherLink,
	selectOptionalTeacherLink,
	useTeacherLink,
	type TeacherLinkRow
} from '../store/teacher-link.ts';
import {
	countTeachers,
	insertTeacherIfNew,
	selectOptionalTeacher,
	updateTeacher
} from '../store/teacher.ts';
import { hashToken, newToken } from '../tokens.ts';
import { hashPassword } from './password.ts';

type Purpose = TeacherLinkRow['purpose'];

const DAY = 24 * 60 * 60 * 1000;
/** How long a link can be used. */
export const LINK_LASTS: Record<Purpose, number> = {
	'set-up': 7 * DAY,
	invitation: 7 * DAY,
	reset: DAY
};

/** Where a link leads, below the address that people use. */
export const linkPath = (purpose: Purpose, token: string): string =>
	`/teach/${purpose === 'reset' ? 'reset' : 'welcome'}/${token}`;

async function makeLink(
	db: Db,
	link: Pick<TeacherLinkRow, 'purpose' | 'role' | 'teacher_id'>,
	now: number
): Promise<string> {
	const token = newToken();
	await insertTeacherLink(db, {
		...link,
		token_hash: hashToken(token),
		created_at: now,
		expires_at: now + LINK_LASTS[link.purpose],
		used_at: null
	});
	return linkPath(link.purpose, token);
}

/**
 * The link with which the first administrator makes an account; the ones made before end.
 * @returns its path; undefined where somebody has an account
 */
export function makeSetUpLink(db: Db, now: number): Promise<string | undefined> {
	return db.transaction().execute(async (trx) => {
		await deleteUnusedLinks(trx, { purpose: 'set-up' });
		if ((await countTeachers(trx)) > 0) return undefined;
		return makeLink(trx, { purpose: 'set-up', role: 'administrator', teacher_id: null }, now);
	});
}

/** @returns the path of a new link */
export const makeInvitation = (db: Db, role: TeacherActor['role'], now: number): Promise<string> =>
	makeLink(db, { purpose: 'invitation', role, teacher_id: null }, now);

/**
 * A link with which a teacher sets another password; the ones made before end.
 * @returns its path
 */
export function makeResetLink(db: Db, teacherId: string, now: number): Promise<string> {
	return db.transaction().execute(async (trx) => {
		await deleteUnusedLinks(trx, { teacher: teacherId });
		return makeLink(trx, { purpose: 'reset', role: null, teacher_id: teacherId }, now);
	});
}

/** What a link can still do. */
export type OpenLink =
	| { purpose: 'set-up' | 'invitation'; role: TeacherActor['role'] }
	| { purpose: 'reset'; teacher: { id: string; name: string; email: string } };

/** @throws Trouble `link-over` when it was used, has expired, was replaced, or never was */
export async function readLink(
	db: Db,
	token: string,
	kind: 'welcome' | 'reset',
	now: number
): Promise<OpenLink> {
	const link = await selectOptionalTeacherLink(db, hashToken(token), now);
	if (!link || (link.purpose === 'reset') !== (kind === 'reset')) throw new Trouble('link-over');
	if (link.purpose !== 'reset') return { purpose: link.purpose, role: link.role ?? 'teacher' };
	const teacher = await selectOptionalTeacher(db, link.teacher_id ?? '');
	if (!teacher) throw new Trouble('link-over');
	const { id, name, email } = teacher;
	return { purpose: 'reset', teacher: { id, name, email: email ?? '' } };
}

/** Undoes what a transaction did so far, for a reason that is told. */
class EmailTaken extends Error {}

/**
 * Makes an account with a set-up link or an invitation. The account and the use of the link are one:
 * an email that is taken leaves the link as it was.
 * @throws Trouble `link-over`
 */
export async function acceptLink(
	db: Db,
	token: string,
	account: { name: string; email: string; password: string },
	now: number
): Promise<{ teacher: string } | { fault: 'email-taken' }> {
	// Before the work of hashing, so that a made-up link costs nothing.
	await readLink(db, token, 'welcome', now);
	const password_hash = await hashPassword(account.password);
	try {
		return await db.transaction().execute(async (trx) => {
			const link = await useTeacherLink(trx, hashToken(token), now);
			if (!link?.role) throw new Trouble('link-over');
			if (link.purpose === 'set-up' && (await countTeachers(trx)) > 0)
				throw new Trouble('link-over');
			const id = newId();
			const { name, email } = account;
			const row = { id, name, email, password_hash, role: link.role };
			if (!(await insertTeacherIfNew(trx, { ...row, created_at: now, erased_at: null })))
				throw new EmailTaken();
			await deleteUnusedLinks(trx, { purpose: 'set-up' });
			return { teacher: id };
		});
	} catch (caught) {
		if (caught instanceof EmailTaken) return { fault: 'email-taken' };
		throw caught;
	}
}

/**
 * Sets another password; whoever was signed in to the account is no longer.
 * @returns whose it is
 * @throws Trouble `link-over`
 */
export async function resetPassword(
	db: Db,
	token: string,
	password: string,
	now: number
): Promise<{ id: string; email: string }> {
	const link = await readLink(db, token, 'reset', now);
	if (link.purpose !== 'reset') throw new Trouble('link-over');
	const { id, email } = link.teacher;
	const password_hash = await hashPassword(password);
	await db.transaction().execute(async (trx) => {
		if (!(await useTeacherLink(trx, hashToken(token), now))) throw new Trouble('link-over');
		await updateTeacher(trx, id, { password_hash });
		await deleteUnusedLinks(trx, { teacher: id });
		await deleteSessionsOf(trx, { teacher: id });
	});
	return { id, email };
}
