/**
 * Fills one column of a gradebook that another program exported (Canvas, Moodle, a school's own) and
 * leaves every other byte alone. Rows are matched by name, whichever way round it is written.
 */
import { writeCell, type CsvFile } from './csv.ts';

export interface MarkOf {
	name: string;
	/** null: nothing to fill in (not taken, excused, going on); the cell stays as it is. */
	mark: number | null;
}

export interface Filled {
	file: CsvFile;
	filled: number;
	/** In the file, and nobody here or more than one; `line` counts records from 1. */
	unmatched: { name: string; line: number }[];
	/** Here with a mark, and not in the file or there more than once. */
	missing: string[];
}

export type FillFault = 'no-column' | 'no-names';

/**
 * @param column heading of the column; '' takes the first whose heading begins with `title`
 */
export function fillColumn(
	file: CsvFile,
	marks: readonly MarkOf[],
	{ column, title }: { column: string; title: string }
): Filled | { fault: FillFault; columns: string[] } {
	const headings = (file.records[0]?.cells ?? []).map(({ value }) => value.trim());
	const nameOf = nameReader(headings);
	if (!nameOf) return { fault: 'no-names', columns: headings };
	const at = columnOf(headings, column, title);
	if (at === -1) return { fault: 'no-column', columns: headings };

	const rows = file.records.map(({ cells }, i) => ({
		line: i + 1,
		name: i === 0 ? '' : nameOf(cells.map(({ value }) => value))
	}));
	const inFile = tally(rows.map(({ name }) => keyOf(name)));
	const here = tally(marks.map(({ name }) => keyOf(name)));
	const byKey = new Map(marks.map((one) => [keyOf(one.name), one]));
	const unmatched: Filled['unmatched'] = [];
	const found = new Set<string>();
	let filled = 0;
	const records = file.records.map((record, i) => {
		const { line, name } = rows[i] ?? { line: i + 1, name: '' };
		const key = keyOf(name);
		if (key === '' || isNobody(name)) return record;
		const one = byKey.get(key);
		if (!one || inFile.get(key) !== 1 || here.get(key) !== 1 || at >= record.cells.length) {
			unmatched.push({ name, line });
			return record;
		}
		found.add(key);
		if (one.mark === null) return record;
		filled += 1;
		const raw = writeCell(one.mark, file.delimiter);
		return { ...record, cells: record.cells.with(at, { value: raw, raw }) };
	});
	return {
		file: { ...file, records },
		filled,
		unmatched,
		missing: marks
			.filter(({ name, mark }) => mark !== null && !found.has(keyOf(name)))
			.map(({ name }) => name)
	};
}

function columnOf(headings: readonly string[], column: string, title: string): number {
	const wanted = plain(column);
	return wanted === ''
		? headings.findIndex((heading) => plain(heading).startsWith(plain(title)))
		: headings.findIndex((heading) => plain(heading) === wanted);
}

const WHOLE = ['student', 'student name', 'name', 'full name', 'learner', 'nickname'];
const FIRST = ['first name', 'firstname', 'given name'];
const LAST = ['last name', 'lastname', 'surname', 'family name'];

/** Reads the name of a row: from one column, or from first and last name. */
function nameReader(
	headings: readonly string[]
): ((values: readonly string[]) => string) | undefined {
	const find = (names: readonly string[]) =>
		headings.findIndex((heading) => names.includes(plain(heading)));
	const [whole, first, last] = [find(WHOLE), find(FIRST), find(LAST)];
	if (first !== -1 && last !== -1)
		return (values) => `${values[first] ?? ''} ${values[last] ?? ''}`.trim();
	if (whole !== -1) return (values) => (values[whole] ?? '').trim();
	return undefined;
}

/** Rows of Canvas that are no learner's. */
const isNobody = (name: string): boolean =>
	['points possible', 'student, test'].includes(plain(name));

/** Words of a name in no order: 'Vance, Mia' and 'mia  vance' are one. */
const keyOf = (name: string): string =>
	plain(name)
		.split(/[\s,]+/u)
		.filter(Boolean)
		.sort()
		.join(' ');

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function tally(keys: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}
