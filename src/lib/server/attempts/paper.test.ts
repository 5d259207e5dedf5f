import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { beside } from '../../../../tests/support/beside.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	submitAttempt,
	wrongResponse
} from '../../../../tests/support/school.ts';
import { paperText } from '../../questions/paper.ts';
import { formFromResponse } from '../../questions/response.ts';
import { presets, type Feedback, type Policy } from '../../taking/policy.ts';
import { selectWorksheet } from '../assignments/worksheet.ts';
import { selectQuestionHealth } from '../results/health.ts';
import { readLearnerAtAssignment } from '../results/learner.ts';
import { selectAttemptsOf, type AttemptRow } from '../store/attempt.ts';
import { selectGrades } from '../store/grade.ts';
import { newId } from '../store/ids.ts';
import { lockLearners } from '../store/learner.ts';
import { selectResponses } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { hashToken } from '../tokens.ts';
import { closeNow } from './steer.ts';
import { enterPaper, type Ticked, type Typed } from './enter-paper.ts';
import { readPaper } from './paper.ts';
import { takeSending } from './sending.ts';
import { loadUnsent } from './unsent.ts';

async function begin(db: Db, order: Policy['order'] = 'same', during: Feedback = 'explanations') {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const ada = await makeLearner(db, group.id, 'Ada');
	const ben = await makeLearner(db, group.id, 'Ben');
	const assignment = await makeAssignment(db, teacher, [group.id], {
		policy: {
			...presets.lesson.policy,
			order,
			feedback: { ...presets.lesson.policy.feedback, during }
		}
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
	const nothing: Ticked = { replace: [], handIn: [] };
	const enter = (typed: Typed[], now = NOW, ticked: Partial<Ticked> = {}) =>
		enterPaper(db, teacher, place, typed, { ...nothing, ...ticked }, now);
	const read = async (now = NOW) => (await readPaper(db, teacher, place, now)).rows;
	const attemptOf = async (learnerId: string) => {
		const [attempt] = await selectAttemptsOf(db, assignment.id, learnerId);
		if (!attempt) throw new Error('There is no attempt.');
		return attempt;
	};
	const max = sheet.slots.reduce((all, slot) => all + slot.max_points, 0);
	return { teacher, group, ada, ben, assignment, place, sheet, right, enter, read, attemptOf, max };
}

describeOnBothEngines('Answers on paper', (open) => {
	it('go into the attempt of a learner who is just beginning on a device, and begin no second one', async () => {
		const { db } = await open();
		const { ada, assignment, enter, right, attemptOf } = await begin(db);

		const entered = await beside(
			db,
			async (trx) => {
				await lockLearners(trx, [ada.id]);
				await makeAttempt(trx, assignment.id, ada.id);
			},
			() => enter(right(ada.id))
		);

		expect(entered).toMatchObject({ learners: 1, answers: right(ada.id).length, faults: [] });
		expect(await selectAttemptsOf(db, assignment.id, ada.id)).toHaveLength(1);
		expect(await attemptOf(ada.id)).toMatchObject({ via: 'device', state: 'open' });
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
			const rows = await school.read();
			expect(rows.map(({ state, mark }) => [state, mark])).toEqual([
				['paper', { points: String(school.max), max: school.max }],
				['free', null]
			]);
			expect(rows[0]?.cells).toEqual(
				school.right(school.ada.id).map(({ text }) => ({ text, device: false, asked: true }))
			);
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
		expect(twice).toEqual({
			learners: 0,
			answers: 0,
			handedIn: 0,
			faults: [],
			differences: []
		});

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
		expect(revisions.map(({ answer }) => answer.response !== null)).toEqual([true, false]);
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

	it('are not typed in for another class', async () => {
		const { db } = await open();
		const school = await begin(db);
		const other = await begin(db);

		await school.enter(school.right(other.ada.id));

		expect(await selectAttemptsOf(db, school.assignment.id, other.ada.id)).toEqual([]);
		for (const refused of [
			() => readPaper(db, other.teacher, school.place, NOW),
			() => enterPaper(db, other.teacher, school.place, [], { replace: [], handIn: [] }, NOW)
		])
			await expect(refused()).rejects.toMatchObject({ code: 'not-yours' });
	});
});

/** Ada answered some questions on a device, in the order of her device. */
async function onDevice(
	db: Db,
	order: Policy['order'],
	{
		answered = 3,
		during = 'nothing',
		...attempt
	}: Partial<AttemptRow> & {
		answered?: number;
		during?: Feedback;
	} = {}
) {
	const school = await begin(db, order, during);
	const made = await makeAttempt(db, school.assignment.id, school.ada.id, attempt);
	for (const [i, question] of made.questions.slice(0, answered).entries())
		await giveAnswer(db, made.attempt.id, i, rightResponse(question));
	const row = async (now = NOW) => {
		const rows = await school.read(now);
		const found = rows.find(({ learner }) => learner.id === school.ada.id);
		if (!found) throw new Error('Ada is not there.');
		return found;
	};
	/** A place of the sheet that a device answered with one of several options, and another option. */
	const other = async (): Promise<{ typed: Typed; device: string }> => {
		const cells = (await row()).cells;
		const columns = school.sheet.slots.filter(({ shown }) => shown.kind !== 'leave');
		for (const [i, { position, shown }] of columns.entries()) {
			const text = cells[i]?.text ?? '';
			if (cells[i]?.device && (shown.kind === 'choice' || shown.kind === 'verdict'))
				return {
					typed: {
						learnerId: school.ada.id,
						position,
						text: shown.kind === 'verdict' ? (text === 's' ? 'c' : 's') : text === 'a' ? 'b' : 'a'
					},
					device: text
				};
		}
		throw new Error('no such cell');
	};
	const count = async () => (await selectResponses(db, made.attempt.id)).length;
	return { ...school, made, row, other, count };
}

describeOnBothEngines('Answers on paper to an attempt that was begun on a device', (open) => {
	it.each(['same', 'shuffle'] as const)(
		'fill in what is missing, each at its question (%s)',
		async (order) => {
			const { db } = await open();
			const school = await onDevice(db, order);
			const before = await school.row();
			expect(before.state).toBe('open');
			expect(before.cells.filter(({ device }) => device).map(({ text }) => text)).not.toContain('');

			const missing = school.right(school.ada.id).filter((_, i) => before.cells[i]?.text === '');
			const entered = await school.enter(missing, NOW + 1, { handIn: [school.ada.id] });

			expect(entered).toMatchObject({
				learners: 1,
				answers: missing.length,
				handedIn: 1,
				differences: []
			});
			expect(await selectAttemptsOf(db, school.assignment.id, school.ada.id)).toMatchObject([
				{ id: school.made.attempt.id, via: 'device', submitted_by: 'teacher' }
			]);
			expect(await school.row()).toMatchObject({
				state: 'device',
				mark: { points: String(school.max), max: school.max }
			});
		}
	);

	it('leave it open, and what is typed in counts, until somebody hands it in', async () => {
		const { db } = await open();
		const school = await onDevice(db, 'same', { answered: 0 });
		await school.enter(school.right(school.ada.id).slice(0, 1));
		expect(await school.row()).toMatchObject({ state: 'open', mark: null });
		expect(await selectGrades(db, school.made.attempt.id)).toEqual([]);
	});

	it('never replace an answer of a device unless it was shown and ticked', async () => {
		const { db } = await open();
		const school = await onDevice(db, 'same', { answered: 9 });
		const { typed, device } = await school.other();
		const before = await school.count();
		await submitAttempt(db, school.made.attempt.id);

		const first = await school.enter([typed]);
		expect(first).toMatchObject({
			answers: 0,
			differences: [{ ...typed, nickname: 'Ada', device }]
		});
		const stale = await school.enter([typed], NOW, { replace: [{ ...typed, text: 'z' }] });
		expect(stale).toMatchObject({ answers: 0, differences: [{ device }] });
		expect(await school.count()).toBe(before);

		const done = await school.enter([typed], NOW + 90_000, {
			replace: [{ ...typed, text: device }]
		});

		expect(done).toMatchObject({ answers: 1, differences: [] });
		const shown = await readLearnerAtAssignment(
			db,
			school.teacher,
			{ ...school.place, learnerId: school.ada.id },
			NOW + 90_000
		);
		expect(shown.attempts[0]?.questions[typed.position]?.answers).toMatchObject([
			{ from: 'device', counts: false },
			{ from: 'paper', counts: true, at: NOW + 90_000 }
		]);
		expect(shown.attempts[0]?.history.map(({ reason }) => reason)).toEqual([
			null,
			'Answers given on paper were typed in'
		]);
	});

	it('take nothing away from a device where a cell is empty, and can be typed in again', async () => {
		const { db } = await open();
		const school = await onDevice(db, 'same');
		const all = school.right(school.ada.id);
		const before = await school.count();
		await school.enter(all.map((cell) => ({ ...cell, text: '' })));
		expect(await school.count()).toBe(before);

		await school.enter(all);
		const emptied = await school.enter(all.map((cell) => ({ ...cell, text: '' })));
		expect(emptied.answers).toBe(all.length - 3);
		expect((await school.row()).cells.filter(({ text }) => text !== '')).toHaveLength(3);
	});

	it('count however long after the deadline they are typed in, and are not late', async () => {
		const { db } = await open();
		const school = await onDevice(db, 'same', { deadline_at: NOW + 60_000 });
		const DAYS = 3 * 24 * 60 * 60 * 1000;
		const missing = school.right(school.ada.id).slice(3);

		await school.enter(missing, NOW + DAYS);

		expect(await school.row(NOW + DAYS)).toMatchObject({
			state: 'device',
			mark: { points: String(school.max) }
		});
		const { attempts } = await readLearnerAtAssignment(
			db,
			school.teacher,
			{ ...school.place, learnerId: school.ada.id },
			NOW + DAYS
		);
		expect(attempts[0]?.questions.filter(({ late }) => late)).toEqual([]);
		const last = school.made.slots.at(-2)?.question_version_id ?? '';
		const health = await selectQuestionHealth(db, school.teacher.id, [last]);
		expect(health.get(last)).toMatchObject({ reached: 1, notReached: 0 });
	});

	it.each([
		['nothing is told during it', 'nothing'],
		['reasons are told during it', 'explanations']
	] as const)(
		'count over what its device has kept and sends afterwards (%s)',
		async (_, during) => {
			const { db } = await open();
			const school = await onDevice(db, 'same', { answered: 0, during });
			const { attempt, token, questions } = school.made;
			const [typed] = school.right(school.ada.id);
			if (!typed) throw new Error('no cell');
			await school.enter([typed], NOW + 5000);

			const op = newId();
			const question = questions[typed.position];
			const wrong = question && wrongResponse(question);
			const receipt = await takeSending(
				db,
				attempt.id,
				{
					v: 1,
					token,
					sentAt: 9000,
					answers: [1, 2].map((revision) => ({
						op: revision === 1 ? op : newId(),
						position: typed.position,
						revision,
						fields: wrong ? formFromResponse(wrong) : [],
						certainty: null,
						at: 1000 + revision
					})),
					submit: false
				},
				NOW + 9000
			);

			expect(receipt.answers).toMatchObject([
				{ stored: true, counts: false },
				{ stored: true, counts: false }
			]);
			expect((await school.row()).cells[0]).toMatchObject({ text: typed.text, device: false });
		}
	);

	it('of a pair are typed in where the first one stands', async () => {
		const { db } = await open();
		const school = await begin(db);
		await makeAttempt(db, school.assignment.id, school.ada.id, { partner_id: school.ben.id });

		await school.enter([...school.right(school.ben.id)]);

		expect(await selectAttemptsOf(db, school.assignment.id, school.ben.id)).toHaveLength(1);
		const rows = await school.read();
		expect(rows.map(({ state, partner }) => [state, partner])).toEqual([
			['open', 'Ben'],
			['second', 'Ada']
		]);
		expect(rows[0]?.cells.every(({ text }) => text === '')).toBe(true);
	});

	it('are taken only for questions that the device asks', async () => {
		const { db } = await open();
		const school = await begin(db, 'variant');
		const sheet = new Set(school.sheet.slots.map((slot) => slot.question_version_id));
		const { slots } = await makeAttempt(db, school.assignment.id, school.ada.id, { seed: 'other' });
		const both = slots.filter((slot) => sheet.has(slot.question_version_id)).length;
		expect(both).toBeLessThan(slots.length);

		const cells = (await school.read())[0]?.cells ?? [];
		const asked = cells.filter((cell) => cell.asked).length;
		const { answers } = await school.enter(school.right(school.ada.id));

		expect(asked).toBeLessThan(cells.length);
		expect(answers).toBe(asked);
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
