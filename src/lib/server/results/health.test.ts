import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	submitAttempt,
	thePack,
	wrongResponse
} from '../../../../tests/support/school.ts';
import { fraction } from '../../scoring/fraction.ts';
import { selectQuizQuestions } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { readAssignmentResults } from './assignment.ts';
import { selectQuestionHealth } from './health.ts';

// Every test makes a whole class.

const LATER = NOW + 3_600_000;

/** Two classes of six: in each the first four have the first question right, all have the second. */
async function begin(db: Db) {
	const teacher = await makeTeacher(db);
	const [first, second] = thePack().bank.filter(({ kind }) => kind === 'choice');
	const picked = [first?.id ?? '', second?.id ?? ''];
	const classes = [await makeClass(db, teacher), await makeClass(db, teacher, { name: '8c' })];
	const assignments: string[] = [];
	for (const group of classes) {
		const assignment = await makeAssignment(db, teacher, [group.id], { wish: { picked } });
		assignments.push(assignment.id);
		for (let i = 0; i < 6; i++) {
			const learner = await makeLearner(db, group.id, `Learner ${String(i)}`);
			const made = await makeAttempt(db, assignment.id, learner.id);
			const [one, two] = made.questions;
			if (!one || !two) throw new Error('too few questions');
			// What was answered first does not count, and neither does what came after being told.
			await giveAnswer(db, made.attempt.id, 0, wrongResponse(one), { certainty: 3 });
			await giveAnswer(db, made.attempt.id, 0, i < 4 ? rightResponse(one) : wrongResponse(one), {
				certainty: 3,
				revision: 2
			});
			if (i === 0) await giveAnswer(db, made.attempt.id, 1, null);
			else if (i > 1) await giveAnswer(db, made.attempt.id, 1, rightResponse(two));
			await submitAttempt(db, made.attempt.id);
		}
	}
	const rows = await selectQuizQuestions(
		db,
		(await db.selectFrom('assignment').select('quiz_version_id').executeTakeFirstOrThrow())
			.quiz_version_id
	);
	return { teacher, classes, assignments, rows };
}

describeOnBothEngines('Question health', (open) => {
	it("pools a question over the teacher's classes, by the answer that counts", async () => {
		const { db } = await open();
		const { teacher, rows } = await begin(db);

		const health = await selectQuestionHealth(
			db,
			teacher.id,
			rows.map(({ id }) => id)
		);

		const [one, two] = rows.map(({ id }) => health.get(id));
		// Eight of twelve right; the four others were certain.
		expect(one).toMatchObject({
			reached: 12,
			standing: 'provisional',
			facility: fraction(2, 3),
			sureButWrong: 4
		});
		const [question] = rows;
		if (question?.question.kind !== 'choice') throw new Error('not a choice');
		expect(one?.picks.get(question.question.key)).toBe(8);
		// Of each class one skipped it and one did not reach it.
		expect(two).toMatchObject({ reached: 10, skipped: 2, notReached: 2, facility: fraction(4, 5) });
	});

	it('keeps out other teachers, deleted classes, second attempts and what came too late', async () => {
		const { db } = await open();
		const { teacher, rows, classes } = await begin(db);
		const ids = rows.map(({ id }) => id);
		const reached = async (teacherId = teacher.id) =>
			(await selectQuestionHealth(db, teacherId, ids)).get(ids[0] ?? '')?.reached;

		const stranger = await makeTeacher(db, 'Mr Other');
		expect(await reached(stranger.id)).toBe(0);

		await db
			.updateTable('attempt')
			.set({ n: 2 })
			.where('learner_id', 'in', (query) =>
				query.selectFrom('learner').select('id').where('nickname', '=', 'Learner 5')
			)
			.execute();
		expect(await reached()).toBe(10);

		await db
			.updateTable('attempt')
			.set({ deadline_at: NOW })
			.where('learner_id', 'in', (query) =>
				query.selectFrom('learner').select('id').where('nickname', '=', 'Learner 4')
			)
			.execute();
		expect(await reached()).toBe(8);

		await db
			.updateTable('class')
			.set({ deleted_at: NOW })
			.where('id', '=', classes[0]?.id ?? '')
			.execute();
		expect(await reached()).toBe(4);
		expect(await selectQuestionHealth(db, teacher.id, [])).toEqual(new Map());
	});

	it('stands beside the heat of the sentences that the key cites', async () => {
		const { db } = await open();
		const { teacher, classes, assignments } = await begin(db);

		const results = await readAssignmentResults(
			db,
			teacher,
			classes[0]?.id ?? '',
			assignments[0] ?? '',
			LATER
		);

		const [line] = results.questions;
		expect(line?.health).toMatchObject({ facility: 67, standing: 'provisional' });
		expect(line?.choices.find(({ right }) => right)).toMatchObject({ times: 8, percent: 67 });
		// In this class two of six missed it, both of them certain.
		const [hottest] = results.reread;
		expect(hottest).toMatchObject({ answers: 6, percent: 33, step: 1, sureButWrong: 2 });
		expect(hottest?.text).not.toBe('');
	});
});
