/** A quarter of a year in days: when there were answers, and how many. No streak is counted. */
import type { LogRow } from '../review/log.ts';

export interface Week {
	/** Its Monday, '2026-11-23'. */
	monday: string;
	/** Answers of each day from Monday; null for days to come. */
	days: (number | null)[];
}

const WEEKS = 13;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The last thirteen weeks, the one of today last.
 *
 * @param today '2026-11-25'; a row of a later day was answered by a clock that was ahead, and counts today
 */
export function calendarOf(rows: readonly Pick<LogRow, 'day'>[], today: string): Week[] {
	const counts = new Map<string, number>();
	for (const row of rows) {
		const day = row.day < today ? row.day : today;
		counts.set(day, (counts.get(day) ?? 0) + 1);
	}
	// Days are counted in UTC, where each has 24 hours.
	const end = Date.parse(today);
	const monday = end - ((new Date(end).getUTCDay() + 6) % 7) * DAY;
	return Array.from({ length: WEEKS }, (_, week) => {
		const start = monday - (WEEKS - 1 - week) * 7 * DAY;
		return {
			monday: dayOf(start),
			days: Array.from({ length: 7 }, (_, i) => {
				const day = dayOf(start + i * DAY);
				return day > today ? null : (counts.get(day) ?? 0);
			})
		};
	});
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
