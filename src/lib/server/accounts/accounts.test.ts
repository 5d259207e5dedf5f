import { expect, it } from 'vitest';
import { makeClass, makeTeacher } from '../../../../tests/support/school.ts';
import { describeOnBothEngines, NOW } from '../../../../tests/support/engines.ts';
import { Trouble } from '../../study/trouble.ts';
import type { TeacherActor } from '../actor.ts';
import { selectTaughtClasses } from '../store/class.ts';
import { insertClassTeacher, selectClassTeachers } from '../store/class-teacher.ts';
import { insertSession } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { selectOptionalTeacher, selectTeachers, updateTeacher } from '../store/teacher.ts';
import { changeName, changePassword, deleteAccount, previewLeaving } from './account.ts';
import {
	acceptLink,
	LINK_LASTS,
	makeInvitation,
	makeResetLink,
	makeSetUpLink,
	readLink,
	resetPassword
} from './links.ts';
import { hashPassword } from './password.ts';
import { changeRole, invite, listPeople, offerReset, withdrawInvitation } from './people.ts';
import { newSignInLimit } from './rate-limit.ts';
import { checkPassword } from './sign-in.ts';

const password = 'correct horse battery';
const account = (n: number) => ({ name: `T ${n}`, email: `t${n}@example.org`, password });
const tokenOf = (path: string | undefined): string => path?.split('/').at(-1) ?? '';

const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
	try {
		return await work;
	} catch (caught) {
		if (caught instanceof Trouble) return caught.code;
		throw caught;
	}
};

async function withPassword(db: Db, teacher: TeacherActor): Promise<TeacherActor> {
	await updateTeacher(db, teacher.id, { password_hash: await hashPassword(password) });
	return teacher;
}

async function sessionsOf(db: Db, teacher: TeacherActor): Promise<string[]> {
	const rows = await db
		.selectFrom('session')
		.select('token_hash')
		.where('teacher_id', '=', teacher.id)
		.orderBy('token_hash')
		.execute();
	return rows.map(({ token_hash }) => token_hash);
}

const signedIn = (db: Db, teacher: TeacherActor, token_hash: string) =>
	insertSession(db, {
		token_hash,
		teacher_id: teacher.id,
		learner_id: null,
		created_at: NOW,
		expires_at: NOW + 1000
	});

describeOnBothEngines('a set-up link', (open) => {
	it('makes the first administrator, and then there is none any more', async () => {
		const { db } = await open();
		const token = tokenOf(await makeSetUpLink(db, NOW));
		const made = await acceptLink(db, token, account(1), NOW);
		const [teacher] = await selectTeachers(db);
		expect(made).toEqual({ teacher: teacher?.id });
		expect(teacher).toMatchObject({ email: 't1@example.org', role: 'administrator' });
		expect(await makeSetUpLink(db, NOW)).toBeUndefined();
	});

	it('ends the ones that were made before', async () => {
		const { db } = await open();
		const older = tokenOf(await makeSetUpLink(db, NOW));
		const newer = tokenOf(await makeSetUpLink(db, NOW + 1));
		expect(await codeOf(acceptLink(db, older, account(1), NOW + 2))).toBe('link-over');
		expect(await acceptLink(db, newer, account(1), NOW + 2)).toHaveProperty('teacher');
	});

	it('used twice at once makes one account', async () => {
		const { db } = await open();
		const token = tokenOf(await makeSetUpLink(db, NOW));
		const both = await Promise.all(
			[1, 2].map((n) => codeOf(acceptLink(db, token, account(n), NOW)))
		);
		expect(both.filter((one) => one === 'link-over')).toHaveLength(1);
		expect(await selectTeachers(db)).toHaveLength(1);
	});
});

describeOnBothEngines('an invitation', (open) => {
	it('gives the role it was made for, for seven days', async () => {
		const { db } = await open();
		const token = tokenOf(await makeInvitation(db, 'teacher', NOW));
		const last = NOW + LINK_LASTS.invitation - 1;
		expect(await readLink(db, token, 'welcome', last)).toEqual({
			purpose: 'invitation',
			role: 'teacher'
		});
		expect(await codeOf(readLink(db, token, 'welcome', last + 1))).toBe('link-over');
		expect(await codeOf(acceptLink(db, token, account(1), last + 1))).toBe('link-over');
		await acceptLink(db, token, account(1), last);
		expect(await selectTeachers(db)).toMatchObject([{ role: 'teacher' }]);
	});

	it('stays usable when the email is taken', async () => {
		const { db } = await open();
		const one = tokenOf(await makeInvitation(db, 'teacher', NOW));
		const two = tokenOf(await makeInvitation(db, 'teacher', NOW));
		await acceptLink(db, one, account(1), NOW);
		expect(await acceptLink(db, two, account(1), NOW)).toEqual({ fault: 'email-taken' });
		expect(await acceptLink(db, two, account(2), NOW)).toHaveProperty('teacher');
	});

	it('two with one email at once make one account', async () => {
		const { db } = await open();
		const tokens = [
			tokenOf(await makeInvitation(db, 'teacher', NOW)),
			tokenOf(await makeInvitation(db, 'teacher', NOW))
		];
		const both = await Promise.all(tokens.map((token) => acceptLink(db, token, account(1), NOW)));
		expect(both.filter((one) => 'fault' in one)).toEqual([{ fault: 'email-taken' }]);
		expect(await selectTeachers(db)).toHaveLength(1);
	});

	it('is withdrawn by an administrator alone', async () => {
		const { db } = await open();
		const administrator = await makeTeacher(db, 'A', 'administrator');
		const teacher = await makeTeacher(db);
		const token = tokenOf(await invite(db, administrator, 'teacher', NOW));
		const [open1] = (await listPeople(db, administrator, NOW)).invitations;
		for (const who of [teacher, null])
			expect(await codeOf(withdrawInvitation(db, who, open1?.id ?? ''))).toMatch(
				/not-yours|sign-in-first/
			);
		await readLink(db, token, 'welcome', NOW);
		await withdrawInvitation(db, administrator, open1?.id ?? '');
		expect(await codeOf(readLink(db, token, 'welcome', NOW))).toBe('link-over');
	});
});

describeOnBothEngines('a reset link', (open) => {
	it('sets a password once, for a day, and ends every session', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		await signedIn(db, teacher, 'one');
		const token = tokenOf(await makeResetLink(db, teacher.id, NOW));
		expect(await codeOf(resetPassword(db, token, password, NOW + LINK_LASTS.reset))).toBe(
			'link-over'
		);
		await resetPassword(db, token, password, NOW);
		expect(await sessionsOf(db, teacher)).toEqual([]);
		const tried = { email: teacher.email, password, address: 'x' };
		expect(await checkPassword(db, tried, NOW, newSignInLimit())).toEqual({ teacher: teacher.id });
		expect(await codeOf(resetPassword(db, token, 'another password', NOW))).toBe('link-over');
	});

	it('used twice at once sets one password', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const token = tokenOf(await makeResetLink(db, teacher.id, NOW));
		const both = await Promise.all(
			['first password', 'second password'].map((one) => codeOf(resetPassword(db, token, one, NOW)))
		);
		expect(both.filter((one) => one === 'link-over')).toHaveLength(1);
	});

	it('is no invitation, and an invitation is none', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const reset = tokenOf(await makeResetLink(db, teacher.id, NOW));
		const invitation = tokenOf(await makeInvitation(db, 'administrator', NOW));
		expect(await codeOf(acceptLink(db, reset, account(1), NOW))).toBe('link-over');
		expect(await codeOf(resetPassword(db, invitation, password, NOW))).toBe('link-over');
	});

	it('is made by an administrator alone', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		expect(await codeOf(offerReset(db, teacher, teacher.id, NOW))).toBe('not-yours');
		expect(await codeOf(offerReset(db, null, teacher.id, NOW))).toBe('sign-in-first');
	});
});

describeOnBothEngines('a password', (open) => {
	it('that is wrong and an email that nobody has are answered alike, and then with a wait', async () => {
		const { db } = await open();
		const teacher = await withPassword(db, await makeTeacher(db));
		const limits = newSignInLimit();
		for (const email of [teacher.email, 'nobody@example.org']) {
			const tried = { email, password: 'something else', address: 'x' };
			for (let i = 0; i < 5; i++)
				expect(await checkPassword(db, tried, NOW, limits)).toEqual({ fault: 'wrong-password' });
			expect(await checkPassword(db, tried, NOW, limits)).toEqual({ fault: 'wait', seconds: 10 });
			expect(await checkPassword(db, { ...tried, password }, NOW, limits)).toHaveProperty(
				'seconds'
			);
		}
	});

	it('is changed with the old one, and ends all other sessions', async () => {
		const { db } = await open();
		const teacher = await withPassword(db, await makeTeacher(db));
		for (const hash of ['here', 'home', 'lost']) await signedIn(db, teacher, hash);
		const change = { current: 'wrong', next: 'another password', address: 'x', keep: 'here' };
		expect(await changePassword(db, teacher, change, NOW)).toEqual({ fault: 'wrong-password' });
		expect(await sessionsOf(db, teacher)).toHaveLength(3);
		expect(await changePassword(db, teacher, { ...change, current: password }, NOW)).toEqual({});
		expect(await sessionsOf(db, teacher)).toEqual(['here']);
	});
});

describeOnBothEngines('the last administrator', (open) => {
	it('stays one', async () => {
		const { db } = await open();
		const only = await makeTeacher(db, 'A', 'administrator');
		expect(await changeRole(db, only, only.id, 'teacher')).toEqual({
			fault: 'last-administrator'
		});
	});

	it('is one of two who step back at once', async () => {
		const { db } = await open();
		const one = await makeTeacher(db, 'A', 'administrator');
		const two = await makeTeacher(db, 'B', 'administrator');
		await Promise.all([
			changeRole(db, one, one.id, 'teacher'),
			changeRole(db, two, two.id, 'teacher')
		]);
		const left = (await selectTeachers(db)).filter(({ role }) => role === 'administrator');
		expect(left).toHaveLength(1);
	});

	it('is not made or unmade by a teacher', async () => {
		const { db } = await open();
		const administrator = await makeTeacher(db, 'A', 'administrator');
		const teacher = await makeTeacher(db);
		expect(await codeOf(changeRole(db, teacher, teacher.id, 'administrator'))).toBe('not-yours');
		expect(await codeOf(changeRole(db, teacher, administrator.id, 'teacher'))).toBe('not-yours');
	});
});

describeOnBothEngines('deleting an account', (open) => {
	const asked = { password, address: 'x' };

	it('keeps the row without name, email, password, sessions and links', async () => {
		const { db } = await open();
		const teacher = await withPassword(db, await makeTeacher(db));
		await signedIn(db, teacher, 'one');
		await makeResetLink(db, teacher.id, NOW);
		expect(await deleteAccount(db, teacher, asked, NOW)).toEqual({});
		const row = await db.selectFrom('teacher').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ id: teacher.id, name: '', email: null, password_hash: null });
		expect(row.erased_at).toBe(NOW);
		expect(await selectOptionalTeacher(db, teacher.id)).toBeUndefined();
		expect(await sessionsOf(db, teacher)).toEqual([]);
		expect(await db.selectFrom('teacher_link').selectAll().execute()).toEqual([]);
	});

	it('asks for the password', async () => {
		const { db } = await open();
		const teacher = await withPassword(db, await makeTeacher(db));
		expect(await deleteAccount(db, teacher, { ...asked, password: 'wrong' }, NOW)).toEqual({
			fault: 'wrong-password'
		});
	});

	it('waits until every class is deleted or has somebody else', async () => {
		const { db } = await open();
		const teacher = await withPassword(db, await makeTeacher(db));
		const other = await makeTeacher(db, 'Other');
		const group = await makeClass(db, teacher);
		await makeClass(db, teacher, { name: 'gone', deleted_at: NOW });
		expect(await previewLeaving(db, teacher)).toMatchObject({ alone: [{ id: group.id }] });
		expect(await deleteAccount(db, teacher, asked, NOW)).toEqual({ fault: 'not-yet' });
		await insertClassTeacher(db, {
			class_id: group.id,
			teacher_id: other.id,
			role: 'co-teacher'
		});
		expect(await previewLeaving(db, teacher)).toMatchObject({
			alone: [],
			shared: [{ id: group.id }]
		});
		expect(await deleteAccount(db, teacher, asked, NOW)).toEqual({});
		expect(await selectClassTeachers(db, group.id)).toMatchObject([
			{ teacher_id: other.id, role: 'owner' }
		]);
		expect(await selectTaughtClasses(db, teacher.id)).toEqual([]);
	});

	it('is not for the last administrator, also when two go at once', async () => {
		const { db } = await open();
		const one = await withPassword(db, await makeTeacher(db, 'A', 'administrator'));
		expect(await deleteAccount(db, one, asked, NOW)).toEqual({ fault: 'not-yet' });
		const two = await withPassword(db, await makeTeacher(db, 'B', 'administrator'));
		await Promise.all([deleteAccount(db, one, asked, NOW), deleteAccount(db, two, asked, NOW)]);
		expect(await selectTeachers(db)).toHaveLength(1);
	});
});

describeOnBothEngines('a name', (open) => {
	it('is changed by its owner', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		await changeName(db, teacher, 'Mr Vance');
		expect(await selectOptionalTeacher(db, teacher.id)).toMatchObject({ name: 'Mr Vance' });
	});
});
