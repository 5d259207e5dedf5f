/**
 * Reads the names of a class from what a teacher pastes: one name a line, or a table from a
 * spreadsheet with commas, semicolons or tabs. What a name may hold is not decided here.
 *
 * - Quotes as in CSV: "Last, First" stays one name, "" inside is a quotation mark.
 * - A first line that names its columns is a heading: one column of whole names, or first and last.
 * - Without a heading, several lines of two columns are names in two parts; commas are kept, since
 *   'Last, First' is how people write it. One line of several columns is a list of names.
 */

export interface ListedName {
	name: string;
	/** Line of the text where it begins; the first is 1. */
	line: number;
}

export interface NameListFault {
	what: 'too-large' | 'too-many' | 'open-quote' | 'after-quote' | 'no-heading' | 'empty' | 'twice';
	line: number;
	/** The line where the name stands first, for `twice`. */
	first?: number;
	name?: string;
}

export type NameList = { names: ListedName[] } | { fault: NameListFault };

export interface NameListOptions {
	/** Names at most. */
	most: number;
	/** UTF-16 units of text at most. */
	longest: number;
	/** How names are compared. */
	keyOf: (name: string) => string;
}

interface Cell {
	text: string;
	/** Where its text begins: a cell in quotes may begin with empty lines. */
	line: number;
}

const SEPARATORS = ['\t', ';', ','] as const;

/** Words that head a column, as their letters and figures in lower case. */
const WHOLE = new Set([
	...['name', 'fullname', 'names', 'student', 'studentname', 'pupil', 'pupilname', 'learner'],
	...['learnername', 'nickname', 'displayname', 'schüler', 'schülerin', 'nomcomplet', 'nombre']
]);
const FIRST = new Set([
	...['firstname', 'first', 'givenname', 'givennames', 'forename', 'vorname', 'rufname', 'prénom']
]);
const LAST = new Set([
	...['lastname', 'last', 'surname', 'familyname', 'nachname', 'familienname', 'nom', 'apellido']
]);

/** All names, or the first thing that is wrong with its place: never a part of the list. */
export function parseNameList(text: string, options: NameListOptions): NameList {
	if (text.length > options.longest) return { fault: { what: 'too-large', line: 1 } };
	const read = readRows(text.replace(/^\ufeff/u, ''));
	if ('fault' in read) return read;
	const rows = read.rows.filter((row) => row.some(({ text }) => text !== ''));
	const found = namesOf(rows, read.separator);
	if ('fault' in found) return found;
	const seen = new Map<string, number>();
	for (const { name, line } of found.names) {
		const key = options.keyOf(name);
		const first = seen.get(key);
		if (first !== undefined) return { fault: { what: 'twice', line, first, name } };
		seen.set(key, line);
	}
	if (found.names.length === 0) return { fault: { what: 'empty', line: 1 } };
	const beyond = found.names[options.most];
	if (beyond) return { fault: { what: 'too-many', line: beyond.line } };
	return found;
}

function namesOf(rows: readonly Cell[][], separator: string): NameList {
	const [first, ...others] = rows;
	if (!first) return { names: [] };
	const columns = headingOf(first);
	if (columns)
		return {
			names: others.flatMap((row) =>
				joined(
					columns.flatMap((at) => row[at] ?? []),
					' '
				)
			)
		};
	if (others.length === 0) return { names: first.flatMap((cell) => joined([cell], '')) };
	const wide = rows.find((row) => row.filter(({ text }) => text !== '').length > 2);
	if (wide) return { fault: { what: 'no-heading', line: wide[0]?.line ?? 1 } };
	const glue = separator === ',' ? ', ' : ' ';
	return { names: rows.flatMap((row) => joined(row, glue)) };
}

/** One name of the cells that say something; none where none does. */
function joined(cells: readonly Cell[], glue: string): ListedName[] {
	const parts = cells.filter(({ text }) => text !== '');
	const [first] = parts;
	return first ? [{ name: parts.map(({ text }) => text).join(glue), line: first.line }] : [];
}

/** Which columns make up a name, in their order; undefined where the row is no heading. */
function headingOf(cells: readonly Cell[]): number[] | undefined {
	const words = cells.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
	const at = (names: ReadonlySet<string>) => words.findIndex((word) => names.has(word));
	const [whole, first, last] = [at(WHOLE), at(FIRST), at(LAST)];
	if (first >= 0 && last >= 0) return [first, last];
	// 'Vorname; Name' and 'Prénom; Nom': the plain word is then the last name.
	if (first >= 0 && whole >= 0) return [first, whole];
	const [only] = [whole, first, last].filter((column) => column >= 0);
	return only === undefined ? undefined : [only];
}

type Read = { rows: Cell[][]; separator: string } | { fault: NameListFault };

/** The separator that stands outside quotes in the first line that has one. */
function separatorOf(text: string): string {
	const bare = text.replace(/"(?:[^"]|"")*"/gu, '');
	const counted = SEPARATORS.map((sign) => ({
		sign,
		lines: bare.split(/\r\n|\r|\n/u).filter((line) => line.includes(sign)).length
	}));
	// A tab is never part of a name, and a semicolon seldom.
	return counted.find(({ lines }) => lines > 0)?.sign ?? ',';
}

/** Cells of each line, trimmed. Quotes may hold separators and line ends. */
function readRows(text: string): Read {
	const separator = separatorOf(text);
	const rows: Cell[][] = [];
	let row: Cell[] = [];
	let line = 1;
	let at = 0;
	for (;;) {
		while (text[at] === ' ') at++;
		let cell: string;
		let begins = line;
		if (text[at] === '"') {
			const opened = line;
			const end = closing(text, at);
			if (end < 0) return { fault: { what: 'open-quote', line: opened } };
			const inside = text.slice(at + 1, end);
			begins += breaksIn(/^\s*/u.exec(inside)?.[0] ?? '');
			line += breaksIn(inside);
			cell = inside.replaceAll('""', '"');
			at = end + 1;
			while (text[at] === ' ') at++;
			const next = text[at];
			if (next !== undefined && next !== separator && next !== '\r' && next !== '\n')
				return { fault: { what: 'after-quote', line } };
		} else {
			const from = at;
			while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n')
				at++;
			cell = text.slice(from, at);
		}
		row.push({ text: cell.replace(/\s+/gu, ' ').trim(), line: begins });
		if (text[at] === separator) {
			at++;
			continue;
		}
		rows.push(row);
		if (at >= text.length) return { rows, separator };
		at += text.startsWith('\r\n', at) ? 2 : 1;
		line++;
		row = [];
	}
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0;

/** Where the quotation that opens at `at` closes; -1: nowhere. */
function closing(text: string, at: number): number {
	for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
		if (text[end + 1] !== '"') return end;
		end++;
	}
	return -1;
}
