import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	submitAttempt
} from '../../../../tests/support/school.ts';
import { presets } from '../../taking/policy.ts';
import type { Terms } from '../../taking/terms.ts';
import {
	selectAssignmentClasses,
	selectClassAssignments,
	selectExcused,
	selectOptionalAssignment,
	type AssignmentRow
} from '../store/assignment.ts';
import { endAttempt, selectOptionalAttempt } from '../store/attempt.ts';
import { insertClassTeacher } from '../store/class-teacher.ts';
import { selectQuizQuestions } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { excuse, grant } from './accommodations.ts';
import {
	addClass,
	archiveAssignment,
	changeDates,
	changeTerms,
	deleteAssignment,
	removeClass
} from './change.ts';
import { noGrant } from './deadline.ts';
import { recomputeDeadlines } from './recompute.ts';

const minutes = (n: number) => n * 60_000;

async function begin(db: Db, given: Parameters<typeof makeAssignment>[3] = {}) {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const learner = await makeLearner(db, group.id, 'Owl');
	const assignment = await makeAssignment(db, teacher, [group.id], {
		time_limit_ms: minutes(20),
		...given
	});
	return { teacher, group, learner, assignment };
}
const termsOf = (row: AssignmentRow, given: Partial<Terms> = {}): Terms => ({
	title: row.title,
	timeLimitMs: row.time_limit_ms,
	attemptsAllowed: row.attempts_allowed,
	policy: row.policy,
	...given
});
const deadline = async (db: Db, id: string) =>
	(await selectOptionalAttempt(db, id))?.deadline_at ?? null;

describeOnBothEngines('An accommodation', (open) => {
	it('moves the end of an attempt that is going on, and of no other', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db);
		const other = await makeLearner(db, group.id, 'Fox');
		const end = { deadline_at: NOW + minutes(20) };
		const mine = (await makeAttempt(db, assignment.id, learner.id, end)).attempt.id;
		const theirs = (await makeAttempt(db, assignment.id, other.id, end)).attempt.id;
		const whom = { classId: group.id, learnerId: learner.id, assignmentId: assignment.id };

		const moved = await grant(db, teacher, whom, { ...noGrant, timeFactor: 1.5 }, NOW);
		expect(moved.map(({ id }) => id)).toEqual([mine]);
		expect(await deadline(db, mine)).toBe(NOW + minutes(30));

		await grant(db, teacher, whom, { ...noGrant, untimed: true }, NOW);
		expect(await deadline(db, mine)).toBeNull();

		await grant(db, teacher, whom, noGrant, NOW);
		expect(await deadline(db, mine)).toBe(NOW + minutes(20));
		expect(await db.selectFrom('accommodation').selectAll().execute()).toEqual([]);
		expect(await deadline(db, theirs)).toBe(NOW + minutes(20));
	});

	it('for all assignments moves every open attempt, and gives way to that for one', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db);
		const second = await makeAssignment(db, teacher, [group.id], { time_limit_ms: minutes(10) });
		const a = (await makeAttempt(db, assignment.id, learner.id)).attempt.id;
		const b = (await makeAttempt(db, second.id, learner.id)).attempt.id;
		const whom = { classId: group.id, learnerId: learner.id, assignmentId: null };

		await grant(db, teacher, whom, { ...noGrant, timeFactor: 2 }, NOW);
		await grant(
			db,
			teacher,
			{ ...whom, assignmentId: second.id },
			{ ...noGrant, timeFactor: 1.25 },
			NOW
		);

		expect(await deadline(db, a)).toBe(NOW + minutes(40));
		expect(await deadline(db, b)).toBe(NOW + minutes(12.5));
		expect(await grant(db, teacher, whom, { ...noGrant, timeFactor: 2 }, NOW)).toEqual([]);
		expect(await db.selectFrom('accommodation').selectAll().execute()).toHaveLength(2);
	});

	it('for all assignments can be taken back for one, and counts there again once that is undone', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db);
		const { id } = (await makeAttempt(db, assignment.id, learner.id)).attempt;
		const whom = { classId: group.id, learnerId: learner.id, assignmentId: assignment.id };
		const double = { ...noGrant, timeFactor: 2 };
		await grant(db, teacher, { ...whom, assignmentId: null }, double, NOW);
		expect(await deadline(db, id)).toBe(NOW + minutes(40));

		await grant(db, teacher, whom, { ...noGrant, alone: true }, NOW);
		expect(await deadline(db, id)).toBe(NOW + minutes(20));
		await grant(db, teacher, { ...whom, assignmentId: null }, { ...double, dueAt: NOW + 1 }, NOW);
		expect(await deadline(db, id)).toBe(NOW + minutes(20));

		await grant(db, teacher, { ...whom, assignmentId: null }, double, NOW);
		await grant(db, teacher, whom, noGrant, NOW);
		expect(await deadline(db, id)).toBe(NOW + minutes(40));
	});

	it('counts for both of a pair, and leaves an attempt that has ended as it was marked', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db, { attempts_allowed: 2 });
		const other = await makeLearner(db, group.id, 'Fox');
		const end = { deadline_at: NOW + minutes(20) };
		const done = (await makeAttempt(db, assignment.id, learner.id, end)).attempt.id;
		await submitAttempt(db, done);
		const pair = { ...end, partner_id: learner.id };
		const shared = (await makeAttempt(db, assignment.id, other.id, pair)).attempt.id;

		const whom = { classId: group.id, learnerId: learner.id, assignmentId: assignment.id };
		await grant(db, teacher, whom, { ...noGrant, timeFactor: 2 }, NOW);

		expect(await deadline(db, shared)).toBe(NOW + minutes(40));
		expect(await deadline(db, done)).toBe(NOW + minutes(20));
	});

	it('keeps the minutes that were given by hand', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db);
		const given = { extra_ms: minutes(5), deadline_at: NOW + minutes(25) };
		const { attempt } = await makeAttempt(db, assignment.id, learner.id, given);
		expect(await recomputeDeadlines(db, assignment.id)).toEqual([]);

		const whom = { classId: group.id, learnerId: learner.id, assignmentId: assignment.id };
		await grant(db, teacher, whom, { ...noGrant, timeFactor: 2 }, NOW);

		expect(await deadline(db, attempt.id)).toBe(NOW + minutes(45));
	});

	it('is refused for a learner of another class, and nothing is stored', async () => {
		const { db } = await open();
		const { group, learner, assignment } = await begin(db);
		const other = await makeTeacher(db, 'Mr Orr');
		const theirs = await makeClass(db, other);
		const tries = [
			{ classId: group.id, learnerId: learner.id, assignmentId: assignment.id },
			{ classId: theirs.id, learnerId: learner.id, assignmentId: null }
		];
		for (const whom of tries)
			await expect(grant(db, other, whom, { ...noGrant, untimed: true }, NOW)).rejects.toThrow(
				'not-yours'
			);
		await expect(
			excuse(
				db,
				other,
				{ classId: group.id, learnerId: learner.id, assignmentId: assignment.id },
				true,
				NOW
			)
		).rejects.toThrow('not-yours');
		expect(await db.selectFrom('accommodation').selectAll().execute()).toEqual([]);
		expect(await db.selectFrom('excused').selectAll().execute()).toEqual([]);
	});

	it('can be that a learner is excused, twice in vain, and not any more', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db);
		const whom = { classId: group.id, learnerId: learner.id, assignmentId: assignment.id };
		await excuse(db, teacher, whom, true, NOW);
		await excuse(db, teacher, whom, true, NOW + 1);
		expect([...(await selectExcused(db, assignment.id, group.id))]).toEqual([learner.id]);
		await excuse(db, teacher, whom, false, NOW);
		expect((await selectExcused(db, assignment.id, group.id)).size).toBe(0);
	});
});

describeOnBothEngines('Changing an assignment', (open) => {
	it('changes title, time and policy while it runs, and moves the ends of open attempts', async () => {
		const { db } = await open();
		const { teacher, learner, assignment } = await begin(db);
		const { attempt } = await makeAttempt(db, assignment.id, learner.id);
		const policy = { ...assignment.policy, feedback: presets.test.policy.feedback };

		const changed = await changeTerms(
			db,
			teacher,
			assignment.id,
			termsOf(assignment, { title: 'New', timeLimitMs: minutes(30), policy }),
			NOW
		);

		expect(changed).toMatchObject({ moved: [{ id: attempt.id }] });
		expect(await deadline(db, attempt.id)).toBe(NOW + minutes(30));
		expect(await selectOptionalAssignment(db, assignment.id)).toMatchObject({
			title: 'New',
			policy,
			quiz_version_id: assignment.quiz_version_id
		});
	});

	it('draws again for another order as long as nobody has begun, and then no more', async () => {
		const { db } = await open();
		const { teacher, learner, assignment } = await begin(db, { wish: { draw: 'quick' } });
		const ordered = (order: 'same' | 'variant') =>
			termsOf(assignment, { policy: { ...assignment.policy, order } });

		await changeTerms(db, teacher, assignment.id, ordered('variant'), NOW);

		const row = await selectOptionalAssignment(db, assignment.id);
		const asked = await selectQuizQuestions(db, row?.quiz_version_id ?? '');
		expect(asked.length).toBeGreaterThan(30);
		await makeAttempt(db, assignment.id, learner.id);
		expect(await changeTerms(db, teacher, assignment.id, ordered('same'), NOW)).toEqual({
			problems: [{ field: 'order', code: 'order-fixed' }]
		});
		expect(await selectOptionalAssignment(db, assignment.id)).toEqual(row);
	});

	it('changes the dates of one class, opens a closed one again, and moves its attempts', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db, {
			dates: { closed_at: NOW + 1 }
		});
		const { attempt } = await makeAttempt(db, assignment.id, learner.id);
		const dates = { classId: group.id, opensAt: NOW - 5, dueAt: NOW + minutes(5) };

		await changeDates(db, teacher, assignment.id, dates);
		expect(await selectAssignmentClasses(db, assignment.id)).toMatchObject([
			{ opens_at: NOW - 5, due_at: NOW + minutes(5), closed_at: NOW + 1 }
		]);
		expect(await deadline(db, attempt.id)).toBe(NOW + minutes(5));
		await endAttempt(db, attempt.id, NOW + 1, 'teacher');
		const later = { ...dates, dueAt: NOW + minutes(9) };
		await changeDates(db, teacher, assignment.id, later, true);
		expect(await selectAssignmentClasses(db, assignment.id)).toMatchObject([{ closed_at: null }]);
		expect(await selectOptionalAttempt(db, attempt.id)).toMatchObject({
			state: 'open',
			deadline_at: NOW + minutes(9)
		});
		expect(
			await changeDates(db, teacher, assignment.id, { ...dates, dueAt: NOW - 10 })
		).toMatchObject({ problems: [{ code: 'due-before-opens' }] });
	});

	it('adds a class once, and takes it from one in which nobody has begun', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db);
		const second = await makeClass(db, teacher, { name: '8c' });
		const dates = { classId: second.id, opensAt: NOW, dueAt: null };
		await makeAttempt(db, assignment.id, learner.id);

		expect(await addClass(db, teacher, assignment.id, dates)).toEqual({ moved: [] });
		expect(await addClass(db, teacher, assignment.id, dates)).toMatchObject({
			problems: [{ code: 'class-has-it' }]
		});
		expect(await removeClass(db, teacher, assignment.id, group.id)).toMatchObject({
			problems: [{ code: 'class-has-attempts' }]
		});
		await removeClass(db, teacher, assignment.id, second.id);
		expect(await selectAssignmentClasses(db, assignment.id)).toMatchObject([
			{ class_id: group.id }
		]);
	});

	it('is deleted for everybody, and brought back with all that was answered', async () => {
		const { db } = await open();
		const { teacher, group, learner, assignment } = await begin(db);
		const { attempt } = await makeAttempt(db, assignment.id, learner.id);

		await deleteAssignment(db, teacher, assignment.id, NOW);
		expect(await selectClassAssignments(db, group.id)).toEqual([]);
		expect(await selectOptionalAssignment(db, assignment.id)).toBeUndefined();

		await deleteAssignment(db, teacher, assignment.id, null);
		expect(await selectClassAssignments(db, group.id)).toMatchObject([{ assignment }]);
		expect(await selectOptionalAttempt(db, attempt.id)).toEqual(attempt);
	});

	it('is archived and taken out again', async () => {
		const { db } = await open();
		const { teacher, assignment } = await begin(db);
		for (const at of [NOW, null]) {
			await archiveAssignment(db, teacher, assignment.id, at);
			expect((await selectOptionalAssignment(db, assignment.id))?.archived_at).toBe(at);
		}
	});

	it('is refused to who teaches none of its classes; as a whole to who teaches only some', async () => {
		const { db } = await open();
		const { teacher, group, assignment } = await begin(db);
		const second = await makeClass(db, teacher, { name: '8c' });
		const dates = { classId: second.id, opensAt: NOW, dueAt: null };
		await addClass(db, teacher, assignment.id, dates);
		const stranger = await makeTeacher(db, 'Mr Orr');
		const helper = await makeTeacher(db, 'Ms Lind');
		await insertClassTeacher(db, {
			class_id: group.id,
			teacher_id: helper.id,
			role: 'co-teacher'
		});
		const own = { ...dates, classId: group.id, dueAt: NOW + 1 };

		for (const other of [stranger, helper])
			for (const attempt of [
				() => changeTerms(db, other, assignment.id, termsOf(assignment, { title: 'X' }), NOW),
				() => changeDates(db, other, assignment.id, dates),
				() => removeClass(db, other, assignment.id, second.id),
				() => archiveAssignment(db, other, assignment.id, NOW),
				() => deleteAssignment(db, other, assignment.id, NOW)
			])
				await expect(attempt()).rejects.toThrow('not-yours');
		await expect(changeDates(db, stranger, assignment.id, own)).rejects.toThrow('not-yours');
		expect(await selectOptionalAssignment(db, assignment.id)).toEqual(assignment);
		expect(await changeDates(db, helper, assignment.id, own)).toEqual({ moved: [] });
	});
});
