/**
 * Comma-separated values after RFC 4180: written for spreadsheets, and read so that a file can be
 * given back with one column filled in and every other byte as it was.
 *
 * A spreadsheet runs a cell that begins like a formula, and names come from learners. Text that begins
 * so gets an apostrophe in front, which spreadsheets show as text; numbers stay numbers.
 */

/** What a cell may hold; null is an empty one, which is not 0. */
export type CsvValue = string | number | null;

/** Tells a spreadsheet that the file is UTF-8. */
export const BOM = '\uFEFF';

/** A whole file with its byte order mark; lines end in CR LF. */
export const writeCsv = (rows: readonly (readonly CsvValue[])[]): string =>
	BOM + rows.map((row) => `${row.map((value) => writeCell(value)).join(',')}\r\n`).join('');

/** One cell, neutralised and quoted where it must be. @throws RangeError for a number that is none */
export function writeCell(value: CsvValue, delimiter = ','): string {
	if (value === null) return '';
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new RangeError(`no number for a cell: ${value}`);
		return String(value);
	}
	const text = neutralise(value);
	return text.includes(delimiter) || /[",;\t\r\n]|^\s|\s$/u.test(text)
		? `"${text.replaceAll('"', '""')}"`
		: text;
}

/** Text that no spreadsheet takes for a formula. */
export const neutralise = (text: string): string =>
	/^[=+\-@\t\r\n]/u.test(text) ? `'${text}` : text;

export interface CsvCell {
	/** What it says. */
	value: string;
	/** How the file has it, quotes included. */
	raw: string;
}

export interface CsvFile {
	bom: boolean;
	delimiter: string;
	/** Each with what ends its line ('' where the file ends without). */
	records: { cells: CsvCell[]; end: string }[];
}

export interface CsvFault {
	/** 1-based, where the fault is. */
	line: number;
	problem: 'not-text' | 'too-large' | 'too-many-rows' | 'open-quote' | 'stray-quote' | 'empty';
}

export interface CsvLimits {
	bytes: number;
	rows: number;
}

/** Far more than a class or a school's year needs. */
export const importLimits: CsvLimits = { bytes: 1_000_000, rows: 5_000 };

/** Reads a file whole or not at all. The delimiter is the comma, semicolon or tab that the first line has most of. */
export function readCsv(
	bytes: Uint8Array,
	limits: CsvLimits = importLimits
): { file: CsvFile } | { fault: CsvFault } {
	if (bytes.byteLength > limits.bytes) return { fault: { line: 1, problem: 'too-large' } };
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return { fault: { line: 1, problem: 'not-text' } };
	}
	const bom = text.startsWith(BOM);
	if (bom) text = text.slice(BOM.length);
	if (text.includes('\0')) return { fault: { line: 1, problem: 'not-text' } };
	if (text.trim() === '') return { fault: { line: 1, problem: 'empty' } };
	const delimiter = delimiterOf(text);
	const records: CsvFile['records'] = [];
	let cells: CsvCell[] = [];
	let at = 0;
	let line = 1;
	while (at < text.length || cells.length > 0) {
		const cell = readCell(text, at, delimiter);
		if (typeof cell === 'string') return { fault: { line, problem: cell } };
		cells.push(cell);
		at += cell.raw.length;
		line += cell.raw.split('\n').length - 1;
		if (text.startsWith(delimiter, at)) {
			at += delimiter.length;
			continue;
		}
		const end = text.startsWith('\r\n', at) ? '\r\n' : text.slice(at, at + 1);
		if (records.length >= limits.rows) return { fault: { line, problem: 'too-many-rows' } };
		records.push({ cells, end });
		cells = [];
		at += end.length;
		line += 1;
	}
	return { file: { bom, delimiter, records } };
}

/** The file again; what was not replaced is byte for byte what was read. */
export const joinCsv = ({ bom, delimiter, records }: CsvFile): string =>
	(bom ? BOM : '') +
	records.map(({ cells, end }) => cells.map(({ raw }) => raw).join(delimiter) + end).join('');

function delimiterOf(text: string): string {
	const first = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(text)?.[0] ?? '').replace(
		/"(?:[^"]|"")*"/gu,
		''
	);
	const counts = [',', ';', '\t'].map((one) => ({ one, n: first.split(one).length - 1 }));
	return counts.reduce((best, next) => (next.n > best.n ? next : best)).one;
}

/** The cell that begins at `at`, or what is wrong with it. A quote inside a bare cell is a letter like any other. */
function readCell(
	text: string,
	at: number,
	delimiter: string
): CsvCell | 'open-quote' | 'stray-quote' {
	if (text[at] !== '"') {
		let end = at;
		while (end < text.length && !isEnd(text, end, delimiter)) end++;
		const raw = text.slice(at, end);
		return { value: raw, raw };
	}
	let end = at + 1;
	for (;;) {
		end = text.indexOf('"', end);
		if (end === -1) return 'open-quote';
		if (text[end + 1] !== '"') break;
		end += 2;
	}
	end += 1;
	if (end < text.length && !isEnd(text, end, delimiter)) return 'stray-quote';
	const raw = text.slice(at, end);
	return { value: raw.slice(1, -1).replaceAll('""', '"'), raw };
}

const isEnd = (text: string, at: number, delimiter: string): boolean =>
	text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
