import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { beside } from '../../../../tests/support/beside.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher
} from '../../../../tests/support/school.ts';
import { presets } from '../../taking/policy.ts';
import { changeTerms, removeClass } from '../assignments/change.ts';
import {
	selectOptionalAssignment,
	type AssignmentClassRow,
	type AssignmentRow
} from '../store/assignment.ts';
import { selectAttemptsOf, selectSlots } from '../store/attempt.ts';
import type { ClassRow } from '../store/class.ts';
import { newId } from '../store/ids.ts';
import { selectQuizQuestions } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { takeSending } from './sending.ts';
import { sheetOf, stateByToken } from './sheet.ts';
import { startAttempt } from './start.ts';

const MINUTE = 60_000;

async function begin(
	db: Db,
	given: Partial<AssignmentRow> & {
		dates?: Partial<AssignmentClassRow>;
		group?: Partial<ClassRow>;
	} = {}
) {
	const { group: groupGiven, ...rest } = given;
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher, groupGiven);
	const owl = await makeLearner(db, group.id, 'Owl');
	const fox = await makeLearner(db, group.id, 'Fox');
	const assignment = await makeAssignment(db, teacher, [group.id], rest);
	return { teacher, group, owl, fox, assignment };
}

const submitNow = async (
	db: Db,
	attempt: { id: string },
	learner: Parameters<typeof sheetOf>[1]
) => {
	const { token } = await sheetOf(db, learner, attempt.id, NOW);
	await takeSending(
		db,
		attempt.id,
		{ v: 1, token, sentAt: 0, answers: [], submit: true },
		NOW + MINUTE
	);
};

describeOnBothEngines('Starting an attempt while the assignment is changed', (open) => {
	it('asks what it asks from then on', async () => {
		const { db } = await open();
		const { policy } = presets.test;
		const { teacher, owl, assignment } = await begin(db, {
			policy: { ...policy, order: 'variant' }
		});
		const terms = {
			title: assignment.title,
			timeLimitMs: null,
			attemptsAllowed: null,
			policy: { ...policy, order: 'same' as const }
		};

		const { id } = await beside(
			db,
			(trx) => changeTerms(trx, teacher, assignment.id, terms, NOW),
			() => startAttempt(db, owl, assignment.id, {}, NOW)
		);

		const now = await selectOptionalAssignment(db, assignment.id);
		const asked = await selectQuizQuestions(db, now?.quiz_version_id ?? '');
		expect((await selectSlots(db, id)).map((slot) => slot.question_version_id)).toEqual(
			asked.map((question) => question.id)
		);
	});

	it('keeps the order of its questions from being changed', async () => {
		const { db } = await open();
		const { teacher, owl, assignment } = await begin(db);
		const { title, policy } = assignment;
		const terms = {
			title,
			timeLimitMs: null,
			attemptsAllowed: null,
			policy: {
				...policy,
				order: policy.order === 'same' ? ('variant' as const) : ('same' as const)
			}
		};

		const changed = await beside(
			db,
			(trx) => makeAttempt(trx, assignment.id, owl.id),
			() => changeTerms(db, teacher, assignment.id, terms, NOW)
		);

		expect(changed).toEqual({ problems: [{ field: 'order', code: 'order-fixed' }] });
	});

	it('is refused once it was taken from the class', async () => {
		const { db } = await open();
		const { teacher, group, owl, assignment } = await begin(db);

		const started = beside(
			db,
			(trx) => removeClass(trx, teacher, assignment.id, group.id),
			() => startAttempt(db, owl, assignment.id, {}, NOW)
		);

		await expect(started).rejects.toThrow('not-yours');
		expect(await selectAttemptsOf(db, assignment.id, owl.id)).toEqual([]);
	});
});

describeOnBothEngines('Starting an attempt', (open) => {
	it('at once from many places gives one attempt, which is gone on with', async () => {
		const { db } = await open();
		const { owl, assignment } = await begin(db);

		const started = await Promise.all(
			Array.from({ length: 10 }, () => startAttempt(db, owl, assignment.id, {}, NOW))
		);

		expect(new Set(started.map(({ id }) => id)).size).toBe(1);
		expect(await selectAttemptsOf(db, assignment.id, owl.id)).toHaveLength(1);
	});

	it.each([
		['before it opens', { dates: { opens_at: NOW + 1 } }, 'not-open-yet'],
		['once it is due', { dates: { due_at: NOW } }, 'assignment-over'],
		['once it is closed', { dates: { closed_at: NOW } }, 'assignment-over'],
		['once it is archived', { archived_at: NOW }, 'assignment-over'],
		['once its class is archived', { group: { archived_at: NOW } }, 'assignment-over'],
		['while the clock is stopped', { dates: { paused_at: NOW } }, 'paused'],
		['once it is deleted', { deleted_at: NOW }, 'not-yours'],
		['once its class is deleted', { group: { deleted_at: NOW } }, 'not-yours']
	] as const)('%s is refused and says why', async (_, given, code) => {
		const { db } = await open();
		const { owl, assignment } = await begin(db, given);

		await expect(startAttempt(db, owl, assignment.id, {}, NOW)).rejects.toMatchObject({ code });
		expect(await selectAttemptsOf(db, assignment.id, owl.id)).toEqual([]);
	});

	it('is for the classes that have it, and for who has joined', async () => {
		const { db } = await open();
		const { teacher, assignment } = await begin(db);
		const stranger = await makeLearner(db, (await makeClass(db, teacher)).id, 'Crow');

		for (const [who, code] of [
			[stranger, 'not-yours'],
			[null, 'join-first']
		] as const)
			await expect(startAttempt(db, who, assignment.id, {}, NOW)).rejects.toMatchObject({ code });
	});

	it('is refused once the attempts are used up, and not where one more is granted', async () => {
		const { db } = await open();
		const { owl, assignment } = await begin(db);
		await submitNow(db, await startAttempt(db, owl, assignment.id, {}, NOW), owl);
		const again = () => startAttempt(db, owl, assignment.id, {}, NOW + 2 * MINUTE);
		await expect(again()).rejects.toMatchObject({ code: 'attempts-used-up' });

		await db
			.insertInto('accommodation')
			.values({
				id: newId(),
				learner_id: owl.id,
				assignment_id: assignment.id,
				time_factor: 1,
				untimed: 0,
				extra_attempts: 1,
				due_at: null,
				created_at: NOW
			})
			.execute();

		expect(await again()).toMatchObject({ n: 2, state: 'open' });
	});

	it('late runs on a clock of its own, with double time twice as long, and until due at the longest', async () => {
		const { db } = await open();
		const { owl, fox, assignment } = await begin(db, {
			time_limit_ms: 20 * MINUTE,
			dates: { due_at: NOW + 60 * MINUTE }
		});
		await db
			.insertInto('accommodation')
			.values({
				id: newId(),
				learner_id: fox.id,
				assignment_id: null,
				time_factor: 2,
				untimed: 0,
				extra_attempts: 0,
				due_at: null,
				created_at: NOW
			})
			.execute();
		const late = NOW + 30 * MINUTE;

		expect(await startAttempt(db, owl, assignment.id, {}, late)).toMatchObject({
			deadline_at: late + 20 * MINUTE
		});
		expect(await startAttempt(db, fox, assignment.id, {}, late)).toMatchObject({
			deadline_at: NOW + 60 * MINUTE
		});
	});

	it('as a pair counts for both, and neither can begin alone while it is open', async () => {
		const { db } = await open();
		const { owl, fox, assignment } = await begin(db);
		const pair = await startAttempt(db, owl, assignment.id, { partnerId: fox.id }, NOW);

		expect(await startAttempt(db, fox, assignment.id, {}, NOW + 1)).toMatchObject({ id: pair.id });
		expect((await sheetOf(db, fox, pair.id, NOW)).learner).toMatchObject({
			nickname: 'Fox',
			partner: 'Owl'
		});
		await submitNow(db, pair, owl);

		for (const who of [owl, fox]) {
			expect(await selectAttemptsOf(db, assignment.id, who.id)).toHaveLength(1);
			await expect(
				startAttempt(db, who, assignment.id, {}, NOW + 2 * MINUTE)
			).rejects.toMatchObject({ code: 'attempts-used-up' });
		}
		expect(await db.selectFrom('attempt').selectAll().execute()).toHaveLength(1);
	});

	it('as a pair is refused with oneself, with a stranger, and with somebody who has begun', async () => {
		const { db } = await open();
		const { teacher, owl, fox, assignment } = await begin(db);
		const stranger = await makeLearner(db, (await makeClass(db, teacher)).id, 'Crow');
		await startAttempt(db, fox, assignment.id, {}, NOW);

		for (const [partnerId, code] of [
			[owl.id, 'no-such-partner'],
			[stranger.id, 'no-such-partner'],
			['nobody', 'no-such-partner'],
			[fox.id, 'partner-busy']
		] as const)
			await expect(startAttempt(db, owl, assignment.id, { partnerId }, NOW)).rejects.toMatchObject({
				code
			});
	});
});

describeOnBothEngines('The sheet of an attempt', (open) => {
	it('is for its own learner; to others it looks as if it were not there', async () => {
		const { db } = await open();
		const { owl, fox, assignment } = await begin(db);
		const { id } = await startAttempt(db, owl, assignment.id, {}, NOW);

		for (const [attempt, who] of [
			[id, fox],
			[newId(), owl]
		] as const)
			await expect(sheetOf(db, who, attempt, NOW)).rejects.toMatchObject({ code: 'not-yours' });
		await expect(sheetOf(db, null, id, NOW)).rejects.toMatchObject({ code: 'join-first' });
	});

	it('carries the token that its state and its answers need, the same each time', async () => {
		const { db } = await open();
		const { owl, assignment } = await begin(db);
		const { id } = await startAttempt(db, owl, assignment.id, {}, NOW);

		const { token, state } = await sheetOf(db, owl, id, NOW);

		expect((await sheetOf(db, owl, id, NOW + 1)).token).toBe(token);
		expect(await stateByToken(db, id, token, NOW)).toEqual(state);
		await expect(stateByToken(db, id, `${token}x`, NOW)).rejects.toMatchObject({
			code: 'not-yours'
		});
	});

	it('holds no key of a test, by any name', async () => {
		const { db } = await open();
		const { owl, assignment } = await begin(db, { policy: presets.test.policy });
		const { id } = await startAttempt(db, owl, assignment.id, {}, NOW);

		const text = JSON.stringify(await sheetOf(db, owl, id, NOW));

		expect(text).not.toMatch(/"(key|keys|why|cite|accepted|original|facts|tells)":/u);
	});
});
