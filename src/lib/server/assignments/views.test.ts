import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse
} from '../../../../tests/support/school.ts';
import { formFromResponse } from '../../questions/response.ts';
import { presets } from '../../taking/policy.ts';
import { insertClassTeacher } from '../store/class-teacher.ts';
import { selectQuizQuestions } from '../store/quiz-version.ts';
import { grant } from './accommodations.ts';
import { deleteAssignment } from './change.ts';
import { noGrant } from './deadline.ts';
import { selectPreview } from './preview.ts';
import { selectAssignmentView, selectClassChoices, selectLoose, selectReusable } from './views.ts';

const hour = 60 * 60 * 1000;

describeOnBothEngines('The page of an assignment', (open) => {
	it('shows each class that the teacher teaches, and only that others have it too', async () => {
		const { db } = await open();
		const [teacher, helper] = [await makeTeacher(db), await makeTeacher(db, 'Ms Lind')];
		const a = await makeClass(db, teacher, { name: 'a' });
		const b = await makeClass(db, teacher, { name: 'b' });
		const more = await makeClass(db, helper, { name: 'c' });
		await insertClassTeacher(db, { class_id: a.id, teacher_id: helper.id, role: 'co-teacher' });
		const dates = { opens_at: NOW, due_at: NOW + hour };
		const { id } = await makeAssignment(db, teacher, [a.id, b.id], { dates });

		expect(await selectAssignmentView(db, teacher, id, NOW)).toMatchObject({
			whole: true,
			begun: false,
			questions: 13,
			draw: 'full',
			others: 0,
			classes: [{ id: a.id }, { id: b.id }],
			more: []
		});
		expect(await selectAssignmentView(db, helper, id, NOW)).toMatchObject({
			whole: false,
			others: 1,
			classes: [{ id: a.id, opensAt: NOW, dueAt: NOW + hour }],
			more: [{ id: more.id, name: 'c' }]
		});
	});

	it('says whether it is still to open, open, due or closed', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const dates = { opens_at: NOW, due_at: NOW + hour };
		const { id } = await makeAssignment(db, teacher, [group.id], { dates });
		const stateAt = async (now: number) => {
			const view = await selectAssignmentView(db, teacher, id, now);
			return 'classes' in view ? view.classes[0]?.state : undefined;
		};
		expect(await stateAt(NOW - 1)).toBe('opens');
		expect(await stateAt(NOW)).toBe('open');
		expect(await stateAt(NOW + hour)).toBe('due');
		await db.updateTable('assignment_class').set({ closed_at: NOW }).execute();
		expect(await stateAt(NOW)).toBe('closed');
	});

	it('counts what each learner meets where each draws their own', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const policy = { ...presets.test.policy, order: 'variant' as const };
		for (const [draw, questions] of [
			['quick', 5],
			['full', 13]
		] as const) {
			const { id } = await makeAssignment(db, teacher, [], { policy, wish: { draw } });
			expect(await selectAssignmentView(db, teacher, id, NOW)).toMatchObject({ questions });
		}
	});

	it('keeps what a learner is granted for it apart from what is granted for all', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const learner = await makeLearner(db, group.id, 'Owl');
		const { id } = await makeAssignment(db, teacher, [group.id]);
		const other = await makeAssignment(db, teacher, [group.id]);
		const whom = { classId: group.id, learnerId: learner.id };
		const half = { ...noGrant, timeFactor: 1.5 };
		const due = { ...noGrant, dueAt: NOW + hour };
		await grant(db, teacher, { ...whom, assignmentId: null }, half, NOW);
		await grant(db, teacher, { ...whom, assignmentId: id }, due, NOW);
		await grant(db, teacher, { ...whom, assignmentId: other.id }, { ...half, timeFactor: 2 }, NOW);

		expect(await selectAssignmentView(db, teacher, id, NOW)).toMatchObject({
			classes: [{ learners: [{ nickname: 'Owl', forThis: due, forAll: half, excused: false }] }]
		});
	});

	it('is only a title once it is deleted, and nothing at all for others', async () => {
		const { db } = await open();
		const [teacher, stranger] = [await makeTeacher(db), await makeTeacher(db, 'Mr Orr')];
		const group = await makeClass(db, teacher);
		const { id, title } = await makeAssignment(db, teacher, [group.id]);
		const look = () => selectAssignmentView(db, stranger, id, NOW);
		await expect(look()).rejects.toThrow('not-yours');
		await deleteAssignment(db, teacher, id, NOW);
		expect(await selectAssignmentView(db, teacher, id, NOW)).toEqual({ id, deleted: title });
		await expect(look()).rejects.toThrow('not-yours');
		await expect(selectPreview(db, teacher, id, new URLSearchParams())).rejects.toThrow(
			'not-yours'
		);
	});

	it('offers classes that are not archived, and what an archived one had', async () => {
		const { db } = await open();
		const [teacher, stranger] = [await makeTeacher(db), await makeTeacher(db, 'Mr Orr')];
		const group = await makeClass(db, teacher);
		const old = await makeClass(db, teacher, { name: 'old', archived_at: NOW });
		const had = await makeAssignment(db, teacher, [old.id], { title: 'Had' });
		expect(await selectClassChoices(db, teacher)).toEqual({
			running: [{ id: group.id, name: '8b' }],
			archived: [{ id: old.id, name: 'old' }]
		});
		expect((await selectReusable(db, teacher, old.id)).assignments).toEqual([
			{ id: had.id, title: 'Had' }
		]);
		await expect(selectReusable(db, stranger, old.id)).rejects.toThrow('not-yours');
	});
});

describeOnBothEngines('What no class shows', (open) => {
	it('is what its maker gave to none yet, or deleted', async () => {
		const { db } = await open();
		const [teacher, other] = [await makeTeacher(db), await makeTeacher(db, 'Mr Orr')];
		const group = await makeClass(db, teacher);
		const none = await makeAssignment(db, teacher, [], { title: 'none', created_at: NOW + 1 });
		const gone = await makeAssignment(db, teacher, [group.id], { title: 'gone' });
		await makeAssignment(db, teacher, [group.id], { title: 'given' });
		await makeAssignment(db, other, [], { title: 'of another' });
		await deleteAssignment(db, teacher, gone.id, NOW);
		expect(await selectLoose(db, teacher)).toEqual([
			{ id: none.id, title: 'none', deleted: false },
			{ id: gone.id, title: 'gone', deleted: true }
		]);
	});
});

describeOnBothEngines('The preview', (open) => {
	it('shows what a learner gets, marks what is tried, and stores nothing', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const learner = await makeLearner(db, group.id, 'Owl');
		const row = await makeAssignment(db, teacher, [group.id], { wish: { draw: 'quick' } });
		const see = (params: string) => selectPreview(db, teacher, row.id, new URLSearchParams(params));
		const { slots } = await makeAttempt(db, row.id, learner.id);
		const asked = await selectQuizQuestions(db, row.quiz_version_id);

		for (const [i, slot] of slots.entries()) {
			const { step } = await see(`n=${i + 1}`);
			expect(step).toMatchObject({ kind: 'question', question: slot.shown });
			const question = asked.find(({ id }) => id === slot.question_version_id)?.question;
			const fields = question ? formFromResponse(rightResponse(question)) : [];
			const tried = await see(
				new URLSearchParams([['n', `${i + 1}`], ['do', 'check'], ...fields]).toString()
			);
			expect(tried.step).toMatchObject({ kind: 'explanation', explanation: { outcome: 'right' } });
		}
		expect(await see('n=1&do=skip')).toMatchObject({ n: 2, step: { kind: 'question' } });
		expect(await see('n=6')).toMatchObject({ n: 6, total: 5, step: null });
		expect(await see('n=99&key')).toMatchObject({ n: 6, step: null });
		expect(await see('n=x')).toMatchObject({ n: 1 });
		expect(await db.selectFrom('response').selectAll().execute()).toEqual([]);
	});
});
