import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOM, joinCsv, neutralise, readCsv, writeCell, writeCsv, type CsvValue } from './csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
function read(text: string) {
	const result = readCsv(bytes(text));
	if ('fault' in result) throw new Error(result.fault.problem);
	return result.file;
}
const values = (text: string) =>
	read(text).records.map(({ cells }) => cells.map(({ value }) => value));

describe('writing', () => {
	it('begins with a byte order mark, ends lines in CR LF and quotes what must be', () => {
		expect(
			writeCsv([
				['Name', 'a "b"', 'c,d'],
				['Åsa', 1.5, null]
			])
		).toBe(`${BOM}Name,"a ""b""","c,d"\r\nÅsa,1.5,\r\n`);
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('neutralises %j', (text) => {
		expect(read(writeCsv([[text]])).records[0]?.cells[0]?.value).toBe(`'${text}`);
	});

	it('leaves numbers numbers, below zero too', () => {
		expect([writeCell(-1.5), writeCell(0), writeCell('1.5'), writeCell('')]).toEqual([
			'-1.5',
			'0',
			'1.5',
			''
		]);
		expect(() => writeCell(NaN)).toThrow(RangeError);
	});

	it('never writes a cell that a spreadsheet would run', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const cell = read(writeCsv([[text, 'x']])).records[0]?.cells[0]?.value ?? '';
				expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
			})
		);
	});
});

describe('reading back', () => {
	const value: fc.Arbitrary<CsvValue> = fc.oneof(
		fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
		fc.constantFrom('=', '"', '",\r\n;\t', '\n', '\r', ' x ', "'"),
		fc.integer(),
		fc.constant(null)
	);

	it('gives what was written, neutralised', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(value, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
				(rows) => {
					const text = writeCsv([['first', 'second'], ...rows]);
					const back = values(text).slice(1);
					expect(back).toEqual(
						rows.map((row) =>
							row.map((one) =>
								// An unpaired surrogate cannot be written as UTF-8.
								typeof one === 'string' ? neutralise(one).toWellFormed() : String(one ?? '')
							)
						)
					);
				}
			)
		);
	});

	it('gives any sound file back byte for byte', () => {
		const piece = fc.constantFrom(
			',',
			';',
			'\t',
			'\n',
			'\r\n',
			'a',
			'"b"',
			'"c""d"',
			'é',
			' ',
			BOM
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const text = pieces.join('');
				const result = readCsv(bytes(text));
				if ('file' in result) expect(joinCsv(result.file)).toBe(text);
			})
		);
	});

	it('takes semicolons, tabs, LF and CR, and a last line without an end', () => {
		expect(values('a;b\n1;"2;3"')).toEqual([
			['a', 'b'],
			['1', '2;3']
		]);
		expect(values('a\tb, c\td\r1\t2\t3\r')).toEqual([
			['a', 'b, c', 'd'],
			['1', '2', '3']
		]);
		expect(values('"Last, First";b\n')).toEqual([['Last, First', 'b']]);
	});

	it('keeps an empty last cell', () => {
		expect(values('a,b\n1,\n')).toEqual([
			['a', 'b'],
			['1', '']
		]);
		expect(values('a,b\n1,')).toEqual([
			['a', 'b'],
			['1', '']
		]);
	});

	it('says what is wrong and where, and reads nothing of it', () => {
		const fault = (text: string) => readCsv(bytes(text), { bytes: 100, rows: 3 });
		expect(fault('a,b\n"1\n2",3\n"x"y,2')).toEqual({ fault: { line: 4, problem: 'stray-quote' } });
		expect(fault('a\n"x')).toEqual({ fault: { line: 2, problem: 'open-quote' } });
		expect(fault('a\n1\n2\n3\n')).toEqual({ fault: { line: 4, problem: 'too-many-rows' } });
		expect(fault('a'.repeat(101))).toEqual({ fault: { line: 1, problem: 'too-large' } });
		expect(fault(' \n')).toEqual({ fault: { line: 1, problem: 'empty' } });
		expect(readCsv(new Uint8Array([0x61, 0xff]))).toEqual({
			fault: { line: 1, problem: 'not-text' }
		});
	});
});
