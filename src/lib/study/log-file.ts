/**
 * The log of answers as a file that is taken along. Only what is read from outside needs this module:
 * a file that somebody chose, or what came through a parcel. Nothing in it is believed before it is read.
 *
 * What breaks if this changes: files that people keep. They carry `v`.
 */
import * as v from 'valibot';
import type { LogRow } from '../review/log.ts';

const FORMAT = 'says-who/study-log';

/** Characters; some 60,000 answers. */
export const FILE_LENGTH = 24_000_000;
export const FILE_ROWS = 60_000;

export const fileOf = (rows: readonly LogRow[]): string =>
	JSON.stringify({ format: FORMAT, v: 1, rows });

export type FileFault =
	| { why: 'too-large' | 'not-json' | 'not-ours' | 'newer' | 'too-many' }
	/** The first row that does not hold, from 1, and the field. */
	| { why: 'row'; row: number; field: string };

/** The least common multiple of 1 to 24: marks are made of fractions of it, and their sums stay exact. */
const DENOMINATORS = 5_354_228_880;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Points = v.pipe(
	v.strictTuple([count, v.pipe(count, v.minValue(1))]),
	v.check(([, d]) => DENOMINATORS % d === 0)
);

const Fields = v.object({
	v: v.literal(1),
	id: name,
	device: name,
	seq: v.pipe(count, v.minValue(1)),
	/** As far as dates go. */
	at: v.pipe(count, v.maxValue(8.64e15)),
	day: v.pipe(v.string(), v.isoDate()),
	slug: name,
	version: name,
	question: name,
	kind: name,
	skill: name,
	facts: v.pipe(v.array(name), v.maxLength(50)),
	item: v.pipe(v.string(), v.maxLength(700)),
	response: v.pipe(v.string(), v.maxLength(10_000)),
	points: Points,
	max: v.pipe(count, v.maxValue(100)),
	full: v.boolean(),
	certainty: v.nullable(v.picklist([1, 2, 3])),
	verdict: v.exactOptional(v.strictTuple([name, name])),
	evidence: v.exactOptional(v.boolean()),
	again: v.boolean()
});

const Row = v.pipe(
	Fields,
	v.forward(
		v.check(({ points: [n, d], max }) => n <= d * max),
		['points']
	)
) satisfies v.GenericSchema<unknown, LogRow>;

/** Reads all of it or nothing. Fields that it does not know are left out. */
export function readFile(text: string): { rows: LogRow[] } | { fault: FileFault } {
	if (text.length > FILE_LENGTH) return { fault: { why: 'too-large' } };
	let file: unknown;
	try {
		file = JSON.parse(text);
	} catch {
		return { fault: { why: 'not-json' } };
	}
	if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT)
		return { fault: { why: 'not-ours' } };
	const { v: version, rows } = file as { v?: unknown; rows?: unknown };
	if (typeof version === 'number' && version > 1) return { fault: { why: 'newer' } };
	if (version !== 1 || !Array.isArray(rows)) return { fault: { why: 'not-ours' } };
	if (rows.length > FILE_ROWS) return { fault: { why: 'too-many' } };
	const sound: LogRow[] = [];
	for (const [i, row] of rows.entries()) {
		const read = v.safeParse(Row, row, { abortEarly: true });
		if (!read.success) {
			const [issue] = read.issues;
			return { fault: { why: 'row', row: i + 1, field: v.getDotPath(issue) ?? '' } };
		}
		sound.push(read.output);
	}
	return { rows: sound };
}
