import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { makeMarkedClass } from '../../../../tests/support/marked-class.ts';
import { beside } from '../../../../tests/support/beside.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse
} from '../../../../tests/support/school.ts';
import { takeSending } from '../attempts/sending.ts';
import { submit } from '../attempts/settle.ts';
import { selectGrades, selectOverrides, type OverrideAction } from '../store/grade.ts';
import { selectQuizQuestions } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { readLearnerAtAssignment } from './learner.ts';
import { previewRegrade, regrade } from './regrade.ts';

// Every test makes a whole class.

const LATER = NOW + 3_600_000;

async function begin(db: Db) {
	const made = await makeMarkedClass(db);
	const { first } = made.assignments;
	const rows = await selectQuizQuestions(db, first.quiz_version_id);
	const decision = (place: number, action: OverrideAction) => ({
		classId: made.group.id,
		assignmentId: first.id,
		questionVersionId: rows[place]?.id ?? '',
		action
	});
	return { ...made, decision };
}
const drop = { v: 1, action: 'drop' } as const;
const full = { v: 1, action: 'full' } as const;
const restore = { v: 1, action: 'restore' } as const;

describeOnBothEngines('A regrade while somebody hands in', (open) => {
	/** An open attempt, and the decision to drop its first question. */
	async function answering(db: Db) {
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const assignment = await makeAssignment(db, teacher, [group.id]);
		const owl = await makeLearner(db, group.id, 'Owl');
		const made = await makeAttempt(db, assignment.id, owl.id);
		const { attempt, questions, slots } = made;
		for (const [place, question] of questions.entries())
			await giveAnswer(db, attempt.id, place, rightResponse(question));
		const decision = {
			classId: group.id,
			assignmentId: assignment.id,
			questionVersionId: slots[0]?.question_version_id ?? '',
			action: drop
		};
		const max = questions.reduce((all, question) => all + question.max, 0);
		return { ...made, teacher, decision, max: max - (questions[0]?.max ?? 0) };
	}
	const counting = async (db: Db, attemptId: string) => (await selectGrades(db, attemptId)).at(-1);

	it('marks by the decision what was being handed in as it was made', async () => {
		const { db } = await open();
		const { attempt, teacher, decision, max } = await answering(db);

		await beside(
			db,
			(trx) => submit(trx, attempt.id, LATER, 'learner', LATER),
			() => regrade(db, teacher, decision, 'Unclear', LATER)
		);

		expect(await counting(db, attempt.id)).toMatchObject({ max_points: max });
	});

	it('marks by the decision what is handed in while it is being made', async () => {
		const { db } = await open();
		const { attempt, token, teacher, decision, max } = await answering(db);

		await beside(
			db,
			(trx) => regrade(trx, teacher, decision, 'Unclear', LATER),
			() =>
				takeSending(db, attempt.id, { v: 1, token, sentAt: 0, answers: [], submit: true }, LATER)
		);

		expect(await counting(db, attempt.id)).toMatchObject({ max_points: max });
	});
});

describeOnBothEngines('A regrade', (open) => {
	it('is previewed to the learner and the tenth, and a preview writes nothing', async () => {
		const { db } = await open();
		const { teacher, decision, assignments, attempts } = await begin(db);

		const preview = await previewRegrade(db, teacher, decision(0, drop), LATER);

		expect(preview).toEqual({
			changed: [
				// 4 of 4; 23/12 of 4; 3/2 of 4, whose first answer was wrong
				{
					learners: 'Ada',
					before: { points: '4', max: 4 },
					after: { points: '3', max: 3 },
					by: '−1'
				},
				{
					learners: 'Ben',
					before: { points: '1.9', max: 4 },
					after: { points: '0.9', max: 3 },
					by: '−1'
				},
				{
					learners: 'Cem and Dee',
					before: { points: '1.5', max: 4 },
					after: { points: '1.5', max: 3 },
					by: '0'
				}
			],
			unchanged: 0,
			elsewhere: 0
		});
		expect(await selectOverrides(db, assignments.first.id)).toEqual([]);
		expect(await selectGrades(db, attempts.ben)).toHaveLength(1);
	});

	it('accepts another option as if it were the key', async () => {
		const { db } = await open();
		const { teacher, decision, attempts, questions } = await begin(db);
		if (questions.choice.kind !== 'choice') throw new Error('not a choice');
		const { options, key } = questions.choice;
		const other = options.find(({ id }) => id !== key)?.id ?? '';
		const accept = { v: 1, action: 'accept', option: other } as const;

		const preview = await previewRegrade(db, teacher, decision(0, accept), LATER);
		const changed = await regrade(db, teacher, decision(0, accept), 'Both fit', LATER);

		expect(preview.changed.map(({ learners, by }) => [learners, by])).toEqual([
			['Cem and Dee', '+1']
		]);
		expect([preview.unchanged, changed]).toEqual([2, 1]);
		const [before, after] = await selectGrades(db, attempts.pair);
		expect(before).toMatchObject({ points_n: 3, points_d: 2, reason: null });
		expect(after).toMatchObject({ points_n: 5, points_d: 2, reason: 'Both fit', n: 2 });
	});

	it('gives full marks to all, and is taken back by a decision that ends the earlier ones', async () => {
		const { db } = await open();
		const { teacher, decision, attempts, assignments } = await begin(db);
		await regrade(db, teacher, decision(3, full), 'The statement was unclear', LATER);
		// Skipped by the pair, and full all the same.
		expect((await selectGrades(db, attempts.pair)).at(-1)).toMatchObject({
			points_n: 5,
			points_d: 2
		});

		// In the same millisecond: which came last must still be known.
		const back = await regrade(db, teacher, decision(3, restore), 'It was clear', LATER);

		expect(back).toBe(2);
		const history = await selectGrades(db, attempts.pair);
		expect(history.map(({ points_n, points_d, reason }) => [points_n, points_d, reason])).toEqual([
			[3, 2, null],
			[5, 2, 'The statement was unclear'],
			[3, 2, 'It was clear']
		]);
		expect(history.at(-1)?.override_ids).toEqual([]);
		expect(await selectOverrides(db, assignments.first.id)).toHaveLength(2);

		await regrade(db, teacher, decision(3, drop), 'Dropped after all', LATER);
		expect((await selectGrades(db, attempts.pair)).at(-1)).toMatchObject({ max_points: 3 });
	});

	it('takes back one question and leaves the decisions about others', async () => {
		const { db } = await open();
		const { teacher, decision, attempts } = await begin(db);
		await regrade(db, teacher, decision(0, drop), 'One', LATER);
		await regrade(db, teacher, decision(3, full), 'Two', LATER);
		await regrade(db, teacher, decision(3, restore), 'Three', LATER);
		expect((await selectGrades(db, attempts.ada)).at(-1)).toMatchObject({
			points_n: 3,
			points_d: 1,
			max_points: 3
		});
	});

	it('is stored once, however often it is confirmed', async () => {
		const { db } = await open();
		const { teacher, decision, assignments, attempts } = await begin(db);
		await regrade(db, teacher, decision(0, drop), 'Why', LATER);
		expect(await regrade(db, teacher, decision(0, drop), 'Why', LATER)).toBe(0);
		expect(await regrade(db, teacher, decision(1, restore), 'Why', LATER)).toBe(0);
		expect(await selectOverrides(db, assignments.first.id)).toHaveLength(1);
		expect(await selectGrades(db, attempts.ben)).toHaveLength(2);
	});

	it('needs a reason, a question of the assignment, an option that exists, and somebody who teaches the class', async () => {
		const { db } = await open();
		const { teacher, decision, assignments } = await begin(db);
		const stranger = await makeTeacher(db, 'Mr Other');
		const accept = { v: 1, action: 'accept', option: 'zz' } as const;
		const refused = async (run: Promise<unknown>, code: string) => {
			await expect(run).rejects.toMatchObject({ code });
		};
		await refused(regrade(db, teacher, decision(0, drop), '  ', LATER), 'reason-first');
		await refused(regrade(db, teacher, decision(0, accept), 'Why', LATER), 'nothing-to-regrade');
		await refused(previewRegrade(db, teacher, decision(9, drop), LATER), 'nothing-to-regrade');
		await refused(regrade(db, stranger, decision(0, drop), 'Why', LATER), 'not-yours');
		await refused(previewRegrade(db, stranger, decision(0, drop), LATER), 'not-yours');
		expect(await selectOverrides(db, assignments.first.id)).toEqual([]);
	});

	it('is told in the history of the learner with its reason', async () => {
		const { db } = await open();
		const { teacher, decision, group, learners, assignments } = await begin(db);
		await regrade(db, teacher, decision(0, drop), 'Read out by mistake', LATER);

		const result = await readLearnerAtAssignment(
			db,
			teacher,
			{ classId: group.id, assignmentId: assignments.first.id, learnerId: learners.dee.id },
			LATER
		);

		const [attempt] = result.attempts;
		expect(attempt).toMatchObject({ partner: 'Cem', counts: true, state: 'submitted' });
		expect(attempt?.history.map(({ points, max, reason }) => [points, max, reason])).toEqual([
			['1.5', 4, null],
			['1.5', 3, 'Read out by mistake']
		]);
		expect(attempt?.questions.map(({ dropped }) => dropped)).toEqual([true, false, false, false]);
		expect(attempt?.questions.map(({ explanation }) => explanation.outcome)).toEqual([
			'wrong',
			'right',
			'partly',
			'skipped'
		]);
	});
});
