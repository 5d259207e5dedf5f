import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { makeMarkedClass } from '../../../../tests/support/marked-class.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	submitAttempt
} from '../../../../tests/support/school.ts';
import { fraction } from '../../scoring/fraction.ts';
import { insertAssignment } from '../store/assignment.ts';
import { insertAttempt } from '../store/attempt.ts';
import { insertClassTeacher } from '../store/class-teacher.ts';
import { insertGrade, selectGrades } from '../store/grade.ts';
import { newId } from '../store/ids.ts';
import type { Db } from '../store/store.ts';
import { selectQuizQuestions } from '../store/quiz-version.ts';
import { readAssignmentResults } from './assignment.ts';
import { countingMark, type Cell } from './counting.ts';
import { readGradebook } from './gradebook.ts';
import { regrade } from './regrade.ts';
import { readClassSkills } from './skills.ts';

// Every test makes a whole class.

const LATER = NOW + 3_600_000;

/** '23/12 of 4 (1.9)', or the state where there is no mark. */
const told = (cell: Cell | undefined): string =>
	cell?.state === 'mark'
		? `${String(cell.n)}/${String(cell.d)} of ${String(cell.max)} (${cell.points})`
		: (cell?.state ?? 'nothing');

/** A submitted attempt with its mark, and nothing of what was asked. */
async function insertMark(
	db: Db,
	id: string,
	assignmentId: string,
	learnerId: string,
	twelfths: number
): Promise<void> {
	await insertAttempt(
		db,
		{
			id,
			assignment_id: assignmentId,
			learner_id: learnerId,
			partner_id: null,
			n: 1,
			seed: id,
			token_hash: id,
			state: 'submitted',
			via: 'device',
			started_at: NOW,
			deadline_at: null,
			extra_ms: 0,
			submitted_at: NOW + 1,
			submitted_by: 'learner'
		},
		[]
	);
	const { n, d } = fraction(twelfths, 12);
	await insertGrade(db, {
		id,
		attempt_id: id,
		n: 1,
		points_n: n,
		points_d: d,
		max_points: 4,
		slot_points: [{ n, d, max: 4, dropped: false }],
		scorer_version: '1',
		override_ids: [],
		reason: null,
		created_at: NOW + 1
	});
}

describeOnBothEngines('The gradebook', (open) => {
	it('agrees with a table that was worked out by hand', async () => {
		const { db } = await open();
		const { teacher, group, assignments } = await makeMarkedClass(db);
		const [, , verdict] = await selectQuizQuestions(db, assignments.third.quiz_version_id);
		await regrade(
			db,
			teacher,
			{
				classId: group.id,
				assignmentId: assignments.third.id,
				questionVersionId: verdict?.id ?? '',
				action: { v: 1, action: 'drop' }
			},
			'Read out by mistake',
			LATER
		);

		const book = await readGradebook(db, teacher, group.id, LATER);

		// First: 1 each; 1 + 1/6 + 3/4 + 0; 0 + 1 + 2/4 + skipped, for both.
		// Second: 2/3 + 1/2 + 1 against 1; nothing against 1; three skipped.
		// Third, its last question dropped: 1/2 + 1; (2 − 1)/2 + 0; 1 + 1; skipped + 0.
		expect(
			book.learners.map(({ nickname, cells, percent }) => [nickname, ...cells.map(told), percent])
		).toEqual([
			['Ada', '4/1 of 4 (4)', '13/6 of 4 (2.2)', '3/2 of 2 (1.5)', 76],
			['Ben', '23/12 of 4 (1.9)', '1/1 of 4 (1)', '1/2 of 2 (0.5)', 33],
			['Cem', '3/2 of 4 (1.5)', '0/1 of 4 (0)', 'not-taken', 19],
			['Dee', '3/2 of 4 (1.5)', 'open', '2/1 of 2 (2)', 69],
			['Eve', 'excused', 'not-taken', '0/1 of 2 (0)', 0]
		]);
		// A pair counts once: (1 + 23/48 + 3/8)/3 = 89/144; 19/72; 1/2.
		expect(
			book.assignments.map(({ title, max, mean, marks }) => [title, max, mean, marks])
		).toEqual([
			['First', 4, { points: '2.5', percent: 62 }, 3],
			['Second', 4, { points: '1.1', percent: 26 }, 3],
			['Third', 2, { points: '1', percent: 50 }, 4]
		]);
	});

	it('rounds a mean once and half up, the same in the gradebook and on the page of the assignment', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const { id } = await makeAssignment(db, teacher, [group.id]);
		const learner = await makeLearner(db, group.id, 'Owl');
		const { attempt } = await makeAttempt(db, id, learner.id);
		await submitAttempt(db, attempt.id);
		const [grade] = await selectGrades(db, attempt.id);
		if (!grade) throw new Error('not marked');
		// 28.5 %, which no binary fraction is.
		const mark = { points_n: 57, points_d: 50, max_points: 4 };
		await insertGrade(db, { ...grade, ...mark, id: newId(), n: 2 });

		const book = await readGradebook(db, teacher, group.id, LATER);
		const results = await readAssignmentResults(db, teacher, group.id, id, LATER);
		expect([book.assignments[0]?.mean?.percent, results.mean]).toEqual([29, 29]);
	});

	it('is exact in every cell for 40 learners and 40 assignments', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const size = Array.from({ length: 40 }, (_, i) => i);
		const first = await makeAssignment(db, teacher, [group.id], { wish: { draw: 'quick' } });
		const assignments = [first];
		for (const j of size.slice(1)) {
			const row = { ...first, id: `a-${String(j)}`, title: `Quiz ${String(j)}` };
			await insertAssignment(db, row, [
				{
					assignment_id: row.id,
					class_id: group.id,
					opens_at: NOW + j,
					due_at: null,
					closed_at: null,
					paused_at: null
				}
			]);
			assignments.push(row);
		}
		const expected: string[][] = [];
		for (const i of size) {
			const { id } = await makeLearner(db, group.id, `L${String(i).padStart(2, '0')}`);
			const line: string[] = [];
			for (const [j, assignment] of assignments.entries()) {
				const kind = (i + j) % 8;
				// Twelfths of a point, out of 4.
				const twelfths = kind === 2 ? 0 : (i * 7 + j * 3) % 49;
				if (kind === 0) line.push('not-taken');
				else if (kind === 1) {
					await db
						.insertInto('excused')
						.values({ assignment_id: assignment.id, learner_id: id, created_at: NOW })
						.execute();
					line.push('excused');
				} else {
					await insertMark(db, `${String(i)}-${String(j)}`, assignment.id, id, twelfths);
					// Half up, in whole numbers: (20t + 12)/24.
					const tenths = Math.floor((20 * twelfths + 12) / 24);
					line.push(tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1));
				}
			}
			expected.push(line);
		}

		const book = await readGradebook(db, teacher, group.id, LATER);

		expect(
			book.learners.map(({ cells }) =>
				cells.map((cell) => (cell.state === 'mark' ? cell.points : cell.state))
			)
		).toEqual(expected);
	});

	it('is for whoever teaches the class, and for nobody else', async () => {
		const { db } = await open();
		const { teacher, group, assignments } = await makeMarkedClass(db);
		const colleague = await makeTeacher(db, 'Mr Hale');
		const stranger = await makeTeacher(db, 'Ms Other', 'administrator');
		await insertClassTeacher(db, {
			class_id: group.id,
			teacher_id: colleague.id,
			role: 'co-teacher'
		});
		const others = await makeClass(db, stranger, { name: '9a' });

		expect((await readGradebook(db, colleague, group.id, LATER)).learners).toHaveLength(5);
		for (const read of [
			() => readGradebook(db, stranger, group.id, LATER),
			() => readClassSkills(db, stranger, group.id, LATER),
			() => readAssignmentResults(db, stranger, group.id, assignments.first.id, LATER),
			// Its own class does not open another's assignment.
			() => readAssignmentResults(db, stranger, others.id, assignments.first.id, LATER)
		])
			await expect(read()).rejects.toMatchObject({ code: 'not-yours' });
		await expect(readGradebook(db, null, group.id, LATER)).rejects.toMatchObject({
			code: 'sign-in-first'
		});
		expect(teacher.id).not.toBe(colleague.id);
	});

	it('ends what is overdue before it reads', async () => {
		const { db } = await open();
		const { teacher, group, learners, assignments } = await makeMarkedClass(db);
		await db
			.updateTable('attempt')
			.set({ deadline_at: NOW + 10_000 })
			.where('state', '=', 'open')
			.execute();

		const book = await readGradebook(db, teacher, group.id, LATER);

		const line = book.learners.find(({ id }) => id === learners.dee.id);
		const second = book.assignments.findIndex(({ id }) => id === assignments.second.id);
		expect(told(line?.cells[second])).toBe('2/3 of 4 (0.7)');
	});
});

describeOnBothEngines('Results of an assignment', (open) => {
	it('count a pair once, and tell handed in from not taken and excused', async () => {
		const { db } = await open();
		const { teacher, group, assignments } = await makeMarkedClass(db);

		const results = await readAssignmentResults(db, teacher, group.id, assignments.first.id, LATER);

		expect(results).toMatchObject({ handedIn: 4, attempts: 3, mean: 62 });
		expect(results.bands.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 0, 1]);
		expect(
			results.learners.map(({ nickname, cell, partner }) => [nickname, cell.state, partner])
		).toEqual([
			['Ada', 'mark', null],
			['Ben', 'mark', null],
			['Cem', 'mark', 'Dee'],
			['Dee', 'mark', 'Cem'],
			['Eve', 'excused', null]
		]);
		// Two of them were asked again in the third assignment, and that is pooled; all of it is too little.
		expect(results.questions.map(({ health }) => health.reached)).toEqual([7, 3, 3, 7]);
		for (const { health, choices } of results.questions) {
			expect(health).toMatchObject({ standing: 'hidden', facility: null });
			expect(choices).toEqual([]);
		}
		// Heat counts answers, and several questions may cite one sentence.
		for (const { answers, percent } of results.heat)
			expect(percent === null, `${String(answers)} answers`).toBe(answers < 5);
		for (const { answers } of results.reread) expect(answers).toBeGreaterThan(4);
	});

	it('are there, and calm, where nobody has handed in', async () => {
		const { db } = await open();
		const { teacher, group, assignments } = await makeMarkedClass(db);
		await db.deleteFrom('attempt').execute();

		const results = await readAssignmentResults(db, teacher, group.id, assignments.third.id, LATER);

		expect(results).toMatchObject({ handedIn: 0, attempts: 0, mean: null, next: null });
		expect([results.questions, results.heat, results.reread, results.skills]).toEqual([
			[],
			[],
			[],
			[]
		]);
	});
});

it('the best of several is that with the highest share, the first of equals; one without a maximum is no best', () => {
	const mark = (id: string, points_n: number, points_d: number, max_points: number) => ({
		id,
		points_n,
		points_d,
		max_points
	});
	const rows = [mark('a', 0, 1, 0), mark('b', 3, 2, 3), mark('c', 2, 1, 4), mark('d', 2, 1, 4)];
	expect(countingMark(rows, 'best')?.id).toBe('b');
	expect(countingMark(rows.slice(2), 'best')?.id).toBe('c');
	expect(countingMark(rows, 'first')?.id).toBe('a');
	expect(countingMark(rows, 'latest')?.id).toBe('d');
	expect(countingMark(rows.slice(0, 0), 'best')).toBeUndefined();
});
