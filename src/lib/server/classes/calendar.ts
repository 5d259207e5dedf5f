// The day on which a class ends. A day of the calendar, kept as its last moment in UTC: whoever reads
// it back in UTC gets the same day wherever the server stands.

const DAY = 24 * 60 * 60 * 1000;
/** 31 July. */
const LAST_OF_YEAR = { month: 6, day: 31 };

const endOf = (year: number, month: number, day: number): number =>
	Date.UTC(year, month, day) + DAY - 1;

/** The next end of a school year. A class that is made in its last month is meant for the year after. */
export function nextEnd(now: number): number {
	const at = new Date(now);
	const year = at.getUTCFullYear() + (at.getUTCMonth() < LAST_OF_YEAR.month ? 0 : 1);
	return endOf(year, LAST_OF_YEAR.month, LAST_OF_YEAR.day);
}

/** '2027-07-31' as a date field sends it; undefined for anything else. */
export function parseDay(typed: string): number | undefined {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(typed) ?? [];
	if (year === undefined || month === undefined || day === undefined) return undefined;
	const at = endOf(Number(year), Number(month) - 1, Number(day));
	return showDay(at) === typed ? at : undefined;
}

/** '2027-07-31' */
export const showDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
