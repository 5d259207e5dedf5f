import { expect, it, vi } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { makeMarkedClass } from '../../../../tests/support/marked-class.ts';
import { makeClass, makeTeacher } from '../../../../tests/support/school.ts';
import { insertClassTeacher } from '../store/class.ts';
import { selectQuizQuestions } from '../store/quiz-version.ts';
import { readAssignmentResults } from './assignment.ts';
import { countingMark, type Cell } from './counting.ts';
import { readGradebook } from './gradebook.ts';
import { regrade } from './regrade.ts';
import { readClassSkills } from './skills.ts';

// Every test makes a whole class.
vi.setConfig({ testTimeout: 30_000 });

const LATER = NOW + 3_600_000;

/** '23/12 of 4 (1.9)', or the state where there is no mark. */
const told = (cell: Cell | undefined): string =>
	cell?.state === 'mark'
		? `${String(cell.n)}/${String(cell.d)} of ${String(cell.max)} (${cell.points})`
		: (cell?.state ?? 'nothing');

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
