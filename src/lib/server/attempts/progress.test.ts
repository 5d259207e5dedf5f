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
import type { Db } from '../store/store.ts';
import { readProgress } from './progress.ts';

async function begin(db: Db, dates: { due_at?: number } = {}) {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const assignment = await makeAssignment(db, teacher, [group.id], { dates });
	const read = (now = NOW + 1) => readProgress(db, teacher, group.id, assignment.id, now);
	return { teacher, group, assignment, read };
}

const right = (made: Awaited<ReturnType<typeof makeAttempt>>, i: number) => {
	const question = made.questions[i];
	return question ? rightResponse(question) : null;
};

describeOnBothEngines('The progress of a class', (open) => {
	it('says of each learner whether they joined, started, answered or handed in, and the sums', async () => {
		const { db } = await open();
		const { group, assignment, read } = await begin(db);
		await makeLearner(db, group.id, 'Ada', { listed: 1, joined_at: null });
		await makeLearner(db, group.id, 'Ben');
		const cid = await makeLearner(db, group.id, 'Cid');
		const dot = await makeLearner(db, group.id, 'Dot');
		const eve = await makeLearner(db, group.id, 'Eve');
		const doing = await makeAttempt(db, assignment.id, cid.id);
		await giveAnswer(db, doing.attempt.id, 0, right(doing, 0), { at: NOW + 10 });
		await giveAnswer(db, doing.attempt.id, 2, right(doing, 2), { at: NOW + 20 });
		const done = await makeAttempt(db, assignment.id, dot.id);
		await submitAttempt(db, done.attempt.id);
		await db
			.insertInto('excused')
			.values({ assignment_id: assignment.id, learner_id: eve.id, created_at: NOW })
			.execute();

		const progress = await read();

		expect(
			progress.learners.map(({ nickname, stand, answered, at }) => [nickname, stand, answered, at])
		).toEqual([
			['Ada', 'listed', 0, 0],
			['Ben', 'not-started', 0, 0],
			['Cid', 'answering', 2, 3],
			['Dot', 'handed-in', 0, 0],
			['Eve', 'excused', 0, 0]
		]);
		expect(progress.sums).toEqual({ learners: 5, started: 2, handedIn: 1, excused: 1 });
		expect(progress.learners[2]).toMatchObject({ of: doing.slots.length, lastAt: NOW + 20 });
	});

	it('does not count an answer that was taken back, nor a changed one twice', async () => {
		const { db } = await open();
		const { group, assignment, read } = await begin(db);
		const owl = await makeLearner(db, group.id, 'Owl');
		const made = await makeAttempt(db, assignment.id, owl.id);
		await giveAnswer(db, made.attempt.id, 0, right(made, 0));
		await giveAnswer(db, made.attempt.id, 0, right(made, 0), { revision: 2 });
		await giveAnswer(db, made.attempt.id, 1, right(made, 1));
		await giveAnswer(db, made.attempt.id, 1, null, { revision: 2 });

		expect((await read()).learners[0]).toMatchObject({ answered: 1, at: 2 });
	});

	it('shows a pair on both lines, and which of the two holds the work', async () => {
		const { db } = await open();
		const { group, assignment, read } = await begin(db);
		const ada = await makeLearner(db, group.id, 'Ada');
		const ben = await makeLearner(db, group.id, 'Ben');
		await makeAttempt(db, assignment.id, ada.id, { partner_id: ben.id });

		expect(
			(await read()).learners.map(({ stand, partner, second }) => [stand, partner, second])
		).toEqual([
			['answering', 'Ben', false],
			['answering', 'Ada', true]
		]);
	});

	it('shows the open attempt where there are several, else the newest', async () => {
		const { db } = await open();
		const { group, assignment, read } = await begin(db);
		const owl = await makeLearner(db, group.id, 'Owl');
		const first = await makeAttempt(db, assignment.id, owl.id);
		await submitAttempt(db, first.attempt.id);
		await makeAttempt(db, assignment.id, owl.id, { n: 2, started_at: NOW + 5 });

		expect((await read()).learners[0]).toMatchObject({ stand: 'answering', attempt: { n: 2 } });
	});

	it('shows to have handed in whoever did so with a partner who was removed since', async () => {
		const { db } = await open();
		const { group, assignment, read } = await begin(db);
		const ada = await makeLearner(db, group.id, 'Ada');
		const ben = await makeLearner(db, group.id, 'Ben');
		const { attempt } = await makeAttempt(db, assignment.id, ada.id, { partner_id: ben.id });
		await submitAttempt(db, attempt.id);
		const remove = (id: string) =>
			db.updateTable('learner').set({ removed_at: NOW }).where('id', '=', id).execute();

		await remove(ada.id);
		expect(await read()).toMatchObject({
			learners: [{ nickname: 'Ben', stand: 'handed-in', partner: null }],
			sums: { learners: 1, handedIn: 1 }
		});
		await remove(ben.id);
		expect((await read()).sums).toMatchObject({ learners: 0, started: 0 });
	});

	it('calls late who is past the end, by the due date that is their own', async () => {
		const { db } = await open();
		const { group, assignment, read } = await begin(db, { due_at: NOW + 100 });
		await makeLearner(db, group.id, 'Ada');
		const ben = await makeLearner(db, group.id, 'Ben');
		await db
			.insertInto('accommodation')
			.values({
				id: newId(),
				learner_id: ben.id,
				assignment_id: null,
				time_factor: 1,
				untimed: 0,
				extra_attempts: 0,
				due_at: NOW + 1000,
				created_at: NOW
			})
			.execute();
		const cid = await makeLearner(db, group.id, 'Cid');
		const handed = await makeAttempt(db, assignment.id, cid.id);
		await submitAttempt(db, handed.attempt.id, NOW + 50);
		const late = async (now: number) => (await read(now)).learners.map((one) => one.late);

		expect(await late(NOW + 100)).toEqual([false, false, false]);
		expect(await late(NOW + 101)).toEqual([true, false, false]);
		expect(await late(NOW + 1001)).toEqual([true, true, false]);
	});

	it('is the same text at two moments between which nothing happened', async () => {
		const { db } = await open();
		const { group, assignment, read } = await begin(db, { due_at: NOW + 1000 });
		const owl = await makeLearner(db, group.id, 'Owl');
		await makeAttempt(db, assignment.id, owl.id, { deadline_at: NOW + 900 });

		expect(JSON.stringify(await read(NOW + 1))).toBe(JSON.stringify(await read(NOW + 800)));
	});

	it('tells no name where none is asked for', async () => {
		const { db } = await open();
		const { teacher, group, assignment } = await begin(db);
		const ada = await makeLearner(db, group.id, 'Adamant');
		const ben = await makeLearner(db, group.id, 'Benthos');
		await makeAttempt(db, assignment.id, ada.id, { partner_id: ben.id });

		const told = await readProgress(db, teacher, group.id, assignment.id, NOW, false);

		expect(told.learners).toHaveLength(2);
		expect(JSON.stringify(told)).not.toMatch(/Adamant|Benthos/u);
	});

	it('is refused to whoever does not teach the class', async () => {
		const { db } = await open();
		const { group, assignment } = await begin(db);
		const other = await makeTeacher(db, 'Mr Else');
		const reading = readProgress(db, other, group.id, assignment.id, NOW);
		await expect(reading).rejects.toMatchObject({ code: 'not-yours' });
	});
});
