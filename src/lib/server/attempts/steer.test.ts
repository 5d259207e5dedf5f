import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse
} from '../../../../tests/support/school.ts';
import type { TeacherActor } from '../actor.ts';
import type { AssignmentRow } from '../store/assignment.ts';
import { selectOptionalClassAssignment } from '../store/assignment.ts';
import { selectOptionalAttempt, type AttemptRow } from '../store/attempt.ts';
import { insertClassTeacher } from '../store/class-teacher.ts';
import { selectGrades } from '../store/grade.ts';
import { newId } from '../store/ids.ts';
import type { Db } from '../store/store.ts';
import {
	addMinutes,
	closeNow,
	endFor,
	goOn,
	openAgain,
	pauseAll,
	reopen,
	takeMinutesBack
} from './steer.ts';

const MINUTE = 60_000;
const at = (minutes: number) => NOW + minutes * MINUTE;

interface Given {
	/** Minutes. */
	due?: number;
	limit?: number;
}

/** A class of two, each with an open attempt; the clock of the second began a minute later. */
async function begin(db: Db, { due, limit }: Given = {}) {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const assignment: AssignmentRow = await makeAssignment(db, teacher, [group.id], {
		time_limit_ms: limit === undefined ? null : limit * MINUTE,
		dates: { due_at: due === undefined ? null : at(due) }
	});
	const learners = [
		await makeLearner(db, group.id, 'Ada'),
		await makeLearner(db, group.id, 'Ben')
	] as const;
	const ends = (started: number) => {
		const all = [limit === undefined ? Infinity : started + limit, due ?? Infinity];
		const end = Math.min(...all);
		return end === Infinity ? null : at(end);
	};
	const made = [
		await makeAttempt(db, assignment.id, learners[0].id, { deadline_at: ends(0) }),
		await makeAttempt(db, assignment.id, learners[1].id, {
			started_at: at(1),
			deadline_at: ends(1)
		})
	] as const;
	const place = { classId: group.id, assignmentId: assignment.id };
	const attempt = async (i: 0 | 1): Promise<AttemptRow> => {
		const row = await selectOptionalAttempt(db, made[i].attempt.id);
		if (!row) throw new Error('The attempt is gone.');
		return row;
	};
	/** Minutes after the beginning. */
	const minutes = (time: number | null) => (time === null ? null : (time - NOW) / MINUTE);
	return {
		teacher,
		group,
		assignment,
		learners,
		made,
		place,
		attempt,
		dates: async () => {
			const found = await selectOptionalClassAssignment(db, assignment.id, group.id);
			if (!found) throw new Error('The assignment is gone.');
			return found.dates;
		},
		ends: async () => [
			minutes((await attempt(0)).deadline_at),
			minutes((await attempt(1)).deadline_at)
		],
		due: async () =>
			minutes(
				(await selectOptionalClassAssignment(db, assignment.id, group.id))?.dates.due_at ?? null
			)
	};
}

const press = (learnerId: string | null = null) => ({ op: newId(), learnerId });

describeOnBothEngines('Closing now', (open) => {
	it('hands in what is open by the teacher, graded, once for two presses', async () => {
		const { db } = await open();
		const school = await begin(db);
		const [question] = school.made[0].questions;
		if (!question) throw new Error('no question');
		await giveAnswer(db, school.made[0].attempt.id, 0, rightResponse(question));

		expect(await closeNow(db, school.teacher, school.place, at(5))).toBe(true);
		expect(await closeNow(db, school.teacher, school.place, at(6))).toBe(false);

		for (const i of [0, 1] as const)
			expect(await school.attempt(i)).toMatchObject({
				state: 'submitted',
				submitted_by: 'teacher',
				submitted_at: at(5)
			});
		const grades = await selectGrades(db, school.made[0].attempt.id);
		expect(grades.map(({ n, points_n }) => [n, points_n])).toEqual([[1, question.max]]);
		expect((await school.dates()).closed_at).toBe(at(5));
	});

	it('is the same for two teachers who press at once', async () => {
		const { db } = await open();
		const school = await begin(db);
		const second = await makeTeacher(db, 'Mr Hale');
		await insertClassTeacher(db, {
			class_id: school.group.id,
			teacher_id: second.id,
			role: 'co-teacher'
		});

		const both = await Promise.all([
			closeNow(db, school.teacher, school.place, at(5)),
			closeNow(db, second, school.place, at(5) + 1)
		]);

		expect(both.filter(Boolean)).toHaveLength(1);
		expect(await selectGrades(db, school.made[0].attempt.id)).toHaveLength(1);
	});

	it('is taken back: who was ended goes on with the time that was left, who had handed in does not', async () => {
		const { db } = await open();
		const school = await begin(db, { limit: 20 });
		await endFor(
			db,
			school.teacher,
			school.place,
			{ learnerId: school.learners[1].id, attemptId: school.made[1].attempt.id },
			at(3)
		);
		await closeNow(db, school.teacher, school.place, at(5));

		expect(await openAgain(db, school.teacher, school.place, at(9))).toBe(true);
		expect(await openAgain(db, school.teacher, school.place, at(10))).toBe(false);

		expect((await school.attempt(0)).state).toBe('open');
		expect((await school.attempt(1)).state).toBe('submitted');
		expect((await school.ends())[0]).toBe(24);
		expect((await school.dates()).closed_at).toBeNull();
		expect(await selectGrades(db, school.made[0].attempt.id)).toHaveLength(1);
	});
});

describeOnBothEngines('Five more minutes', (open) => {
	it('moves every open end and the due date, once for a press that arrives twice', async () => {
		const { db } = await open();
		const school = await begin(db, { due: 15, limit: 10 });
		const once = press();

		await addMinutes(db, school.teacher, school.place, once, at(8));
		const again = await addMinutes(db, school.teacher, school.place, once, at(8) + 50);

		expect(await school.ends()).toEqual([15, 16]);
		expect(await school.due()).toBe(20);
		expect(again).toEqual({ op: once.op, attempts: 2, due: true });
	});

	it('moves an end that is the due date by five minutes, not by ten', async () => {
		const { db } = await open();
		const school = await begin(db, { due: 15 });
		await addMinutes(db, school.teacher, school.place, press(), at(8));
		expect(await school.ends()).toEqual([20, 20]);
	});

	it('adds both for two presses at once, of two teachers or of one', async () => {
		const { db } = await open();
		const school = await begin(db, { limit: 10 });
		await Promise.all([
			addMinutes(db, school.teacher, school.place, press(), at(8)),
			addMinutes(db, school.teacher, school.place, press(), at(8))
		]);
		expect(await school.ends()).toEqual([20, 21]);
	});

	it('counts from now for what had ended already', async () => {
		const { db } = await open();
		const school = await begin(db, { due: 15, limit: 10 });
		await addMinutes(db, school.teacher, school.place, press(), at(30));
		expect(await school.ends()).toEqual([35, 35]);
		expect(await school.due()).toBe(35);
	});

	it('is given to one learner alone, also past the due date', async () => {
		const { db } = await open();
		const school = await begin(db, { due: 11, limit: 10 });
		await addMinutes(db, school.teacher, school.place, press(school.learners[0].id), at(8));
		expect(await school.ends()).toEqual([15, 11]);
		expect(await school.due()).toBe(11);
	});

	it('is taken back exactly, once, and leaves alone what was moved since', async () => {
		const { db } = await open();
		const school = await begin(db, { due: 15, limit: 10 });
		const first = press();
		await addMinutes(db, school.teacher, school.place, first, at(8));
		await addMinutes(db, school.teacher, school.place, press(school.learners[0].id), at(8));

		const back = () => takeMinutesBack(db, school.teacher, school.place, first.op, at(9));
		expect([await back(), await back()]).toEqual([true, false]);

		expect(await school.ends()).toEqual([20, 11]);
		expect(await school.due()).toBe(15);
	});

	it('cannot be taken back by the teacher of another class', async () => {
		const { db } = await open();
		const school = await begin(db, { limit: 10 });
		const other = await begin(db, { limit: 10 });
		const once = press();
		await addMinutes(db, school.teacher, school.place, once, at(8));

		expect(await takeMinutesBack(db, other.teacher, other.place, once.op, at(9))).toBe(false);
		expect(await school.ends()).toEqual([15, 16]);
	});
});

describeOnBothEngines('A pause', (open) => {
	it('moves every end by as long as it lasted, and the end of the lesson too', async () => {
		const { db } = await open();
		const school = await begin(db, { due: 40, limit: 10 });
		expect(await pauseAll(db, school.teacher, school.place, at(4))).toBe(true);
		expect(await pauseAll(db, school.teacher, school.place, at(5))).toBe(false);
		expect(await goOn(db, school.teacher, school.place, at(7))).toBe(true);
		expect(await goOn(db, school.teacher, school.place, at(9))).toBe(false);

		expect(await school.ends()).toEqual([13, 14]);
		expect(await school.due()).toBe(43);
		expect((await school.dates()).paused_at).toBeNull();
	});

	it('leaves a due date of another day where it is, and an end that had passed', async () => {
		const { db } = await open();
		const school = await begin(db, { due: 3000, limit: 10 });
		await pauseAll(db, school.teacher, school.place, at(10.5));
		await goOn(db, school.teacher, school.place, at(12));
		expect(await school.ends()).toEqual([10, 12.5]);
		expect(await school.due()).toBe(3000);
	});

	it('gives who began in it only the part that they were there for', async () => {
		const { db } = await open();
		const school = await begin(db, { limit: 10 });
		await pauseAll(db, school.teacher, school.place, at(0.5));
		await goOn(db, school.teacher, school.place, at(4));
		expect(await school.ends()).toEqual([13.5, 14]);
	});

	it('loses no minute that is given while it lasts, and none when it is closed meanwhile', async () => {
		const { db } = await open();
		const school = await begin(db, { limit: 10 });
		await pauseAll(db, school.teacher, school.place, at(4));
		await addMinutes(db, school.teacher, school.place, press(), at(14));
		await closeNow(db, school.teacher, school.place, at(24));
		expect((await school.dates()).paused_at).toBeNull();
		await openAgain(db, school.teacher, school.place, at(34));
		// 10 of its own, 5 given, 20 of pause, 10 closed.
		expect(await school.ends()).toEqual([45, 46]);
	});
});

describeOnBothEngines('One learner', (open) => {
	const who = (school: Awaited<ReturnType<typeof begin>>) => ({
		learnerId: school.learners[0].id,
		attemptId: school.made[0].attempt.id
	});

	it('is ended alone, and let in again with the time that was left', async () => {
		const { db } = await open();
		const school = await begin(db, { limit: 30 });
		expect(await endFor(db, school.teacher, school.place, who(school), at(5))).toBe(true);
		expect(await endFor(db, school.teacher, school.place, who(school), at(5))).toBe(false);
		expect((await school.attempt(1)).state).toBe('open');

		expect(await reopen(db, school.teacher, school.place, who(school), at(20))).toBe(true);
		expect(await reopen(db, school.teacher, school.place, who(school), at(20))).toBe(false);

		expect(await school.attempt(0)).toMatchObject({ state: 'open', submitted_by: null });
		expect(await school.ends()).toEqual([45, 31]);
		expect(await selectGrades(db, school.made[0].attempt.id)).toHaveLength(1);
	});

	it('goes on ten minutes at least, in a class that is closed and past its due date', async () => {
		const { db } = await open();
		const school = await begin(db, { due: 15, limit: 10 });
		await closeNow(db, school.teacher, school.place, at(16));

		await reopen(db, school.teacher, school.place, who(school), at(20));

		expect((await school.attempt(0)).state).toBe('open');
		expect((await school.ends())[0]).toBe(30);
		// What is looked at later does not end it again.
		await closeNow(db, school.teacher, school.place, at(21));
		expect((await school.attempt(0)).state).toBe('open');
		expect((await school.attempt(1)).state).toBe('submitted');
	});

	it('is not found in another class, nor with an attempt of somebody else', async () => {
		const { db } = await open();
		const school = await begin(db);
		const other = await begin(db);
		await expect(endFor(db, school.teacher, school.place, who(other), at(5))).rejects.toMatchObject(
			{ code: 'not-yours' }
		);
		const mixed = { ...who(school), attemptId: school.made[1].attempt.id };
		expect(await endFor(db, school.teacher, school.place, mixed, at(5))).toBe(false);
		expect((await school.attempt(1)).state).toBe('open');
	});
});

describeOnBothEngines('The teacher of another class', (open) => {
	it('is refused every way of steering, and nothing changes', async () => {
		const { db } = await open();
		const school = await begin(db, { limit: 10 });
		const other = await makeTeacher(db, 'Mr Else');
		await makeClass(db, other);
		const who = { learnerId: school.learners[0].id, attemptId: school.made[0].attempt.id };
		const { place } = school;
		const tries: ((teacher: TeacherActor | null) => Promise<unknown>)[] = [
			(teacher) => closeNow(db, teacher, place, at(5)),
			(teacher) => openAgain(db, teacher, place, at(5)),
			(teacher) => pauseAll(db, teacher, place, at(5)),
			(teacher) => goOn(db, teacher, place, at(5)),
			(teacher) => addMinutes(db, teacher, place, press(), at(5)),
			(teacher) => addMinutes(db, teacher, place, press(who.learnerId), at(5)),
			(teacher) => takeMinutesBack(db, teacher, place, newId(), at(5)),
			(teacher) => reopen(db, teacher, place, who, at(5)),
			(teacher) => endFor(db, teacher, place, who, at(5))
		];
		for (const run of tries) {
			await expect(run(other)).rejects.toMatchObject({ code: 'not-yours' });
			await expect(run(null)).rejects.toMatchObject({ code: 'sign-in-first' });
		}
		expect(await school.ends()).toEqual([10, 11]);
		expect(await school.dates()).toMatchObject({ closed_at: null, paused_at: null });
	});
});
