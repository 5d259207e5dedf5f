// The school's teachers, as an administrator sees and changes them. The last administrator stays one.

import { Trouble } from '../../study/trouble.ts';
import { requireAdministrator, requireHeldAdministrators } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { undoEnds } from '../retention.ts';
import type { Db } from '../store/store.ts';
import { deleteInvitation, selectOpenInvitations } from '../store/teacher-link.ts';
import {
	selectClosedTeachers,
	selectOptionalTeacher,
	selectTeachers,
	updateTeacher
} from '../store/teacher.ts';
import { makeInvitation, makeResetLink } from './links.ts';

type Role = TeacherActor['role'];

export interface People {
	teachers: { id: string; name: string; email: string; role: Role }[];
	/** They can be opened again until then. */
	closed: { id: string; name: string; until: number }[];
	/** Known by the hash: the link itself is shown once. */
	invitations: { id: string; role: Role; madeAt: number; endsAt: number }[];
}

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function listPeople(db: Db, actor: TeacherActor | null, now: number): Promise<People> {
	requireAdministrator(actor);
	const teachers = await selectTeachers(db);
	const closed = await selectClosedTeachers(db);
	const invitations = await selectOpenInvitations(db, now);
	return {
		teachers: teachers.map(({ id, name, email, role }) => ({ id, name, email: email ?? '', role })),
		closed: closed.map(({ id, name, closed_at }) => ({
			id,
			name,
			until: undoEnds(closed_at ?? now)
		})),
		invitations: invitations.map((link) => ({
			id: link.token_hash,
			role: link.role ?? 'teacher',
			madeAt: link.created_at,
			endsAt: link.expires_at
		}))
	};
}

/**
 * @returns the path of the link
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function invite(
	db: Db,
	actor: TeacherActor | null,
	role: Role,
	now: number
): Promise<string> {
	requireAdministrator(actor);
	return makeInvitation(db, role, now);
}

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function withdrawInvitation(
	db: Db,
	actor: TeacherActor | null,
	id: string
): Promise<void> {
	requireAdministrator(actor);
	await deleteInvitation(db, id);
}

/**
 * @returns the path of the link, and whose it is
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function offerReset(
	db: Db,
	actor: TeacherActor | null,
	teacherId: string,
	now: number
): Promise<{ path: string; name: string }> {
	requireAdministrator(actor);
	const teacher = await selectOptionalTeacher(db, teacherId);
	if (!teacher) throw new Trouble('not-yours');
	return { path: await makeResetLink(db, teacherId, now), name: teacher.name };
}

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function changeRole(
	db: Db,
	actor: TeacherActor | null,
	teacherId: string,
	role: Role
): Promise<{ fault?: 'last-administrator' }> {
	return db.transaction().execute(async (trx) => {
		const administrators = await requireHeldAdministrators(trx, actor);
		if (!(await selectOptionalTeacher(trx, teacherId))) throw new Trouble('not-yours');
		if (role === 'teacher' && administrators.every((id) => id === teacherId))
			return { fault: 'last-administrator' };
		await updateTeacher(trx, teacherId, { role });
		return {};
	});
}
