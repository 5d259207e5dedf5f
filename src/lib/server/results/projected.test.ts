import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	wrongResponse
} from '../../../../tests/support/school.ts';
import { presets, type Policy } from '../../taking/policy.ts';
import type { Db } from '../store/store.ts';
import { readProjected } from './projected.ts';

async function begin(db: Db, order: Policy['order'] = 'same') {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const assignment = await makeAssignment(db, teacher, [group.id], {
		policy: { ...presets.lesson.policy, order }
	});
	const place = { classId: group.id, assignmentId: assignment.id };
	const show = (n: number) => readProjected(db, teacher, place, n);
	return { teacher, group, assignment, place, show };
}

describeOnBothEngines('A question for the room', (open) => {
	it('counts answers of a mixed quiz to the same question, first attempts only, a pair once', async () => {
		const { db } = await open();
		const { group, assignment, show } = await begin(db, 'shuffle');
		const total = (await show(1)).total;
		let at = 1;
		while ((await show(at)).question.kind !== 'choice' && at < total) at++;
		const { question } = await show(at);
		const give = async (name: string, right: boolean, n = 1, learnerId?: string) => {
			const id = learnerId ?? (await makeLearner(db, group.id, name)).id;
			const partner = n === 1 ? (await makeLearner(db, group.id, `${name} too`)).id : null;
			const made = await makeAttempt(db, assignment.id, id, { n, seed: name, partner_id: partner });
			const position = made.questions.findIndex((one) => one.id === question.id);
			const full = made.questions[position];
			if (!full) throw new Error('not asked');
			const response = right ? rightResponse(full) : wrongResponse(full);
			await giveAnswer(db, made.attempt.id, position, response);
			return id;
		};
		const ada = await give('Ada', false);
		await give('Ben', true);
		await give('Ada', true, 2, ada);

		const { tally, explanation, voices } = await show(at);

		expect(tally.answers).toBe(2);
		const counts = tally.groups[0]?.lines.map(({ count, right }) => [count, right]) ?? [];
		expect(counts).toContainEqual([1, true]);
		expect(counts.filter(([count]) => count === 1)).toHaveLength(2);
		expect(explanation.settledIn.length === 0 || voices.length > 0).toBe(true);
	});

	it('shows the questions that most had where each draws their own', async () => {
		const { db } = await open();
		const { group, assignment, show } = await begin(db, 'variant');
		const times = new Map<string, number>();
		for (const seed of ['a', 'b', 'c', 'd', 'e']) {
			const learner = await makeLearner(db, group.id, seed);
			const made = await makeAttempt(db, assignment.id, learner.id, { seed });
			for (const { id } of made.questions) times.set(id, (times.get(id) ?? 0) + 1);
		}
		const { total } = await show(1);
		const shown: string[] = [];
		for (let n = 1; n <= total; n++) shown.push((await show(n)).question.id);

		expect(new Set(shown).size).toBe(total);
		const had = shown.map((id) => times.get(id) ?? 0);
		expect(had).toEqual([...had].sort((a, b) => b - a));
		const left = [...times].filter(([id]) => !shown.includes(id)).map(([, n]) => n);
		expect(Math.max(0, ...left)).toBeLessThanOrEqual(Math.min(...had));
	});

	it('holds the nearest question past either end, and nothing for other teachers', async () => {
		const { db } = await open();
		const { place, show } = await begin(db);
		const { total } = await show(1);
		expect([(await show(-3)).n, (await show(999)).n]).toEqual([1, total]);
		const other = await makeTeacher(db, 'Mr Else');
		await expect(readProjected(db, other, place, 1)).rejects.toMatchObject({ code: 'not-yours' });
	});
});
