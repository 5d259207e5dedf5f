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
	submitAttempt
} from '../../../../tests/support/school.ts';
import { newId } from '../store/ids.ts';
import { insertOverride, selectGrades } from '../store/grade.ts';
import type { Db } from '../store/store.ts';
import { gradeAttempt } from './grade-attempt.ts';

async function begin(db: Db) {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const learner = await makeLearner(db, group.id, 'Owl');
	const assignment = await makeAssignment(db, teacher, [group.id]);
	return { teacher, assignment, made: await makeAttempt(db, assignment.id, learner.id) };
}

describeOnBothEngines('Grading an attempt', (open) => {
	it('gives every point for the key and none for what was left open', async () => {
		const { db } = await open();
		const { made } = await begin(db);
		for (const [i, question] of made.questions.entries())
			if (i > 0) await giveAnswer(db, made.attempt.id, i, rightResponse(question));

		await submitAttempt(db, made.attempt.id);

		const [grade] = await selectGrades(db, made.attempt.id);
		const max = made.questions.reduce((all, question) => all + question.max, 0);
		expect(grade).toMatchObject({ n: 1, max_points: max, points_d: 1, reason: null });
		expect(grade?.points_n).toBe(max - (made.questions[0]?.max ?? 0));
	});

	it('adds no row where nothing changed, and one with its reason where a question is dropped', async () => {
		const { db } = await open();
		const { made, teacher, assignment } = await begin(db);
		await submitAttempt(db, made.attempt.id);
		await gradeAttempt(db, made.attempt.id, 'nothing new', NOW);
		expect(await selectGrades(db, made.attempt.id)).toHaveLength(1);

		const [slot] = made.slots;
		await insertOverride(db, {
			id: newId(),
			assignment_id: assignment.id,
			question_version_id: slot?.question_version_id ?? '',
			action: { v: 1, action: 'drop' },
			reason: 'Read out by mistake',
			teacher_id: teacher.id,
			created_at: NOW
		});
		const again = await gradeAttempt(db, made.attempt.id, 'Read out by mistake', NOW);

		const [first] = await selectGrades(db, made.attempt.id);
		expect(again).toMatchObject({ n: 2, reason: 'Read out by mistake' });
		expect(again.max_points).toBe((first?.max_points ?? 0) - (slot?.max_points ?? 0));
	});

	it('counts an answer from before the deadline that arrives within the grace, and none from after', async () => {
		const { db } = await open();
		const { made } = await begin(db);
		const deadline = NOW + 10_000;
		await db.updateTable('attempt').set({ deadline_at: deadline }).execute();
		const places = made.questions.flatMap((question, i) => (question.max === 1 ? [i] : []));
		const [a = 0, b = 1] = places;
		const key = (i: number) => {
			const question = made.questions[i];
			return question ? rightResponse(question) : null;
		};
		await giveAnswer(db, made.attempt.id, a, key(a), { at: deadline });
		await giveAnswer(db, made.attempt.id, b, key(b), { at: deadline + 1 });

		await submitAttempt(db, made.attempt.id);

		const [grade] = await selectGrades(db, made.attempt.id);
		expect([grade?.slot_points[a]?.n, grade?.slot_points[b]?.n]).toEqual([1, 0]);
	});
});
