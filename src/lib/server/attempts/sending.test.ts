import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	wrongResponse,
	type MadeAttempt
} from '../../../../tests/support/school.ts';
import { fieldsFromAnswer } from '../../taking/answer.ts';
import { GRACE, type Sending, type SentAnswer } from '../../taking/attempt.ts';
import { presets, type Policy } from '../../taking/policy.ts';
import { readAssignmentResults } from '../results/assignment.ts';
import type { AssignmentClassRow } from '../store/assignment.ts';
import { selectOptionalAttempt, type AttemptRow } from '../store/attempt.ts';
import { selectGrades } from '../store/grade.ts';
import { newId } from '../store/ids.ts';
import { selectResponses } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { takeSending } from './sending.ts';
import { settleOverdue } from './settle.ts';
import { stateOf } from './state.ts';
import { closeNow } from './steer.ts';

const MINUTE = 60_000;

interface Given {
	policy?: Policy;
	dates?: Partial<AssignmentClassRow>;
	attempt?: Partial<AttemptRow>;
}

async function begin(
	db: Db,
	{ policy = presets.test.policy, dates = {}, attempt = {} }: Given = {}
) {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const learner = await makeLearner(db, group.id, 'Owl');
	const assignment = await makeAssignment(db, teacher, [group.id], { policy, dates });
	const made = await makeAttempt(db, assignment.id, learner.id, attempt);
	return { teacher, group, learner, assignment, made };
}

/** Places of questions that one option answers, so that there is a wrong answer to each. */
const choices = ({ questions }: MadeAttempt): number[] =>
	questions.flatMap(({ kind }, i) => (kind === 'choice' || kind === 'verdict' ? [i] : []));

function answer(
	made: MadeAttempt,
	position: number,
	how: 'right' | 'wrong' | 'open',
	given: Partial<SentAnswer> = {}
): SentAnswer {
	const question = made.questions[position];
	if (!question) throw new Error('no such place');
	const response =
		how === 'open' ? null : how === 'right' ? rightResponse(question) : wrongResponse(question);
	return {
		op: newId(),
		position,
		revision: 1,
		fields: fieldsFromAnswer(response),
		certainty: null,
		at: NOW + MINUTE,
		...given
	};
}

const sending = (
	{ token }: MadeAttempt,
	answers: SentAnswer[],
	given: Partial<Sending> = {}
): Sending => ({ v: 1, token, sentAt: NOW + MINUTE, answers, submit: false, ...given });

const pointsAt = async (db: Db, id: string, position: number) => {
	const grade = (await selectGrades(db, id)).at(-1);
	return grade?.slot_points[position]?.n;
};

describeOnBothEngines('An answer that is sent', (open) => {
	it('is stored once, however often it is sent, and acknowledged each time', async () => {
		const { db } = await open();
		const { made } = await begin(db);
		const [at = 0] = choices(made);
		const one = sending(made, [answer(made, at, 'right')]);

		const receipts = [];
		for (let i = 0; i < 3; i++)
			receipts.push(await takeSending(db, made.attempt.id, one, NOW + MINUTE + i));
		await Promise.all(
			[1, 2, 3].map((i) => takeSending(db, made.attempt.id, one, NOW + i * MINUTE))
		);

		expect(await selectResponses(db, made.attempt.id)).toHaveLength(1);
		for (const { answers } of receipts)
			expect(answers).toEqual([
				{ op: one.answers[0]?.op, stored: true, counts: true, late: false }
			]);
	});

	it('is refused alone where its id stands for another answer, the others of its sending stay', async () => {
		const { db } = await open();
		const { made, assignment, group } = await begin(db);
		const other = await makeAttempt(db, assignment.id, (await makeLearner(db, group.id, 'Fox')).id);
		const [a = 0, b = 1] = choices(made);
		const taken = answer(other, choices(other)[0] ?? 0, 'right');
		await takeSending(db, other.attempt.id, sending(other, [taken]), NOW + MINUTE);

		const forged = answer(made, a, 'right', { op: taken.op });
		const { answers } = await takeSending(
			db,
			made.attempt.id,
			sending(made, [forged, answer(made, b, 'right')]),
			NOW + MINUTE
		);

		expect(answers).toMatchObject([{ stored: false, why: 'op-taken' }, { stored: true }]);
		expect(await selectResponses(db, made.attempt.id)).toHaveLength(1);
		expect(await selectResponses(db, other.attempt.id)).toHaveLength(1);
	});

	it('needs the token of its own attempt', async () => {
		const { db } = await open();
		const { made, assignment, group } = await begin(db);
		const other = await makeAttempt(db, assignment.id, (await makeLearner(db, group.id, 'Fox')).id);
		const theirs = sending(other, [answer(made, 0, 'right')]);

		for (const wrong of [theirs, { ...theirs, token: '' }])
			await expect(takeSending(db, made.attempt.id, wrong, NOW)).rejects.toMatchObject({
				code: 'not-yours'
			});
		await expect(takeSending(db, newId(), theirs, NOW)).rejects.toMatchObject({
			code: 'not-yours'
		});
		expect(await selectResponses(db, made.attempt.id)).toEqual([]);
	});

	it('is refused with a reason where it is no answer to the question or there is no such question', async () => {
		const { db } = await open();
		const { made } = await begin(db);
		const [at = 0] = choices(made);
		const select = made.questions.findIndex(({ kind }) => kind === 'select' || kind === 'two-part');
		const field = made.questions[select]?.kind === 'select' ? 'r' : 'e';

		const { answers } = await takeSending(
			db,
			made.attempt.id,
			sending(made, [
				answer(made, at, 'right', { fields: [['r', 'zz']] }),
				answer(made, at, 'right', { position: 150 }),
				answer(made, select, 'right', { fields: [[field, '9999']] })
			]),
			NOW + MINUTE
		);

		expect(answers).toMatchObject([
			{ stored: false, why: 'not-an-answer' },
			{ stored: false, why: 'no-such-question' },
			{ stored: false, why: 'not-an-answer' }
		]);
	});

	it('with an older revision is stored, does not count, and is answered with the copy of the server', async () => {
		const { db } = await open();
		const { made } = await begin(db);
		const [at = 0] = choices(made);
		await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'right', { revision: 3 })]),
			NOW + MINUTE
		);

		const receipt = await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'wrong', { revision: 2 })]),
			NOW + 2 * MINUTE
		);

		expect(receipt.answers).toMatchObject([{ stored: true, counts: false }]);
		const question = made.questions[at];
		expect(receipt.state.slots[at]).toMatchObject({
			revision: 3,
			response: question && rightResponse(question)
		});
		expect(await selectResponses(db, made.attempt.id)).toHaveLength(2);
	});

	it.each([
		['five hours behind', -5 * 60 * MINUTE],
		['five hours ahead', 5 * 60 * MINUTE]
	])('counts by how long ago it was given, on a device whose clock is %s', async (_, wrong) => {
		const { db } = await open();
		const { made } = await begin(db, { attempt: { deadline_at: NOW + 10 * MINUTE } });
		const [a = 0, b = 1, c = 2] = choices(made);
		const now = NOW + 12 * MINUTE;
		const given = (position: number, ago: number) =>
			answer(made, position, 'right', { at: now + wrong - ago });

		const { answers } = await takeSending(
			db,
			made.attempt.id,
			sending(made, [given(a, 3 * MINUTE), given(b, MINUTE), given(c, 600 * MINUTE)], {
				sentAt: now + wrong
			}),
			now
		);

		expect(answers).toMatchObject([
			{ stored: true, counts: true, late: true },
			{ stored: false, why: 'over' },
			{ stored: true, counts: true, late: true }
		]);
		const stored = await selectResponses(db, made.attempt.id);
		expect(stored.find(({ position }) => position === a)?.answered_at).toBe(NOW + 9 * MINUTE);
		// Not before the attempt began, whatever the device says.
		expect(stored.find(({ position }) => position === c)?.answered_at).toBe(NOW);
	});

	it('that came in after the teacher had closed is late for the learner and for the teacher', async () => {
		const { db } = await open();
		const { teacher, group, assignment, made } = await begin(db);
		const [a = 0] = choices(made);
		const place = { classId: group.id, assignmentId: assignment.id };
		await closeNow(db, teacher, place, NOW + 10 * MINUTE);

		const now = NOW + 12 * MINUTE;
		const given = answer(made, a, 'right', { at: NOW + 9 * MINUTE });
		const { answers, state } = await takeSending(
			db,
			made.attempt.id,
			sending(made, [given], { sentAt: now }),
			now
		);

		expect(answers).toMatchObject([{ stored: true, counts: true, late: true }]);
		expect(state.slots[a]?.late).toBe(true);
		const { learners } = await readAssignmentResults(db, teacher, group.id, assignment.id, now);
		expect(learners).toMatchObject([{ late: 1 }]);
	});

	it('that came back from a deadline is graded again within the grace, and refused after it', async () => {
		const { db } = await open();
		const { made } = await begin(db, { attempt: { deadline_at: NOW + 10 * MINUTE } });
		const [a = 0, b = 1] = choices(made);
		await settleOverdue(db, { attemptId: made.attempt.id }, NOW + 20 * MINUTE);
		expect(await selectOptionalAttempt(db, made.attempt.id)).toMatchObject({
			state: 'submitted',
			submitted_by: 'deadline',
			submitted_at: NOW + 10 * MINUTE
		});
		expect(await pointsAt(db, made.attempt.id, a)).toBe(0);

		const late = NOW + 10 * MINUTE + GRACE;
		const at = (position: number) => answer(made, position, 'right', { at: NOW + 9 * MINUTE });
		await takeSending(db, made.attempt.id, sending(made, [at(a)], { sentAt: late }), late);
		const refused = await takeSending(
			db,
			made.attempt.id,
			sending(made, [at(b)], { sentAt: late + 1 }),
			late + 1
		);

		expect(await pointsAt(db, made.attempt.id, a)).toBe(1);
		expect((await selectGrades(db, made.attempt.id)).map(({ reason }) => reason)).toEqual([
			null,
			'answers that arrived late'
		]);
		expect(refused.answers).toMatchObject([{ stored: false, why: 'over' }]);
		expect(refused.state.slots[a]?.late).toBe(true);
	});

	it('stays as first given where reasons are told at once, and later ones are stored all the same', async () => {
		const { db } = await open();
		const { made } = await begin(db, { policy: presets.lesson.policy });
		const [at = 0] = choices(made);
		const first = await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'wrong')]),
			NOW + MINUTE
		);
		expect(first.state.slots[at]?.feedback).toMatchObject({
			level: 'explanations',
			explanation: { outcome: 'wrong' }
		});

		const second = await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'right', { revision: 2 })], { submit: true }),
			NOW + 2 * MINUTE
		);

		expect(second.answers).toMatchObject([{ stored: true, counts: false }]);
		expect(second.state).toMatchObject({ state: 'submitted', score: { points: '0' } });
		expect((await selectResponses(db, made.attempt.id)).map(({ told }) => told)).toEqual([0, 1]);
	});

	it('replaces an earlier one where nothing is told, and nothing is told of either', async () => {
		const { db } = await open();
		const { made } = await begin(db);
		const [at = 0] = choices(made);
		await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'wrong')]),
			NOW + MINUTE
		);

		const { state } = await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'right', { revision: 2 })], { submit: true }),
			NOW + 2 * MINUTE
		);

		expect(await pointsAt(db, made.attempt.id, at)).toBe(1);
		expect(state).toMatchObject({ state: 'submitted', score: null, feedback: 'nothing' });
		expect(state.slots.map(({ feedback }) => feedback)).toEqual(state.slots.map(() => null));
	});

	it('is stored while the clock is stopped if it was given before, and left to the device otherwise', async () => {
		const { db } = await open();
		const paused_at = NOW + 5 * MINUTE;
		const { made } = await begin(db, {
			dates: { paused_at },
			attempt: { deadline_at: NOW + 6 * MINUTE }
		});
		const [a = 0, b = 1] = choices(made);
		const before = answer(made, a, 'right', { at: paused_at - 1 });
		const during = answer(made, b, 'right', { at: paused_at + MINUTE });
		const now = paused_at + 2 * MINUTE;

		const { answers, state } = await takeSending(
			db,
			made.attempt.id,
			sending(made, [before, during], { sentAt: now, submit: true }),
			now
		);

		expect(answers).toMatchObject([{ op: before.op, stored: true, counts: true }]);
		expect(answers).toHaveLength(1);
		// No deadline passes meanwhile, and nobody can submit.
		expect(state).toMatchObject({ state: 'open', paused: true });
	});
});

describeOnBothEngines('Submitting', (open) => {
	it('fifty times at once gives one submission and everybody the same result', async () => {
		const { db } = await open();
		const { made } = await begin(db, { policy: presets.lesson.policy });
		const [at = 0] = choices(made);
		await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'right')]),
			NOW + MINUTE
		);

		const receipts = await Promise.all(
			Array.from({ length: 50 }, (_, i) =>
				takeSending(db, made.attempt.id, sending(made, [], { submit: true }), NOW + 2 * MINUTE + i)
			)
		);

		const results = receipts.map(({ state }) => ({ ...state, now: 0 }));
		expect(results.every(({ state }) => state === 'submitted')).toBe(true);
		for (const result of results) expect(result).toEqual(results[0]);
		expect(await selectGrades(db, made.attempt.id)).toHaveLength(1);
	});

	it('takes the answers of its own sending along', async () => {
		const { db } = await open();
		const { made } = await begin(db);
		const [at = 0] = choices(made);

		await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'right')], { submit: true }),
			NOW + MINUTE
		);

		expect(await pointsAt(db, made.attempt.id, at)).toBe(1);
	});

	it('lets an answer count that was on its way from another device, where nothing was told meanwhile', async () => {
		const { db } = await open();
		const { made } = await begin(db);
		const [a = 0, b = 1] = choices(made);
		await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, a, 'right')], { submit: true }),
			NOW + 2 * MINUTE
		);

		const now = NOW + 5 * MINUTE;
		const { answers } = await takeSending(
			db,
			made.attempt.id,
			sending(
				made,
				[
					answer(made, b, 'right', { at: NOW + MINUTE }),
					answer(made, b, 'right', { at: NOW + 3 * MINUTE, revision: 2 })
				],
				{ sentAt: now }
			),
			now
		);

		expect(answers).toMatchObject([
			{ stored: true, counts: true },
			{ stored: false, why: 'over' }
		]);
		expect(await pointsAt(db, made.attempt.id, b)).toBe(1);
	});

	it('ends the way back: once results are told, an answer that claims to be older does not count', async () => {
		const { db } = await open();
		const policy: Policy = {
			...presets.test.policy,
			feedback: { during: 'nothing', submitted: 'explanations', due: 'explanations' }
		};
		const { made } = await begin(db, { policy });
		const [at = 0] = choices(made);
		await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'wrong')], { submit: true }),
			NOW + 2 * MINUTE
		);

		const { answers } = await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'right', { revision: 2 })], { sentAt: NOW + 5 * MINUTE }),
			NOW + 5 * MINUTE
		);

		expect(answers).toMatchObject([{ stored: true, counts: false }]);
		expect(await pointsAt(db, made.attempt.id, at)).toBe(0);
	});

	it('by closing ends open attempts as of that moment, once whoever looks at them', async () => {
		const { db } = await open();
		const { made, assignment } = await begin(db);
		await db
			.updateTable('assignment_class')
			.set({ closed_at: NOW + 5 * MINUTE })
			.execute();

		await Promise.all(
			[1, 2, 3].map(() => settleOverdue(db, { assignmentId: assignment.id }, NOW + 6 * MINUTE))
		);

		expect(await selectOptionalAttempt(db, made.attempt.id)).toMatchObject({
			submitted_by: 'teacher',
			submitted_at: NOW + 5 * MINUTE
		});
		expect(await selectGrades(db, made.attempt.id)).toHaveLength(1);
	});
});

describeOnBothEngines('What a learner is told', (open) => {
	it.each([
		['score', { level: 'score', points: '1', max: 1 }],
		['right-or-wrong', { level: 'right-or-wrong', outcome: 'right', points: '1', max: 1 }]
	] as const)('during the attempt is the %s and no more', async (during, told) => {
		const { db } = await open();
		const { made } = await begin(db, {
			policy: { ...presets.test.policy, feedback: { during, submitted: during, due: during } }
		});
		const [at = 0] = choices(made);

		const { state } = await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'right')]),
			NOW + MINUTE
		);

		expect(state.slots[at]?.feedback).toEqual(told);
		expect(state.slots.filter(({ feedback }) => feedback !== null)).toHaveLength(1);
	});

	it('after a test is nothing, with the date of more, and everything once it is due', async () => {
		const { db } = await open();
		const due_at = NOW + 60 * MINUTE;
		const { made } = await begin(db, { dates: { due_at }, attempt: { deadline_at: due_at } });
		const [at = 0] = choices(made);
		await takeSending(
			db,
			made.attempt.id,
			sending(made, [answer(made, at, 'right')], { submit: true }),
			NOW + MINUTE
		);
		const attempt = await selectOptionalAttempt(db, made.attempt.id);
		if (!attempt) throw new Error('gone');

		const before = await stateOf(db, attempt, due_at - 1);
		const after = await stateOf(db, attempt, due_at);

		expect(before).toMatchObject({ feedback: 'nothing', score: null, moreAt: due_at });
		expect(after).toMatchObject({ feedback: 'explanations', score: { points: '1' }, moreAt: null });
		expect(after.slots.every(({ feedback }) => feedback?.level === 'explanations')).toBe(true);
	});
});
