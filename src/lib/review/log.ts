/**
 * The log of answers: append-only, and everything else follows from it. A row knows ids and times, and
 * nothing of what they stand for. Rows of several devices make one log, whatever the order in which
 * they came together.
 */
import { gradeOf } from './grade.ts';

export interface LogRow {
	/** Version of this form. */
	v: 1;
	/** Made by the device; the same row twice is one. */
	id: string;
	/** The device that wrote it, and its place among the rows of that device, from 1. */
	device: string;
	seq: number;
	/** Milliseconds since 1970, by the clock of the device. */
	at: number;
	/** The calendar day where it was answered, '2026-11-25'. */
	day: string;
	/** Article and its pack version. */
	slug: string;
	version: string;
	question: string;
	kind: string;
	skill: string;
	/** Ids of facts of that article; the first one leads. */
	facts: string[];
	/** What is remembered or forgotten by this answer, see {@link itemKey}: that of another question in a review. */
	item: string;
	/** The answer in its compact text, for looking at it again. */
	response: string;
	/** Points as an exact fraction, and their maximum; 0 for what is not marked. */
	points: readonly [n: number, d: number];
	max: number;
	/** Full marks. */
	full: boolean;
	certainty: 1 | 2 | 3 | null;
	/** For stated / contradicted / not stated: the key and what was answered. */
	verdict?: readonly [key: string, given: string];
	/** For a question in two parts: whether the evidence was right; its second point is also the skill `evidence`. */
	evidence?: boolean;
	/** Asked again after the fact had been asked before: not counted where first answers alone count. */
	again: boolean;
}

/** What is scheduled: a fact of an article under one skill. */
export const itemKey = (slug: string, fact: string, skill: string): string =>
	`${slug}/${fact}/${skill}`;

/**
 * The log in the order that everything is derived in: by time, by id where times are equal, each row
 * once. The same rows give the same order, whatever the order they come in.
 *
 * A device's clock can be set wrong and right again, and its rows stand in the order of `seq` all the
 * same. So the longest run of a device's rows whose times agree with that order is believed, nothing of
 * it later than now or older than this app; every other row is taken for as old as the believed one before it.
 *
 * @param now no row can be later
 */
export function inOrder(rows: readonly LogRow[], now: number): LogRow[] {
	const byDevice = new Map<string, LogRow[]>();
	for (const row of new Map(rows.map((row) => [row.id, row])).values()) {
		const own = byDevice.get(row.device);
		if (own) own.push(row);
		else byDevice.set(row.device, [row]);
	}
	return [...byDevice.values()]
		.flatMap((own) => withSoundTimes(own, now))
		.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** Nobody answered anything before this app was made. */
const FIRST = Date.UTC(2026, 0, 1);

function withSoundTimes(rows: LogRow[], now: number): LogRow[] {
	rows.sort((one, other) => one.seq - other.seq || (one.id < other.id ? -1 : 1));
	const sound = longestRise(rows.map(({ at }) => (at > now || at < FIRST ? null : at)));
	let at = rows.find((_, i) => sound.has(i))?.at ?? now;
	return rows.map((row, i) => {
		if (sound.has(i)) at = row.at;
		return row.at === at ? row : { ...row, at };
	});
}

/**
 * Indices of a longest non-decreasing subsequence, by patience sorting (C. Schensted, 1961).
 * @param values null is never part of it
 */
function longestRise(values: readonly (number | null)[]): Set<number> {
	/** Index of the smallest value that ends a run of length i + 1. */
	const ends: number[] = [];
	const before: (number | undefined)[] = [];
	for (const [i, value] of values.entries()) {
		if (value === null) continue;
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((values[ends[middle] ?? 0] ?? 0) <= value) low = middle + 1;
			else high = middle;
		}
		before[i] = ends[low - 1];
		ends[low] = i;
	}
	const rise = new Set<number>();
	for (let i = ends.at(-1); i !== undefined; i = before[i]) rise.add(i);
	return rise;
}

/** What the row says about memory. */
export const gradeOfRow = ({ full, certainty }: LogRow) => gradeOf(full, certainty);

/**
 * Right in what was rated. A question in two parts is rated beside part one and judged by it alone;
 * evidence alone brings no point.
 */
export const isRatedRight = ({ kind, full, points: [n] }: LogRow): boolean =>
	full || (kind === 'two-part' && n > 0);

/** Certain, and wrong. */
export const isSureButWrong = (row: LogRow): boolean => row.certainty === 3 && !isRatedRight(row);
