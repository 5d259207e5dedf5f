import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { beside } from '../../../../tests/support/beside.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse
} from '../../../../tests/support/school.ts';
import { paperText } from '../../questions/paper.ts';
import { formFromResponse } from '../../questions/response.ts';
import { presets, type Policy } from '../../taking/policy.ts';
import { selectWorksheet } from '../assignments/worksheet.ts';
import { selectAttemptsOf } from '../store/attempt.ts';
import { selectGrades } from '../store/grade.ts';
import { newId } from '../store/ids.ts';
import { lockLearners } from '../store/learner.ts';
import { selectResponses } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { hashToken } from '../tokens.ts';
import { closeNow } from './steer.ts';
import { enterPaper, loadUnsent, readPaper, type Typed } from './paper.ts';

async function begin(db: Db, order: Policy['order'] = 'same') {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const ada = await makeLearner(db, group.id, 'Ada');
	const ben = await makeLearner(db, group.id, 'Ben');
	const assignment = await makeAssignment(db, teacher, [group.id], {
		policy: { ...presets.lesson.policy, order }
	});
	const place = { classId: group.id, assignmentId: assignment.id };
	const sheet = await selectWorksheet(db, assignment);
	/** Everything right, as it would be typed. */
	const right = (learnerId: string): Typed[] =>
		sheet.slots.flatMap(({ position, shown, question_version_id }) => {
			const question = sheet.questions.get(question_version_id)?.question;
			return !question || question.kind === 'leave'
				? []
				: { learnerId, position, text: paperText(rightResponse(question), shown) };
		});
	const enter = (typed: Typed[], now = NOW) => enterPaper(db, teacher, place, typed, now);
	const attemptOf = async (learnerId: string) => {
		const [attempt] = await selectAttemptsOf(db, assignment.id, learnerId);
		if (!attempt) throw new Error('There is no attempt.');
		return attempt;
	};
	const max = sheet.slots.reduce((all, slot) => all + slot.max_points, 0);
	return { teacher, group, ada, ben, assignment, place, sheet, right, enter, attemptOf, max };
}

describeOnBothEngines('Answers on paper', (open) => {
	it('are not typed in for a learner who is just beginning on a device', async () => {
		const { db } = await open();
		const { ada, assignment, enter, right } = await begin(db);

		const entered = await beside(
			db,
			async (trx) => {
				await lockLearners(trx, [ada.id]);
				await makeAttempt(trx, assignment.id, ada.id);
			},
			() => enter(right(ada.id))
		);

		expect(entered).toEqual({ learners: 0, answers: 0, faults: [] });
		expect(await selectAttemptsOf(db, assignment.id, ada.id)).toHaveLength(1);
	});

	it.each(['same', 'shuffle', 'variant'] as const)(
		'bring full marks where all is right, as the sheet is printed (%s)',
		async (order) => {
			const { db } = await open();
			const school = await begin(db, order);

			await school.enter(school.right(school.ada.id));

			const attempt = await school.attemptOf(school.ada.id);
			expect(attempt).toMatchObject({
				via: 'paper',
				state: 'submitted',
				submitted_by: 'teacher',
				deadline_at: null
			});
			expect(await selectGrades(db, attempt.id)).toMatchObject([
				{ points_n: school.max, points_d: 1, max_points: school.max, reason: null }
			]);
			const { rows } = await readPaper(db, school.teacher, school.place);
			expect(rows.map(({ state, mark }) => [state, mark])).toEqual([
				['paper', { points: String(school.max), max: school.max }],
				['free', null]
			]);
			expect(rows[0]?.cells).toEqual(school.right(school.ada.id).map(({ text }) => text));
		}
	);

	it('typed in again add revisions and a grade with its reason; the same again adds nothing', async () => {
		const { db } = await open();
		const school = await begin(db);
		const all = school.right(school.ada.id);
		const [first, ...rest] = all;
		if (!first) throw new Error('no cell');
		await school.enter(all);
		const twice = await school.enter(all, NOW + 1);
		expect(twice).toEqual({ learners: 0, answers: 0, faults: [] });

		await school.enter([{ ...first, text: '' }, ...rest], NOW + 2);

		const { id } = await school.attemptOf(school.ada.id);
		const grades = await selectGrades(db, id);
		expect(grades.map(({ n, points_n, reason }) => [n, points_n, reason])).toEqual([
			[1, school.max, null],
			[2, school.max - 1, 'Answers on paper were typed in again']
		]);
		const revisions = (await selectResponses(db, id)).filter(
			({ position }) => position === first.position
		);
		expect(revisions.map(({ revision }) => revision)).toEqual([1, 2]);
	});

	it('sent twice at once are one attempt', async () => {
		const { db } = await open();
		const school = await begin(db);
		const all = school.right(school.ada.id);
		await Promise.all([school.enter(all), school.enter(all)]);
		expect(await selectAttemptsOf(db, school.assignment.id, school.ada.id)).toHaveLength(1);
	});

	it('that cannot be read are named, and what can be is stored', async () => {
		const { db } = await open();
		const school = await begin(db);
		const all = school.right(school.ada.id);
		const [first, ...rest] = all;
		if (!first) throw new Error('no cell');

		const entered = await school.enter([{ ...first, text: 'zz top' }, ...rest]);

		expect(entered).toMatchObject({ learners: 1, answers: rest.length });
		expect(entered.faults).toMatchObject([
			{ nickname: 'Ada', n: first.position + 1, text: 'zz top' }
		]);
		const { id } = await school.attemptOf(school.ada.id);
		expect((await selectGrades(db, id))[0]?.points_n).toBe(school.max - 1);
		// A second try that is as bad leaves what is stored.
		await school.enter([{ ...first, text: '?' }]);
		expect(await selectGrades(db, id)).toHaveLength(1);
	});

	it('of a sentence that the article does not have are named too', async () => {
		const { db } = await open();
		const school = await begin(db);
		const tap = school.sheet.slots.find(({ shown }) => shown.kind === 'select');
		if (!tap) throw new Error('no sentence to tap');
		const cell = { learnerId: school.ada.id, position: tap.position, text: '999' };
		expect((await school.enter([cell])).faults).toHaveLength(1);
		expect(await selectAttemptsOf(db, school.assignment.id, school.ada.id)).toEqual([]);
	});

	it('are not typed over what was answered on a device, nor for another class', async () => {
		const { db } = await open();
		const school = await begin(db);
		const other = await begin(db);
		await makeAttempt(db, school.assignment.id, school.ada.id, { partner_id: school.ben.id });

		await school.enter([
			...school.right(school.ada.id),
			...school.right(school.ben.id),
			...school.right(other.ada.id)
		]);

		expect(await selectAttemptsOf(db, school.assignment.id, school.ada.id)).toHaveLength(1);
		expect(await selectAttemptsOf(db, school.assignment.id, school.ben.id)).toHaveLength(1);
		expect(await selectAttemptsOf(db, school.assignment.id, other.ada.id)).toEqual([]);
		const { rows } = await readPaper(db, school.teacher, school.place);
		expect(rows.map(({ state }) => state)).toEqual(['device', 'device']);
		for (const refused of [
			readPaper(db, other.teacher, school.place),
			enterPaper(db, other.teacher, school.place, [], NOW)
		])
			await expect(refused).rejects.toMatchObject({ code: 'not-yours' });
	});
});

describeOnBothEngines('A file of unsent answers', (open) => {
	async function makeFile(db: Db, school: Awaited<ReturnType<typeof begin>>) {
		const token = newId();
		const made = await makeAttempt(db, school.assignment.id, school.ada.id, {
			token_hash: hashToken(token)
		});
		const answers = made.questions.slice(0, 2).map((question, position) => ({
			op: newId(),
			position,
			revision: 1,
			fields: formFromResponse(rightResponse(question)),
			certainty: null,
			at: 1000
		}));
		const sending = { v: 1, token, sentAt: 2000, answers, submit: false };
		return { made, file: { v: 1, attempt: made.attempt.id, sending } };
	}

	it('is taken as if the device had sent it, and each answer’s fate is told', async () => {
		const { db } = await open();
		const school = await begin(db);
		const { made, file } = await makeFile(db, school);
		const load = () =>
			loadUnsent(db, school.teacher, school.place, JSON.stringify(file), NOW + 5000);

		const loaded = await load();
		expect(loaded).toEqual({
			ok: true,
			nickname: 'Ada',
			answers: [
				{ n: 1, fate: 'stored' },
				{ n: 2, fate: 'stored' }
			]
		});
		expect(await load()).toEqual(loaded);
		expect(await selectResponses(db, made.attempt.id)).toHaveLength(2);
	});

	it('counts hours after the class was closed, where the device’s clock says it was in time', async () => {
		const { db } = await open();
		const school = await begin(db);
		const { made, file } = await makeFile(db, school);
		const { answers, ...sending } = file.sending;
		const [one, two] = answers;
		if (!one || !two) throw new Error('no answers');
		const HOUR = 60 * 60 * 1000;
		await closeNow(db, school.teacher, school.place, NOW + HOUR);
		// As a device writes it: flat.
		const flat = {
			...sending,
			attempt: made.attempt.id,
			sentAt: NOW + 2 * HOUR,
			answers: [
				{ ...one, at: NOW + HOUR - 1 },
				{ ...two, at: NOW + HOUR + 1 }
			]
		};
		const later = NOW + 5 * HOUR;

		const loaded = await loadUnsent(db, school.teacher, school.place, JSON.stringify(flat), later);

		expect(loaded).toMatchObject({ answers: [{ fate: 'late' }, { fate: 'over' }] });
		const grades = await selectGrades(db, made.attempt.id);
		expect(grades.map(({ points_n }) => points_n)).toEqual([0, made.questions[0]?.max]);
	});

	it('is refused when it is none, is of another class, or has another secret', async () => {
		const { db } = await open();
		const school = await begin(db);
		const other = await begin(db);
		const { file, made } = await makeFile(db, school);
		const load = (text: string, of = school) => loadUnsent(db, of.teacher, of.place, text, NOW);
		const forged = { ...file, sending: { ...file.sending, token: newId() } };

		expect(await load('{"v":1}')).toEqual({ ok: false, why: 'not-a-file' });
		expect(await load('not json')).toEqual({ ok: false, why: 'not-a-file' });
		expect(await load(JSON.stringify(file), other)).toEqual({ ok: false, why: 'other-class' });
		expect(await load(JSON.stringify(forged))).toEqual({ ok: false, why: 'other-class' });
		expect(await selectResponses(db, made.attempt.id)).toEqual([]);
	});
});
