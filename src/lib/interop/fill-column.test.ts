import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCsv, readCsv } from './csv.ts';
import { fillColumn, type MarkOf } from './fill-column.ts';

function fill(text: string, marks: MarkOf[], column = '', title = 'Which demand is which') {
	const read = readCsv(new TextEncoder().encode(text));
	if ('fault' in read) throw new Error(read.fault.problem);
	const result = fillColumn(read.file, marks, { column, title });
	return 'fault' in result ? result : { ...result, text: joinCsv(result.file) };
}

const canvas = [
	'\uFEFFStudent,ID,SIS User ID,Section,Which demand is which (4711),Homework (12),Final Points (read only)',
	',,,,Manual Posting,,',
	'    Points Possible,,,,13,10,(read only)',
	'"Vance, Mia",101,m1,"8b ""blue""",,7.5,20',
	'"Hale, Noor",102,n1,8b,2,,',
	'"Quinn, Ola",103,o1,8b,,,',
	'"Student, Test",104,,8b,,,',
	''
].join('\r\n');

describe('filling a column', () => {
	it('of a Canvas export changes that column by name and no other byte', () => {
		const result = fill(canvas, [
			{ name: 'Mia Vance', mark: 8.5 },
			{ name: 'hale noor', mark: 0 },
			{ name: 'Ola Quinn', mark: null },
			{ name: 'Zoe', mark: 3 }
		]);
		expect(result).toMatchObject({
			filled: 2,
			unmatched: [],
			missing: ['Zoe'],
			text: canvas
				.replace('"8b ""blue""",,7.5,20', '"8b ""blue""",8.5,7.5,20')
				.replace('n1,8b,2,,', 'n1,8b,0,,')
		});
	});

	it('of a Moodle-shaped file reads first and last names, and takes semicolons', () => {
		const moodle =
			'First name;Surname;Email;Quiz: Demands\nMia;Vance;m@x.org;-\nNo;Body;n@x.org;-\n';
		const result = fill(moodle, [{ name: 'Vance Mia', mark: 1.5 }], 'quiz: demands');
		expect(result).toMatchObject({
			filled: 1,
			unmatched: [{ name: 'No Body', line: 3 }],
			text: moodle.replace('m@x.org;-', 'm@x.org;1.5')
		});
	});

	it('leaves a name alone that stands there twice, or is two learners', () => {
		const twice = 'Name,Mark\nMia Vance,\n"Vance, Mia",\nOla,\n';
		const result = fill(
			twice,
			[
				{ name: 'Mia Vance', mark: 1 },
				{ name: 'Ola', mark: 2 },
				{ name: 'ola', mark: 3 }
			],
			'Mark'
		);
		expect(result).toMatchObject({ filled: 0, text: twice, missing: ['Mia Vance', 'Ola', 'ola'] });
	});

	it('says which columns there are where the wanted one, or any with names, is missing', () => {
		expect(fill('Name,A\nx,1\n', [], 'B')).toEqual({ fault: 'no-column', columns: ['Name', 'A'] });
		expect(fill('Nr,A\nx,1\n', [], 'A')).toEqual({ fault: 'no-names', columns: ['Nr', 'A'] });
	});

	it('never changes another byte, whatever the file', () => {
		const cell = fc.constantFrom('', 'a', '"b, c"', '"d""e"', ' f ', '=1');
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom('Mia', 'Ola', 'Zoe'), cell, cell), { maxLength: 6 }),
				fc.constantFrom('\n', '\r\n'),
				(rows, end) => {
					const lines = ['Name,x,Mark,y', ...rows.map(([name, x, y]) => `${name},${x},,${y}`)];
					const text = lines.map((line) => line + end).join('');
					const result = fill(text, [{ name: 'mia', mark: 2 }], 'Mark');
					if ('fault' in result) throw new Error(result.fault);
					const once = rows.filter(([name]) => name === 'Mia').length === 1;
					const expected = once
						? [
								'Name,x,Mark,y',
								...rows.map(([n, x, y]) => `${n},${x},${n === 'Mia' ? '2' : ''},${y}`)
							]
						: lines;
					expect(result.text).toBe(expected.map((line) => line + end).join(''));
				}
			)
		);
	});
});
