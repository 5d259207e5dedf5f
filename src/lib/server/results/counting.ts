// Which attempt's mark counts for a learner at an assignment, and what a cell of the gradebook says
// where no mark counts. Pure.

import { divide, fraction, sum, toTenths, type Fraction } from '../../scoring/fraction.ts';
import type { Policy } from '../../taking/policy.ts';
import type { MarkRow } from '../store/grade.ts';

/** Not taken, excused and a mark of 0 are three different things, and so is an attempt that goes on. */
export type Cell =
	| {
			state: 'mark';
			attemptId: string;
			/** Exact points. */
			n: number;
			d: number;
			/** As they are shown: '7.5'. */
			points: string;
			max: number;
			/** How many attempts were submitted. */
			attempts: number;
			/** Taken by two at one device. */
			pair: boolean;
	  }
	/** Submitted, and nothing in it is marked: all of it was dropped, or it only asks to look elsewhere. */
	| { state: 'no-mark'; attemptId: string }
	| { state: 'open' }
	| { state: 'excused' }
	| { state: 'not-taken' };

type Marked = MarkRow & { points_n: number; points_d: number; max_points: number };

/**
 * @param rows attempts of one learner at one assignment, alone or in a pair, as they were started
 */
export function cellOf(rows: readonly MarkRow[], counts: Policy['counts'], excused: boolean): Cell {
	if (excused) return { state: 'excused' };
	const marked = rows.filter(isMarked);
	const counted = countingMark(marked, counts);
	if (!counted) return { state: rows.length > 0 ? 'open' : 'not-taken' };
	if (counted.max_points === 0) return { state: 'no-mark', attemptId: counted.attempt_id };
	return {
		state: 'mark',
		attemptId: counted.attempt_id,
		n: counted.points_n,
		d: counted.points_d,
		points: toTenths({ n: counted.points_n, d: counted.points_d }),
		max: counted.max_points,
		attempts: marked.length,
		pair: counted.partner_id !== null
	};
}

const isMarked = (row: MarkRow): row is Marked =>
	row.state === 'submitted' && row.points_n !== null;

/** The best is that with the highest share of its maximum; of equally good ones the first. */
export function countingMark<T extends { points_n: number; points_d: number; max_points: number }>(
	marked: readonly T[],
	counts: Policy['counts']
): T | undefined {
	if (counts === 'first' || marked.length === 1) return marked[0];
	if (counts === 'latest') return marked.at(-1);
	return marked.reduce<T | undefined>(
		(best, row) => (best && !isBetter(row, best) ? best : row),
		undefined
	);
}

/** An attempt without any mark is worse than one with 0. */
function isBetter(
	a: { points_n: number; points_d: number; max_points: number },
	b: { points_n: number; points_d: number; max_points: number }
): boolean {
	if (a.max_points === 0 || b.max_points === 0) return b.max_points === 0 && a.max_points > 0;
	return a.points_n * b.points_d * b.max_points > b.points_n * a.points_d * a.max_points;
}

/** The exact mean share of some marks. Added up by denominator, of which hundreds of marks have few. */
export function meanShare(
	marks: readonly { n: number; d: number; max: number }[]
): Fraction | undefined {
	if (marks.length === 0) return undefined;
	const byWhole = new Map<number, number>();
	for (const { n, d, max } of marks) byWhole.set(d * max, (byWhole.get(d * max) ?? 0) + n);
	const all = sum([...byWhole].map(([whole, n]) => fraction(n, whole)));
	return divide(all, fraction(marks.length));
}
