import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	submitAttempt
} from '../../../../tests/support/school.ts';
import type { LearnerActor } from '../actor.ts';
import { grant } from '../assignments/accommodations.ts';
import { noGrant } from '../assignments/deadline.ts';
import { selectAttemptsOf } from '../store/attempt.ts';
import { selectOptionalTaughtClass } from '../store/class.ts';
import { insertSession, selectOptionalSession } from '../store/session.ts';
import { countLearners, selectLearners, selectOptionalLearner } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { showDay } from './calendar.ts';
import {
	archiveClass,
	bringClassBack,
	changeClass,
	classHoldings,
	createClass,
	deleteClass,
	deletedClasses,
	rotateCode
} from './classes.ts';
import { groupCode } from './codes.ts';
import {
	findClass,
	freeNames,
	joinByList,
	joinByNickname,
	returnToClass,
	whyClosed
} from './joining.ts';
import { learnerData } from './learner-data.ts';
import {
	bringLearnerBack,
	eraseLearner,
	learnerHoldings,
	removeLearner,
	renameLearner,
	resetLearner
} from './learners.ts';
import { mergeLearners } from './merge.ts';
import { addNames, previewNames } from './name-list.ts';
import { addCoTeacher, handOver, removeTeacher } from './teachers.ts';

/** Signs in by a session row, as the cookie of a browser would. */
const begin = (token: string) => (trx: Db, learnerId: string) =>
	insertSession(trx, {
		token_hash: token,
		teacher_id: null,
		learner_id: learnerId,
		created_at: NOW,
		expires_at: NOW + 1000
	});
const nothing = () => Promise.resolve();

const signedIn = async (db: Db, token: string) =>
	(await selectOptionalSession(db, token, NOW))?.learner_id;

async function school(db: Db) {
	const teacher = await makeTeacher(db);
	return { teacher, group: await makeClass(db, teacher) };
}

const at = (learner: LearnerActor) => ({ classId: learner.classId, learnerId: learner.id });

describeOnBothEngines('A class', (open) => {
	it('is made open, by nickname, until the next 31 July, with a code that leads to it', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const id = await createClass(db, teacher, { name: '8b' }, NOW);
		const made = await selectOptionalTaughtClass(db, id, teacher.id);
		expect(made).toMatchObject({ name: '8b', role: 'owner', joining: 'open', join_by: 'nickname' });
		expect(showDay(made?.ends_at ?? 0)).toBe('2027-07-31');
		const typed = ` ${groupCode(made?.join_code ?? '').toUpperCase()} `;
		expect((await findClass(db, typed))?.id).toBe(id);
	});

	it('gets another code, and the old one leads nowhere', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		await rotateCode(db, teacher, group.id);
		expect(await findClass(db, group.join_code)).toBeUndefined();
	});

	it('is closed to joining while locked, archived, or over', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const why = async (now = NOW) => {
			const found = await findClass(db, group.join_code);
			return found && whyClosed(db, found, now);
		};
		expect(await why()).toBeNull();
		expect(await why(group.ends_at + 1)).toBe('ended');
		await changeClass(db, teacher, group.id, { joining: 'locked' });
		expect(await why()).toBe('locked');
		await archiveClass(db, teacher, group.id, NOW);
		expect(await why()).toBe('ended');
		await archiveClass(db, teacher, group.id, null);
		await changeClass(db, teacher, group.id, { joining: 'open' });
		expect(await why()).toBeNull();
	});

	it('is gone for everybody when deleted, and comes back with everything', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const learner = await makeLearner(db, group.id, 'Owl');
		const assignment = await makeAssignment(db, teacher, [group.id]);
		const { attempt } = await makeAttempt(db, assignment.id, learner.id);
		await giveAnswer(db, attempt.id, 0, null);
		expect(await classHoldings(db, teacher, group.id)).toEqual({
			learners: 1,
			attempts: 1,
			answers: 1,
			assignments: 1
		});

		await deleteClass(db, teacher, group.id, NOW);
		expect(await findClass(db, group.join_code)).toBeUndefined();
		expect(await selectOptionalLearner(db, learner.id)).toBeUndefined();
		await expect(classHoldings(db, teacher, group.id)).rejects.toThrow('not-yours');
		expect((await deletedClasses(db, teacher)).map(({ id }) => id)).toEqual([group.id]);

		await bringClassBack(db, teacher, group.id);
		expect((await classHoldings(db, teacher, group.id)).answers).toBe(1);
		expect(await selectOptionalLearner(db, learner.id)).toBeDefined();
	});

	it('is taught by those whom its owner adds, and deleted by its owner alone', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const other = await makeTeacher(db, 'Mr Okafor');
		const third = await makeTeacher(db, 'Ms Li');
		await expect(changeClass(db, other, group.id, { name: 'x' })).rejects.toThrow('not-yours');
		expect(await addCoTeacher(db, teacher, group.id, 'nobody@example.org')).toBe('no-teacher');
		expect(await addCoTeacher(db, teacher, group.id, ` ${other.email.toUpperCase()}`)).toBe(
			undefined
		);
		expect(await addCoTeacher(db, teacher, group.id, other.email)).toBe('already');

		await changeClass(db, other, group.id, { name: '8c' });
		await expect(deleteClass(db, other, group.id, NOW)).rejects.toThrow('owner-only');
		await expect(addCoTeacher(db, other, group.id, third.email)).rejects.toThrow('owner-only');
		await expect(removeTeacher(db, other, group.id, teacher.id)).rejects.toThrow('owner-only');
		await expect(handOver(db, other, group.id, other.id)).rejects.toThrow('owner-only');
		expect(await handOver(db, teacher, group.id, third.id)).toBe('no-teacher');

		expect(await handOver(db, teacher, group.id, other.id)).toBeUndefined();
		await expect(deleteClass(db, teacher, group.id, NOW)).rejects.toThrow('owner-only');
		await removeTeacher(db, teacher, group.id, teacher.id);
		await expect(changeClass(db, teacher, group.id, { name: 'x' })).rejects.toThrow('not-yours');
		// An owner cannot leave the class without one.
		await removeTeacher(db, other, group.id, other.id);
		await deleteClass(db, other, group.id, NOW);
	});
});

describeOnBothEngines('Joining by nickname', (open) => {
	it('makes a learner who is signed in, with a return code for another device', async () => {
		const { db } = await open();
		const { group } = await school(db);
		const joined = await joinByNickname(db, group.id, ' Quiet  Heron', begin('one'), NOW);
		if ('problem' in joined) throw new Error(joined.problem);
		expect(joined.learner.nickname).toBe('Quiet Heron');
		expect(await signedIn(db, 'one')).toBe(joined.learner.id);

		const typed = { classCode: groupCode(group.join_code), returnCode: joined.returnCode };
		await returnToClass(db, { ...typed, returnCode: 'abcde-fghjk' }, begin('none'));
		expect(await signedIn(db, 'none')).toBeUndefined();
		await returnToClass(db, { ...typed, returnCode: typed.returnCode.toUpperCase() }, begin('two'));
		expect(await signedIn(db, 'two')).toBe(joined.learner.id);
		const [row] = await selectLearners(db, group.id);
		expect(row?.return_code_hash).not.toContain(joined.returnCode.replace('-', ''));
	});

	it('opens no other class by a return code', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const other = await makeClass(db, teacher);
		const joined = await joinByNickname(db, group.id, 'Owl', nothing, NOW);
		if ('problem' in joined) throw new Error(joined.problem);
		const typed = { classCode: other.join_code, returnCode: joined.returnCode };
		expect(await returnToClass(db, typed, nothing)).toBeUndefined();
	});

	it('refuses a nickname that another has but for case, spaces or width', async () => {
		const { db } = await open();
		const { group } = await school(db);
		await joinByNickname(db, group.id, 'Quiet Heron', nothing, NOW);
		expect(await joinByNickname(db, group.id, 'quietＨＥＲＯＮ', nothing, NOW)).toEqual({
			problem: 'taken'
		});
		expect((await countLearners(db, group.id)).all).toBe(1);
	});

	it('lets one of two have a nickname that both take at once', async () => {
		const { db } = await open();
		const { group } = await school(db);
		const both = await Promise.all(
			['a', 'b'].map((token) => joinByNickname(db, group.id, 'Owl', begin(token), NOW))
		);
		expect(both.filter((one) => 'learner' in one)).toHaveLength(1);
		expect(both.filter((one) => 'problem' in one)).toEqual([{ problem: 'taken' }]);
		const sessions = await Promise.all(['a', 'b'].map((token) => signedIn(db, token)));
		expect(sessions.filter((id) => id !== undefined)).toHaveLength(1);
	});

	it('fills the last 99 places of a class with 99 of 100 who come at once', async () => {
		const { db } = await open();
		const { group } = await school(db);
		for (let i = 0; i < 401; i++) await makeLearner(db, group.id, `There ${i}`);
		const all = await Promise.all(
			Array.from({ length: 100 }, (_, i) =>
				joinByNickname(db, group.id, `New ${i}`, begin(`token ${i}`), NOW)
			)
		);
		expect(all.filter((one) => 'learner' in one)).toHaveLength(99);
		expect(all.filter((one) => 'problem' in one)).toEqual([{ problem: 'full' }]);
		expect((await countLearners(db, group.id)).all).toBe(500);
	});

	it('leaves nobody in the class whose session could not begin', async () => {
		const { db } = await open();
		const { group } = await school(db);
		const failing = () => Promise.reject(new Error('disk full'));
		await expect(joinByNickname(db, group.id, 'Owl', failing, NOW)).rejects.toThrow('disk full');
		expect((await countLearners(db, group.id)).all).toBe(0);
	});
});

describeOnBothEngines('Joining by the teacher’s list', (open) => {
	it('shows names that nobody has taken, and only while joining is open', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		await addNames(db, teacher, group.id, { text: 'Anna\nBen\nCem', now: NOW });
		const shown = async () => {
			const found = await findClass(db, group.join_code);
			return found ? await freeNames(db, found, NOW) : [];
		};
		const [anna] = await shown();
		expect((await shown()).map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Cem']);
		await joinByList(db, group.id, { id: anna?.id ?? '' }, nothing, NOW);
		expect((await shown()).map(({ name }) => name)).toEqual(['Ben', 'Cem']);
		await changeClass(db, teacher, group.id, { joining: 'locked' });
		expect(await shown()).toEqual([]);
	});

	it('gives a name to one of two who pick it at once, and tells the other whose it is', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		await addNames(db, teacher, group.id, { text: 'Anna\nBen', now: NOW });
		const both = await Promise.all(
			['a', 'b'].map((token) => joinByList(db, group.id, { name: ' ANNA' }, begin(token), NOW))
		);
		expect(both.filter((one) => 'returnCode' in one)).toHaveLength(1);
		expect(both.find((one) => 'problem' in one)).toMatchObject({
			problem: 'taken',
			learner: { nickname: 'Anna' }
		});
	});

	it('refuses a name that is not on it, one of another class, and a nickname', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		await addNames(db, teacher, group.id, { text: 'Anna\nBen', now: NOW });
		const other = await makeClass(db, teacher);
		const stranger = await makeLearner(db, other.id, 'Dora', { listed: 1, joined_at: null });
		for (const who of [{ name: 'Dora' }, { id: stranger.id }])
			expect(await joinByList(db, group.id, who, nothing, NOW)).toEqual({
				problem: 'not-listed'
			});
		expect(await joinByNickname(db, group.id, 'Dora', nothing, NOW)).toEqual({
			problem: 'by-list'
		});
	});

	it('previews a list without changing anything, and takes in all of it or nothing', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		await makeLearner(db, group.id, 'Anna');
		expect(await previewNames(db, teacher, group.id, 'Anna\nBen')).toEqual({
			names: ['Ben'],
			there: ['Anna']
		});
		const text = `Ben\n${'o'.repeat(81)}`;
		expect(await addNames(db, teacher, group.id, { text, now: NOW })).toMatchObject({
			fault: { what: 'name-long', line: 2 }
		});
		expect(await addNames(db, teacher, group.id, { text: 'Ben\nCem\nben ', now: NOW })).toEqual({
			fault: { what: 'twice', line: 3, first: 1, name: 'ben' }
		});
		expect((await countLearners(db, group.id)).all).toBe(1);
		expect(await addNames(db, teacher, group.id, { text: 'Anna\nBen', now: NOW })).toEqual({
			added: 1
		});
		expect((await selectLearners(db, group.id)).map(({ listed }) => listed)).toEqual([1, 1]);
	});

	it('refuses a list that does not fit, with the line of the first name too many', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		await makeLearner(db, group.id, 'Anna');
		const text = Array.from({ length: 500 }, (_, i) => `Pupil no. ${i}`).join('\n');
		expect(await addNames(db, teacher, group.id, { text, now: NOW })).toEqual({
			fault: { what: 'full', line: 500, left: 499 }
		});
	});
});

describeOnBothEngines('A learner', (open) => {
	it('is renamed by the rules, and never to what another is called', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const owl = await makeLearner(db, group.id, 'Owl');
		await makeLearner(db, group.id, 'Heron');
		expect(await renameLearner(db, teacher, { ...at(owl), name: 'HERON' })).toBe('taken');
		expect(await renameLearner(db, teacher, { ...at(owl), name: '' })).toBe('empty');
		expect(await renameLearner(db, teacher, { ...at(owl), name: 'OWL' })).toBeUndefined();
		expect((await selectOptionalLearner(db, owl.id))?.nickname).toBe('OWL');
	});

	it('is removed, frees the name, and comes back with a number where it was taken', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const owl = await makeLearner(db, group.id, 'Owl');
		await removeLearner(db, teacher, at(owl), NOW);
		expect(await selectOptionalLearner(db, owl.id)).toBeUndefined();
		const again = await joinByNickname(db, group.id, 'Owl', nothing, NOW);
		expect(again).toHaveProperty('learner');
		expect(await bringLearnerBack(db, teacher, at(owl))).toEqual({ name: 'Owl 2' });
		expect((await selectLearners(db, group.id)).map(({ nickname }) => nickname)).toEqual([
			'Owl',
			'Owl 2'
		]);
	});

	it('is reset: signed out everywhere, with a new return code', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const joined = await joinByNickname(db, group.id, 'Owl', begin('one'), NOW);
		if ('problem' in joined) throw new Error(joined.problem);
		const where = { classId: group.id, learnerId: joined.learner.id };
		const returnCode = await resetLearner(db, teacher, where);
		expect(await signedIn(db, 'one')).toBeUndefined();
		const typed = (code: string) => ({ classCode: group.join_code, returnCode: code });
		expect(await returnToClass(db, typed(joined.returnCode), nothing)).toBeUndefined();
		expect((await returnToClass(db, typed(returnCode), nothing))?.nickname).toBe('Owl');
	});

	it('is nobody’s to touch for a teacher of another class', async () => {
		const { db } = await open();
		const { group } = await school(db);
		const owl = await makeLearner(db, group.id, 'Owl');
		const stranger = await makeTeacher(db, 'Mr Okafor');
		const own = await makeClass(db, stranger);
		for (const classId of [group.id, own.id]) {
			const where = { classId, learnerId: owl.id };
			const refused = [
				() => renameLearner(db, stranger, { ...where, name: 'x' }),
				() => removeLearner(db, stranger, where, NOW),
				() => bringLearnerBack(db, stranger, where),
				() => resetLearner(db, stranger, where),
				() => eraseLearner(db, stranger, where),
				() => learnerData(db, stranger, where, NOW),
				() => mergeLearners(db, stranger, { classId, keep: owl.id, merge: owl.id })
			];
			for (const one of refused) await expect(one()).rejects.toThrow('not-yours');
		}
		expect((await selectOptionalLearner(db, owl.id))?.nickname).toBe('Owl');
	});

	it('is merged into another with all attempts, numbered in the order they began', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const keep = await makeLearner(db, group.id, 'Anna', { joined_at: null });
		const twin = await makeLearner(db, group.id, 'Owl', { return_code_hash: 'hash' });
		const third = await makeLearner(db, group.id, 'Heron');
		const assignment = await makeAssignment(db, teacher, [group.id]);
		const take = async (who: LearnerActor, n: number, started: number, partner?: LearnerActor) =>
			(
				await makeAttempt(db, assignment.id, who.id, {
					n,
					started_at: started,
					partner_id: partner?.id ?? null
				})
			).attempt.id;
		const b = await take(keep, 1, NOW + 2);
		const d = await take(keep, 2, NOW + 4);
		const a = await take(twin, 1, NOW + 1);
		const c = await take(twin, 2, NOW + 3, keep);
		const e = await take(third, 1, NOW + 5, twin);
		await giveAnswer(db, a, 0, null);
		await submitAttempt(db, a);
		await insertSession(db, {
			token_hash: 'token',
			teacher_id: null,
			learner_id: twin.id,
			created_at: NOW,
			expires_at: NOW + 1000
		});

		await mergeLearners(db, teacher, { classId: group.id, keep: keep.id, merge: twin.id });

		const attempts = await selectAttemptsOf(db, assignment.id, keep.id);
		expect(
			attempts.map(({ id, learner_id, n, partner_id }) => [id, learner_id, n, partner_id])
		).toEqual([
			[a, keep.id, 1, null],
			[b, keep.id, 2, null],
			[c, keep.id, 3, null],
			[d, keep.id, 4, null],
			[e, third.id, 1, keep.id]
		]);
		expect(await selectOptionalLearner(db, twin.id)).toBeUndefined();
		expect(await selectOptionalLearner(db, keep.id)).toMatchObject({
			nickname: 'Anna',
			joined_at: NOW,
			return_code_hash: 'hash'
		});
		expect(await signedIn(db, 'token')).toBe(keep.id);
	});

	it('lets an attempt that is going on end as the one who stays is granted', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const keep = await makeLearner(db, group.id, 'Anna');
		const twin = await makeLearner(db, group.id, 'Owl');
		const limit = 20 * 60_000;
		const { id } = await makeAssignment(db, teacher, [group.id], { time_limit_ms: limit });
		const end = { deadline_at: NOW + limit };
		const { attempt } = await makeAttempt(db, id, twin.id, end);
		const whom = { classId: group.id, learnerId: keep.id, assignmentId: null };
		await grant(db, teacher, whom, { ...noGrant, timeFactor: 2 }, NOW);

		await mergeLearners(db, teacher, { classId: group.id, keep: keep.id, merge: twin.id });

		expect(await selectAttemptsOf(db, id, keep.id)).toMatchObject([
			{ id: attempt.id, deadline_at: NOW + 2 * limit }
		]);
	});

	it('takes along what was granted, and keeps what the first has', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const keep = await makeLearner(db, group.id, 'Anna');
		const twin = await makeLearner(db, group.id, 'Owl');
		const assignment = await makeAssignment(db, teacher, [group.id]);
		const grant = (id: string, learner: LearnerActor, factor: number, to: string | null) =>
			db
				.insertInto('accommodation')
				.values({
					id,
					learner_id: learner.id,
					assignment_id: to,
					time_factor: factor,
					untimed: 0,
					extra_attempts: 0,
					due_at: null,
					created_at: NOW
				})
				.execute();
		await grant('1', keep, 1.25, null);
		await grant('2', twin, 2, null);
		await grant('3', twin, 1.5, assignment.id);
		await db
			.insertInto('excused')
			.values({ assignment_id: assignment.id, learner_id: twin.id, created_at: NOW })
			.execute();
		await mergeLearners(db, teacher, { classId: group.id, keep: keep.id, merge: twin.id });
		const rows = await db.selectFrom('accommodation').selectAll().orderBy('id').execute();
		expect(rows.map(({ id, learner_id }) => [id, learner_id])).toEqual([
			['1', keep.id],
			['3', keep.id]
		]);
		const excused = await db.selectFrom('excused').selectAll().execute();
		expect(excused.map(({ learner_id }) => learner_id)).toEqual([keep.id]);
	});

	it('is handed over as data, and erased with all of it but what a partner took too', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const owl = await makeLearner(db, group.id, 'Owl');
		const heron = await makeLearner(db, group.id, 'Heron');
		const assignment = await makeAssignment(db, teacher, [group.id]);
		const alone = await makeAttempt(db, assignment.id, owl.id);
		await giveAnswer(db, alone.attempt.id, 0, null);
		const pair = await makeAttempt(db, assignment.id, owl.id, {
			n: 2,
			partner_id: heron.id,
			started_at: NOW + 1
		});
		await giveAnswer(db, pair.attempt.id, 0, null);
		await makeAttempt(db, assignment.id, heron.id);
		await submitAttempt(db, alone.attempt.id);

		const data = await learnerData(db, teacher, at(owl), NOW);
		expect(data.learner.name).toBe('Owl');
		expect(
			data.attempts.map(({ number, answers, marks }) => [number, answers.length, marks.length])
		).toEqual([
			[1, 1, 1],
			[2, 1, 0]
		]);
		expect(JSON.stringify(data)).not.toMatch(/"(?:key|rationale|feedback)"/u);
		expect(await learnerHoldings(db, teacher, at(owl))).toEqual({
			attempts: 1,
			answers: 1,
			shared: 1
		});

		await removeLearner(db, teacher, at(owl), NOW);
		await eraseLearner(db, teacher, at(owl));
		const left = await selectAttemptsOf(db, assignment.id, heron.id);
		expect(left.map(({ id, n, partner_id }) => [id, n, partner_id]).sort()).toContainEqual([
			pair.attempt.id,
			2,
			null
		]);
		const responses = await db.selectFrom('response').select('attempt_id').execute();
		expect(responses.map(({ attempt_id }) => attempt_id)).toEqual([pair.attempt.id]);
		expect((await selectLearners(db, group.id)).map(({ nickname }) => nickname)).toEqual(['Heron']);
	});

	it('who is removed cannot come back by the code', async () => {
		const { db } = await open();
		const { teacher, group } = await school(db);
		const joined = await joinByNickname(db, group.id, 'Owl', nothing, NOW);
		if ('problem' in joined) throw new Error(joined.problem);
		const where = { classId: group.id, learnerId: joined.learner.id };
		await removeLearner(db, teacher, where, NOW);
		const typed = { classCode: group.join_code, returnCode: joined.returnCode };
		expect(await returnToClass(db, typed, nothing)).toBeUndefined();
		await bringLearnerBack(db, teacher, where);
		expect(await returnToClass(db, typed, nothing)).toBeDefined();
	});
});
