import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher
} from '../../../../tests/support/school.ts';
import { insertDispute } from '../store/dispute.ts';
import { newId } from '../store/ids.ts';
import type { Db } from '../store/store.ts';
import { listDisputes, markDispute } from './disputes.ts';

async function begin(db: Db) {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const owl = await makeLearner(db, group.id, 'Owl');
	const assignment = await makeAssignment(db, teacher, [group.id]);
	const made = await makeAttempt(db, assignment.id, owl.id);
	const place = { classId: group.id, assignmentId: assignment.id };
	const doubt = async (text: string, at: number) => {
		const id = newId();
		await insertDispute(db, {
			id,
			attempt_id: made.attempt.id,
			position: 2,
			text,
			created_at: at,
			closed_at: null
		});
		return id;
	};
	return { teacher, place, made, doubt };
}

describeOnBothEngines('Doubts about questions', (open) => {
	it('are listed with learner and question, open ones first, and closed and opened by the teacher', async () => {
		const { db } = await open();
		const { teacher, place, made, doubt } = await begin(db);
		await doubt('Older', NOW + 1);
		const newer = await doubt('Newer', NOW + 2);
		const list = async () =>
			(await listDisputes(db, teacher, place)).map(({ text, closed }) => [text, closed]);

		const [first] = await listDisputes(db, teacher, place);
		expect(first).toMatchObject({
			text: 'Newer',
			n: 3,
			stem: made.questions[2]?.stem,
			learner: { nickname: 'Owl' }
		});
		await markDispute(db, teacher, place, { id: newer, closed: true }, NOW + 3);
		expect(await list()).toEqual([
			['Older', false],
			['Newer', true]
		]);
		await markDispute(db, teacher, place, { id: newer, closed: false }, NOW + 4);
		expect(await list()).toEqual([
			['Newer', false],
			['Older', false]
		]);
	});

	it('of another class cannot be read or closed', async () => {
		const { db } = await open();
		const mine = await begin(db);
		const theirs = await begin(db);
		const id = await theirs.doubt('Theirs', NOW);

		await markDispute(db, mine.teacher, mine.place, { id, closed: true }, NOW);

		expect(await listDisputes(db, theirs.teacher, theirs.place)).toMatchObject([{ closed: false }]);
		await expect(listDisputes(db, mine.teacher, theirs.place)).rejects.toMatchObject({
			code: 'not-yours'
		});
	});
});
