import { expect, it } from 'vitest';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher
} from '../../../../tests/support/school.ts';
import { describeOnBothEngines, NOW } from '../../../../tests/support/engines.ts';
import type { TeacherActor } from '../actor.ts';
import { addCoTeacher, handOver, removeTeacher } from '../classes/teachers.ts';
import { purge, UNDO_DAYS } from '../retention.ts';
import { insertClassTeacher, selectClassTeachers } from '../store/class-teacher.ts';
import { insertSession } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { selectOptionalTeacher, updateTeacher } from '../store/teacher.ts';
import { previewLeaving } from './account.ts';
import { closeAccount, openAccountAgain, previewClosing } from './closing.ts';
import { makeResetLink, readLink } from './links.ts';
import { hashPassword } from './password.ts';
import { changeRole, listPeople, offerReset } from './people.ts';
import { newSignInLimit } from './rate-limit.ts';
import { checkPassword } from './sign-in.ts';

const DAY = 24 * 60 * 60 * 1000;
const password = 'correct horse battery';

async function school(db: Db) {
	return {
		administrator: await makeTeacher(db, 'Ms Head', 'administrator'),
		leaver: await makeTeacher(db, 'Mr Gone'),
		colleague: await makeTeacher(db, 'Ms Stays')
	};
}

const close = (db: Db, actor: TeacherActor | null, teacher: TeacherActor, heirId?: string | null) =>
	closeAccount(db, actor, { teacherId: teacher.id, heirId }, NOW);

const signInAs = ({ email }: TeacherActor, db: Db) =>
	checkPassword(db, { email, password, address: 'x' }, NOW, newSignInLimit());

async function teachersOf(db: Db, classId: string) {
	return (await selectClassTeachers(db, classId)).map(({ teacher_id, role }) => [teacher_id, role]);
}

describeOnBothEngines('closing a colleague’s account', (open) => {
	it('lets nobody in with it, by session, password or link, and all of it works again once it is opened', async () => {
		const { db } = await open();
		const { administrator, leaver, colleague } = await school(db);
		await updateTeacher(db, leaver.id, { password_hash: await hashPassword(password) });
		await insertSession(db, {
			token_hash: 'theirs',
			teacher_id: leaver.id,
			learner_id: null,
			created_at: NOW,
			expires_at: NOW + DAY
		});
		const token = (await makeResetLink(db, leaver.id, NOW)).split('/').at(-1) ?? '';
		const group = await makeClass(db, colleague);

		expect(await close(db, administrator, leaver)).toEqual({});

		expect(await signInAs(leaver, db)).toEqual({ fault: 'wrong-password' });
		expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
		await expect(readLink(db, token, 'reset', NOW)).rejects.toThrow('link-over');
		await expect(offerReset(db, administrator, leaver.id, NOW)).rejects.toThrow('not-yours');
		expect(await addCoTeacher(db, colleague, group.id, leaver.email)).toBe('no-teacher');
		expect(await listPeople(db, administrator, NOW)).toMatchObject({
			teachers: [{ name: 'Ms Head' }, { name: 'Ms Stays' }],
			closed: [{ id: leaver.id, name: 'Mr Gone', until: NOW + UNDO_DAYS * DAY }]
		});

		await openAccountAgain(db, administrator, leaver.id);
		expect(await signInAs(leaver, db)).toEqual({ teacher: leaver.id });
		expect((await listPeople(db, administrator, NOW)).closed).toEqual([]);
		await expect(openAccountAgain(db, administrator, leaver.id)).rejects.toThrow('not-yours');
	});

	it('says before what hangs on it, in numbers, and asks who goes on with it', async () => {
		const { db } = await open();
		const { administrator, leaver, colleague } = await school(db);
		const alone = await makeClass(db, leaver);
		const shared = await makeClass(db, leaver);
		await makeClass(db, leaver, { deleted_at: NOW });
		await insertClassTeacher(db, {
			class_id: shared.id,
			teacher_id: colleague.id,
			role: 'co-teacher'
		});
		const learner = await makeLearner(db, alone.id, 'Owl');
		const assignment = await makeAssignment(db, leaver, [alone.id]);
		const { attempt } = await makeAttempt(db, assignment.id, learner.id);
		await giveAnswer(db, attempt.id, 0, null);

		expect(await previewClosing(db, administrator, leaver.id)).toEqual({
			teacher: { id: leaver.id, name: 'Mr Gone' },
			shared: 1,
			alone: 1,
			holdings: { learners: 1, answers: 1 },
			heirs: [
				{ id: administrator.id, name: 'Ms Head' },
				{ id: colleague.id, name: 'Ms Stays' }
			]
		});
		expect(await close(db, administrator, leaver)).toEqual({ fault: 'no-heir' });
		expect(await selectOptionalTeacher(db, leaver.id)).toBeDefined();
	});

	it('gives what nobody else teaches to an heir, and makes those who teach the rest its owners', async () => {
		const { db } = await open();
		const { administrator, leaver, colleague } = await school(db);
		const third = await makeTeacher(db, 'Mr Third');
		const alone = await makeClass(db, leaver);
		const shared = await makeClass(db, leaver);
		const role = 'co-teacher';
		await insertClassTeacher(db, { class_id: shared.id, teacher_id: colleague.id, role });

		expect(await close(db, administrator, leaver, third.id)).toEqual({});
		// A class whose owner cannot come in is never left without one.
		expect(await teachersOf(db, shared.id)).toEqual(
			expect.arrayContaining([[colleague.id, 'owner']])
		);
		await removeTeacher(db, colleague, shared.id, colleague.id);

		await purge(db, 30, NOW + UNDO_DAYS * DAY);
		expect(await teachersOf(db, alone.id)).toEqual([[third.id, 'owner']]);
		expect(await teachersOf(db, shared.id)).toEqual([[colleague.id, 'owner']]);
		expect(
			await db.selectFrom('teacher').selectAll().where('id', '=', leaver.id).executeTakeFirst()
		).toMatchObject({ name: '', email: null, password_hash: null });
		await expect(openAccountAgain(db, administrator, leaver.id)).rejects.toThrow('not-yours');
	});

	it('once undone, leaves the heir free to leave, and never a class without an owner', async () => {
		const { db } = await open();
		const { administrator, leaver, colleague } = await school(db);
		const group = await makeClass(db, leaver);
		await close(db, administrator, leaver, colleague.id);
		await removeTeacher(db, colleague, group.id, colleague.id);
		expect(await teachersOf(db, group.id)).toHaveLength(2);

		await openAccountAgain(db, administrator, leaver.id);
		await removeTeacher(db, colleague, group.id, colleague.id);
		expect(await teachersOf(db, group.id)).toEqual([[leaver.id, 'owner']]);
		await removeTeacher(db, leaver, group.id, leaver.id);
		expect(await teachersOf(db, group.id)).toEqual([[leaver.id, 'owner']]);
	});

	it('does not let a class be handed to somebody who cannot sign in', async () => {
		const { db } = await open();
		const { administrator, leaver, colleague } = await school(db);
		const group = await makeClass(db, colleague);
		const role = 'co-teacher';
		await insertClassTeacher(db, { class_id: group.id, teacher_id: leaver.id, role });
		await close(db, administrator, leaver);
		expect(await handOver(db, colleague, group.id, leaver.id)).toBe('no-teacher');
	});

	it('without an heir, learners go on until the account can no longer be opened, and then all goes', async () => {
		const { db } = await open();
		const { administrator, leaver } = await school(db);
		const alone = await makeClass(db, leaver);
		await makeLearner(db, alone.id, 'Owl');
		await makeAssignment(db, leaver, [alone.id]);
		await close(db, administrator, leaver, null);

		const gone = await purge(db, 30, NOW + UNDO_DAYS * DAY - 1);
		expect(Object.values(gone).every((n) => n === 0)).toBe(true);
		expect(await db.selectFrom('learner').selectAll().execute()).toHaveLength(1);
		expect(await purge(db, 30, NOW + UNDO_DAYS * DAY)).toMatchObject({
			accounts: 1,
			classes: 1,
			assignments: 1
		});
		expect(await db.selectFrom('learner').selectAll().execute()).toEqual([]);
		expect(await purge(db, 30, NOW + UNDO_DAYS * DAY)).toMatchObject({ accounts: 0, classes: 0 });
	});

	it('is for administrators, for others’ accounts, and for an heir who can sign in', async () => {
		const { db } = await open();
		const { administrator, leaver, colleague } = await school(db);
		await makeClass(db, leaver);
		await expect(close(db, null, leaver, null)).rejects.toThrow('sign-in-first');
		for (const actor of [colleague, leaver]) {
			await expect(previewClosing(db, actor, leaver.id)).rejects.toThrow('not-yours');
			await expect(close(db, actor, leaver, null)).rejects.toThrow('not-yours');
			await expect(openAccountAgain(db, actor, leaver.id)).rejects.toThrow('not-yours');
		}
		await expect(close(db, administrator, administrator, null)).rejects.toThrow('not-yours');
		await expect(close(db, administrator, leaver, leaver.id)).rejects.toThrow('not-yours');
		await expect(close(db, administrator, leaver, 'nobody-there')).rejects.toThrow('not-yours');
		expect(await selectOptionalTeacher(db, leaver.id)).toBeDefined();
		// A role that was taken away meanwhile has no say.
		const second = await makeTeacher(db, 'Mr Second', 'administrator');
		await changeRole(db, administrator, second.id, 'teacher');
		await expect(close(db, second, leaver, null)).rejects.toThrow('not-yours');
	});

	it('of two administrators who close each other’s, one stays', async () => {
		const { db } = await open();
		const one = await makeTeacher(db, 'A', 'administrator');
		const two = await makeTeacher(db, 'B', 'administrator');
		await Promise.allSettled([close(db, one, two), close(db, two, one)]);
		expect(
			(await db.selectFrom('teacher').select('closed_at').execute()).filter(
				({ closed_at }) => closed_at === null
			)
		).toHaveLength(1);
	});

	it('leaves nothing to somebody whose account is closed: their classes count as nobody’s', async () => {
		const { db } = await open();
		const { administrator, leaver, colleague } = await school(db);
		const group = await makeClass(db, colleague);
		const role = 'co-teacher';
		await insertClassTeacher(db, { class_id: group.id, teacher_id: leaver.id, role });
		expect((await previewLeaving(db, colleague)).alone).toEqual([]);

		await close(db, administrator, leaver);
		expect((await previewLeaving(db, colleague)).alone).toMatchObject([{ id: group.id }]);
	});
});
