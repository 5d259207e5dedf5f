import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	thePack
} from '../../../../tests/support/school.ts';
import { presets } from '../../taking/policy.ts';
import type { ClassDates, Problem } from '../../taking/terms.ts';
import {
	selectAssignmentClasses,
	selectClassAssignments,
	selectOptionalAssignment
} from '../store/assignment.ts';
import { selectQuizQuestions, selectQuizVersion } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { assignQuiz, duplicateAssignment, reuseAssignments, type Assigning } from './assign.ts';

const hour = 60 * 60 * 1000;
const from = (classId: string, dates: Partial<ClassDates> = {}): ClassDates => ({
	classId,
	opensAt: NOW,
	dueAt: null,
	...dates
});
const assigning = (classes: ClassDates[], given: Partial<Assigning> = {}): Assigning => ({
	pack: thePack(),
	wish: { draw: 'quick' },
	terms: {
		title: ' Which demand is which ',
		timeLimitMs: null,
		attemptsAllowed: 1,
		policy: presets.lesson.policy
	},
	classes,
	seed: 'seed',
	now: NOW,
	...given
});
const tables = ['assignment', 'assignment_class', 'quiz_version', 'pack_version'] as const;
const countRows = async (db: Db): Promise<number> => {
	let all = 0;
	for (const table of tables) all += (await db.selectFrom(table).selectAll().execute()).length;
	return all;
};

describeOnBothEngines('Assigning a quiz', (open) => {
	it('gives it to several classes, each with its dates', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const [a, b] = [await makeClass(db, teacher), await makeClass(db, teacher, { name: '8c' })];
		const later = { opensAt: NOW + hour, dueAt: NOW + 2 * hour };

		const made = await assignQuiz(db, teacher, assigning([from(a.id), from(b.id, later)]));

		const id = 'id' in made ? made.id : '';
		const row = await selectOptionalAssignment(db, id);
		expect(row).toMatchObject({ title: 'Which demand is which', teacher_id: teacher.id });
		expect(await selectAssignmentClasses(db, id)).toMatchObject([
			{ class_id: a.id, opens_at: NOW, due_at: null, closed_at: null },
			{ class_id: b.id, opens_at: NOW + hour, due_at: NOW + 2 * hour }
		]);
		const quiz = await selectQuizVersion(db, row?.quiz_version_id ?? '');
		expect(await selectQuizQuestions(db, quiz.id)).toHaveLength(5);
	});

	it('asks a list that was picked by hand, in its order', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const picked = [7, 2, 5].map((i) => thePack().bank[i]?.id ?? '');

		const made = await assignQuiz(db, teacher, assigning([from(group.id)], { wish: { picked } }));

		const row = await selectOptionalAssignment(db, 'id' in made ? made.id : '');
		const asked = await selectQuizQuestions(db, row?.quiz_version_id ?? '');
		expect(asked.map(({ ref }) => ref)).toEqual(picked);
	});

	it('refuses a class that another teaches, beside one’s own too, and stores nothing', async () => {
		const { db } = await open();
		const [teacher, other] = [await makeTeacher(db), await makeTeacher(db, 'Mr Orr')];
		const [mine, theirs] = [await makeClass(db, teacher), await makeClass(db, other)];

		for (const classes of [[from(theirs.id)], [from(mine.id), from(theirs.id)]])
			await expect(assignQuiz(db, teacher, assigning(classes))).rejects.toThrow('not-yours');
		await expect(assignQuiz(db, null, assigning([from(mine.id)]))).rejects.toThrow('sign-in-first');

		expect(await countRows(db)).toBe(0);
	});

	it('says everything that is wrong at once, and stores nothing', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const away = await makeClass(db, teacher, { archived_at: NOW });
		const { lesson } = presets;
		const cases: [Assigning, Problem[]][] = [
			[assigning([]), [{ field: 'class', code: 'no-class' }]],
			[assigning([from(away.id)]), [{ field: 'class', code: 'class-archived' }]],
			[
				assigning([from(group.id, { dueAt: NOW })], {
					wish: { picked: ['no-such'] },
					terms: {
						title: '  ',
						timeLimitMs: 0,
						attemptsAllowed: 0,
						policy: {
							...lesson.policy,
							feedback: { during: 'explanations', submitted: 'score', due: 'explanations' }
						}
					}
				}),
				[
					{ field: 'title', code: 'title-empty' },
					{ field: 'limit', code: 'time-limit' },
					{ field: 'attempts', code: 'attempts' },
					{ field: 'submitted', code: 'feedback-shrinks' },
					{ field: `due-${group.id}`, code: 'due-before-opens' },
					{ field: 'pick', code: 'nothing-picked' }
				]
			],
			[
				assigning([from(group.id, { opensAt: Date.UTC(20260, 1) })]),
				[{ field: `opens-${group.id}`, code: 'date' }]
			]
		];
		for (const [given, problems] of cases)
			expect(await assignQuiz(db, teacher, given)).toEqual({ problems });
		expect(await countRows(db)).toBe(0);
	});

	it('stores nothing where the article has no such question', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		await expect(
			assignQuiz(db, teacher, assigning([from(group.id)], { wish: { draw: 'skill:astrology' } }))
		).rejects.toThrow('mangled-link');
		expect(await countRows(db)).toBe(0);
	});
});

describeOnBothEngines('Assigning again', (open) => {
	it('duplicates questions and terms, for no class yet and without answers', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const learner = await makeLearner(db, group.id, 'Owl');
		const first = await makeAssignment(db, teacher, [group.id], { time_limit_ms: hour });
		await makeAttempt(db, first.id, learner.id);

		const id = await duplicateAssignment(db, teacher, first.id, (title) => `${title} again`, NOW);

		const copy = await selectOptionalAssignment(db, id);
		expect(copy).toEqual({ ...first, id, title: 'Which demand is which again' });
		expect(await selectAssignmentClasses(db, id)).toEqual([]);
		expect(await db.selectFrom('attempt').selectAll().execute()).toHaveLength(1);
	});

	it('gives a class what an archived one had, without its learners and dates', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const old = await makeClass(db, teacher, { archived_at: NOW });
		const fresh = await makeClass(db, teacher, { name: '8c' });
		const learner = await makeLearner(db, old.id, 'Owl');
		const a = await makeAssignment(db, teacher, [old.id], { title: 'A', archived_at: NOW });
		await makeAssignment(db, teacher, [old.id], { title: 'B' });
		await makeAttempt(db, a.id, learner.id);
		const to = from(fresh.id, { opensAt: NOW + hour });

		const reused = await reuseAssignments(db, teacher, old.id, [a.id], to, NOW);

		expect(reused).toMatchObject({ ids: [expect.any(String)] });
		expect(await selectClassAssignments(db, fresh.id)).toMatchObject([
			{
				assignment: { title: 'A', quiz_version_id: a.quiz_version_id, archived_at: null },
				dates: { opens_at: NOW + hour, due_at: null }
			}
		]);
		expect(await selectClassAssignments(db, old.id)).toHaveLength(2);
	});

	it('refuses to take from or give to a class that another teaches', async () => {
		const { db } = await open();
		const [teacher, other] = [await makeTeacher(db), await makeTeacher(db, 'Mr Orr')];
		const [mine, theirs] = [await makeClass(db, teacher), await makeClass(db, other)];
		const own = await makeAssignment(db, teacher, [mine.id]);
		const foreign = await makeAssignment(db, other, [theirs.id]);
		const tries = [
			() => reuseAssignments(db, teacher, theirs.id, [foreign.id], from(mine.id), NOW),
			() => reuseAssignments(db, teacher, mine.id, [own.id], from(theirs.id), NOW),
			() => duplicateAssignment(db, teacher, foreign.id, String, NOW)
		];
		for (const one of tries) await expect(one()).rejects.toThrow('not-yours');
		expect(await db.selectFrom('assignment').selectAll().execute()).toHaveLength(2);
	});
});
