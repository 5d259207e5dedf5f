import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { makeMarkedClass } from '../../../../tests/support/marked-class.ts';
import { makeLearner, makeTeacher } from '../../../../tests/support/school.ts';
import { readCsv } from '../../interop/csv.ts';
import { exportClass } from './class-export.ts';
import { parseAction } from './decision.ts';
import { download, fileName } from './download.ts';
import { fillFromForm } from './fill.ts';
import { readGradebook } from './gradebook.ts';
import { giveMakeUp } from './make-up.ts';
import { readTeacherSheet } from './sheet.ts';
import { readClassSkills } from './skills.ts';
import { gradebookCsv, responsesCsv } from './tables.ts';

// Every test makes a whole class.

const LATER = NOW + 3_600_000;

function values(csv: string): string[][] {
	const read = readCsv(new TextEncoder().encode(csv));
	if ('fault' in read) throw new Error(read.fault.problem);
	return read.file.records.map(({ cells }) => cells.map(({ value }) => value));
}

describeOnBothEngines('What a teacher takes away', (open) => {
	it('is a gradebook in which not taken, excused, going on and 0 differ, and no name is a formula', async () => {
		const { db } = await open();
		const { teacher, group } = await makeMarkedClass(db);
		await makeLearner(db, group.id, '=HYPERLINK("x")');

		const rows = values(gradebookCsv(await readGradebook(db, teacher, group.id, LATER)));

		expect(rows).toEqual([
			['Learner', 'First (of 4)', 'Second (of 4)', 'Third (of 3)', 'Mean share of the points (%)'],
			['\'=HYPERLINK("x")', '', '', '', ''],
			['Ada', '4', '2.2', '2.5', '79'],
			['Ben', '1.9', '1', '1.5', '41'],
			['Cem', '1.5', '0', '', '19'],
			['Dee', '1.5', 'open', '2', '52'],
			['Eve', 'excused', '', '1', '33']
		]);
	});

	it('is one row for each answer, with its zone and exact points', async () => {
		const { db } = await open();
		const { teacher, group, assignments } = await makeMarkedClass(db);

		const { csv } = await responsesCsv(db, teacher, group.id, assignments.first.id, LATER);

		const [headings = [], ...rows] = values(csv);
		expect(rows).toHaveLength(12);
		const of = (row: string[] | undefined, name: string) => row?.[headings.indexOf(name)];
		const ben = rows.filter((row) => of(row, 'learner') === 'Ben');
		expect(ben.map((row) => [of(row, 'points_numerator'), of(row, 'points_denominator')])).toEqual([
			['1', '1'],
			['1', '6'],
			['3', '4'],
			['0', '1']
		]);
		expect(of(ben[0], 'answered_at')).toBe('2026-11-23T12:00:01.000Z');
		const [pair] = rows.filter((row) => of(row, 'learner') === 'Cem');
		expect(of(pair, 'partner')).toBe('Dee');
	});

	it('names of a pair whoever is still in the class, and nobody where both were removed', async () => {
		const { db } = await open();
		const { teacher, group, assignments } = await makeMarkedClass(db);
		const remove = (nickname: string) =>
			db.updateTable('learner').set({ removed_at: NOW }).where('nickname', '=', nickname).execute();
		const named = async () => {
			const { csv } = await responsesCsv(db, teacher, group.id, assignments.first.id, LATER);
			return new Set(
				values(csv)
					.slice(1)
					.map(([learner, partner]) => `${learner} ${partner}`)
			);
		};

		expect(await named()).toEqual(new Set(['Ada ', 'Ben ', 'Cem Dee']));
		await remove('Cem');
		expect(await named()).toEqual(new Set(['Ada ', 'Ben ', 'Dee ']));
		await remove('Dee');
		expect(await named()).toEqual(new Set(['Ada ', 'Ben ']));
	});

	it('is the whole class in a shape with a version', async () => {
		const { db } = await open();
		const { teacher, group } = await makeMarkedClass(db);

		const { json } = await exportClass(db, teacher, group.id, LATER);

		const content = JSON.parse(json) as Record<string, unknown[]>;
		expect(content).toMatchObject({ format: 'says-who/class', v: 1 });
		expect(
			['learners', 'assignments', 'questions', 'excused', 'attempts'].map(
				(name) => content[name]?.length
			)
		).toEqual([5, 3, 8, 1, 13]);
		// Nothing that opens a door; ids are made by chance and may spell anything.
		expect(json).not.toMatch(/"(?:token|token_?hash|seed|join_?code|\w*password\w*|email)":/iu);
	});

	it('is the file of another program with one column filled in', async () => {
		const { db } = await open();
		const { teacher, group, assignments } = await makeMarkedClass(db);
		const theirs = 'Student,ID,First (12)\r\nAda,1,\r\nEve,2,\r\nZed,3,\r\n';
		const form = (content: string, assignment: string, column = '') => {
			const data = new FormData();
			data.set('file', new File([content], 'theirs.csv'));
			data.set('assignment', assignment);
			data.set('column', column);
			return data;
		};
		const fill = (data: FormData) => fillFromForm(db, teacher, group.id, data, LATER);

		const filled = await fill(form(theirs, assignments.first.id));

		if ('fault' in filled) throw new Error(filled.fault);
		const [, content = ''] = filled.href.split('base64,');
		expect(Buffer.from(content, 'base64').toString()).toBe(theirs.replace('Ada,1,', 'Ada,1,4'));
		expect(filled).toMatchObject({
			filled: 1,
			name: 'theirs.csv',
			unmatched: [{ name: 'Zed', line: 4 }],
			missing: ['Ben', 'Cem', 'Dee']
		});
		expect(await fill(form(theirs, assignments.first.id, 'Other'))).toMatchObject({
			fault: 'no-column',
			columns: ['Student', 'ID', 'First (12)']
		});
		expect(await fill(form('Student\n"x', assignments.first.id))).toMatchObject({
			fault: 'open-quote',
			line: 2
		});
		expect(await fill(form(theirs, 'another'))).toMatchObject({ fault: 'no-assignment' });
		expect(await fill(form('', assignments.first.id))).toMatchObject({ fault: 'no-file' });
		expect(await fill(form('x'.repeat(1_000_001), assignments.first.id))).toMatchObject({
			fault: 'too-large'
		});
	});

	it('is nothing for a teacher of another class', async () => {
		const { db } = await open();
		const { group, assignments } = await makeMarkedClass(db);
		const stranger = await makeTeacher(db, 'Mr Other');
		const whom = {
			classId: group.id,
			assignmentId: assignments.first.id,
			learnerId: 'x'
		};
		for (const run of [
			() => responsesCsv(db, stranger, group.id, assignments.first.id, LATER),
			() => exportClass(db, stranger, group.id, LATER),
			() => fillFromForm(db, stranger, group.id, new FormData(), LATER),
			() => readTeacherSheet(db, stranger, group.id, assignments.first.id),
			() => giveMakeUp(db, stranger, whom, LATER)
		])
			await expect(run()).rejects.toMatchObject({ code: 'not-yours' });
	});

	it('is a sheet with the key, three prompts and the glossary', async () => {
		const { db } = await open();
		const { teacher, group, assignments } = await makeMarkedClass(db);
		const sheet = await readTeacherSheet(db, teacher, group.id, assignments.first.id);
		expect(sheet.questions).toHaveLength(4);
		expect(sheet.prompts.length).toBeGreaterThan(1);
		expect(new Set(sheet.prompts.map(({ skill }) => skill)).size).toBe(sheet.prompts.length);
		expect(sheet.questions[0]?.explanation.groups[0]?.reasons.some(({ right }) => right)).toBe(
			true
		);
	});
});

describeOnBothEngines('An absent learner', (open) => {
	it('gets a week of their own by one tap, and a link to it, whether they have joined or not', async () => {
		const { db } = await open();
		const { teacher, group, learners, assignments } = await makeMarkedClass(db);
		const late = await makeLearner(db, group.id, 'Zoe', { joined_at: null, listed: 1 });
		const whom = { classId: group.id, assignmentId: assignments.second.id };

		const eve = await giveMakeUp(db, teacher, { ...whom, learnerId: learners.eve.id }, LATER);
		const zoe = await giveMakeUp(db, teacher, { ...whom, learnerId: late.id }, LATER);

		const link = `/join/${group.join_code}?to=${assignments.second.id}`;
		expect(eve).toEqual({ dueAt: LATER + 7 * 86_400_000, path: link });
		expect(zoe.path).toBe(link);
		const rows = await db.selectFrom('accommodation').selectAll().execute();
		expect(rows.map(({ due_at, time_factor }) => [due_at, time_factor])).toEqual([
			[LATER + 7 * 86_400_000, 1],
			[LATER + 7 * 86_400_000, 1]
		]);
	});
});

describeOnBothEngines('Skills of a class', (open) => {
	it('count every learner of a pair, the class once, and name the next exercise', async () => {
		const { db } = await open();
		const { teacher, group } = await makeMarkedClass(db);

		const { learners, all, skills } = await readClassSkills(db, teacher, group.id, LATER);

		const answers = (cells: { answers: number }[]) =>
			cells.reduce((sum, one) => sum + one.answers, 0);
		const of = (name: string) => learners.find(({ nickname }) => nickname === name)?.cells ?? [];
		expect(skills).toHaveLength(13);
		// Cem has only what the pair answered, and Dee three of the third assignment besides.
		expect(answers(of('Dee')) - answers(of('Cem'))).toBe(3);
		expect(answers(all.cells)).toBe(
			learners.reduce((sum, { cells }) => sum + answers(cells), 0) - answers(of('Cem'))
		);
		expect(learners.find(({ nickname }) => nickname === 'Ada')?.next).not.toBeNull();
		expect(of('Eve').every(({ percent }) => percent === null)).toBe(true);
	});
});

it('a download has a name that every system can store', () => {
	expect(fileName(['8b «Ångström»', 'gradebook'], 'csv', NOW)).toBe(
		'says-who-8b-angstrom-gradebook-2026-11-23.csv'
	);
	expect(fileName(['日本'], 'json', NOW)).toBe('says-who-2026-11-23.json');
	expect(download('x', ['"; evil'], 'csv', NOW).headers.get('content-disposition')).toBe(
		'attachment; filename="says-who-evil-2026-11-23.csv"'
	);
});

it('a choice of the form is a decision or nothing', () => {
	expect(parseAction('accept:b')).toEqual({ v: 1, action: 'accept', option: 'b' });
	expect(parseAction('restore')).toEqual({ v: 1, action: 'restore' });
	expect([parseAction(''), parseAction('accept:'), parseAction('other')]).toEqual([
		undefined,
		undefined,
		undefined
	]);
});
