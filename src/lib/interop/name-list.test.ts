import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNameList, type NameList } from './name-list.ts';

const read = (text: string): NameList =>
	parseNameList(text, { most: 500, longest: 100_000, keyOf: (name) => name.toLowerCase() });
const names = (text: string): string[] => {
	const list = read(text);
	return 'names' in list ? list.names.map(({ name }) => name) : [JSON.stringify(list.fault)];
};

describe('A list of names', () => {
	it.each([
		['lines', 'Anna\nBen\nCem'],
		['lines of Windows with a byte order mark', '\ufeffAnna\r\nBen\r\nCem\r\n'],
		['lines of an old Mac', 'Anna\rBen\rCem'],
		['lines with gaps between and space around', '\n  Anna \n\n\tBen\n   \nCem\n\n'],
		['one line with commas', 'Anna, Ben, Cem'],
		['one line with semicolons', 'Anna;Ben;Cem;'],
		['a column with a heading', 'Name\nAnna\nBen\nCem'],
		['a table with a heading', 'No.;Pupil;Group\n1;Anna;x\n2;Ben;y\n3;Cem;z'],
		['a table with tabs', 'id\tname\n1\tAnna\n2\tBen\n3\tCem'],
		['quotes', '"Anna"\n"Ben"\n"Cem"']
	])('is read from %s', (_, text) => {
		expect(names(text)).toEqual(['Anna', 'Ben', 'Cem']);
	});

	it('keeps "Last, First" in quotes as one name', () => {
		expect(names('"Schmidt, Anna"\n"Öz, Cem"')).toEqual(['Schmidt, Anna', 'Öz, Cem']);
		expect(names('Name,Group\n"Schmidt, Anna",8b')).toEqual(['Schmidt, Anna']);
	});

	it('keeps a comma that stands in lines of names without quotes', () => {
		expect(names('Schmidt, Anna\nÖz, Cem')).toEqual(['Schmidt, Anna', 'Öz, Cem']);
	});

	it('puts first and last name together, whatever their order and language', () => {
		expect(names('Surname,First name\nSchmidt,Anna')).toEqual(['Anna Schmidt']);
		expect(names('Name;Vorname\nSchmidt;Anna\nÖz;Cem')).toEqual(['Anna Schmidt', 'Cem Öz']);
		expect(names('Anna\tSchmidt\nCem\tÖz')).toEqual(['Anna Schmidt', 'Cem Öz']);
	});

	it('reads a doubled quotation mark and a line end inside quotes', () => {
		expect(names('"Anna ""Ann"" Schmidt"\n"Cem\nÖz"\nBen')).toEqual([
			'Anna "Ann" Schmidt',
			'Cem Öz',
			'Ben'
		]);
	});

	it.each([
		['a name that stands there twice', 'Anna\nBen\n\nANNA', { what: 'twice', line: 4, first: 1 }],
		['a quotation that never ends', 'Anna\n"Ben\nCem', { what: 'open-quote', line: 2 }],
		['text after a quotation', 'Anna\n"Ben"x', { what: 'after-quote', line: 2 }],
		['columns that nothing explains', '1,Anna,8b\n2,Ben,8b', { what: 'no-heading', line: 1 }],
		['no name', ' \n;;\n', { what: 'empty' }],
		['a heading alone', 'Name\n', { what: 'empty' }]
	])('is refused as a whole for %s, with its line', (_, text, fault) => {
		expect(read(text)).toMatchObject({ fault });
	});

	it('is refused when it is longer than a class, with the line of the first name too many', () => {
		const text = Array.from({ length: 4 }, (_, i) => `Name ${i}`).join('\n');
		const options = { most: 3, longest: 1000, keyOf: (name: string) => name };
		expect(parseNameList(text, options)).toEqual({ fault: { what: 'too-many', line: 4 } });
		expect(parseNameList(text, { ...options, longest: 10 })).toMatchObject({
			fault: { what: 'too-large' }
		});
	});

	/** Names as a spreadsheet may hold them, two and more of them. */
	const someNames = fc.uniqueArray(
		fc
			.stringMatching(/^[A-Za-zÀ-ž][A-Za-zÀ-ž ,;"'-]{0,20}[a-zÀ-ž]$/u)
			.map((name) => name.replace(/\s+/gu, ' ')),
		{ minLength: 2, maxLength: 30, selector: (name) => name.toLowerCase() }
	);
	const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

	it('comes back as it was from any table that quotes its names', () => {
		fc.assert(
			fc.property(
				someNames,
				fc.constantFrom(',', ';', '\t'),
				fc.constantFrom('\n', '\r\n', '\r'),
				(list, separator, end) => {
					const rows = list.map((name, i) => `${i}${separator}${quoted(name)}`);
					const text = [`no${separator}name`, ...rows].join(end);
					expect(names(text)).toEqual(list);
				}
			)
		);
	});

	it('takes for the line of a name where the name begins, also inside quotes', () => {
		expect(read('"\rAda"')).toEqual({ names: [{ name: 'Ada', line: 2 }] });
		expect(read('"A\na",Ben')).toEqual({
			names: [
				{ name: 'A a', line: 1 },
				{ name: 'Ben', line: 2 }
			]
		});
	});

	it('never fails on any text, and gives only names that are on the line it says', () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom('a', 'b', 'Name', '"', ',', ';', '\t', '\n', '\r', ' ')
				}),
				(text) => {
					const list = read(text);
					if ('fault' in list) return;
					const lines = text.split(/\r\n|\r|\n/u);
					for (const { name, line } of list.names) {
						expect(name).toBe(name.trim());
						expect(name).not.toBe('');
						const [begin = ''] = name.split(/[ ,"]/u);
						expect(lines[line - 1]).toContain(begin);
					}
				}
			)
		);
	});
});
