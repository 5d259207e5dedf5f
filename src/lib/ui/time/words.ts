/** The words of dates. */

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number) => String(n).padStart(2, '0');

/**
 * 'Wed 25 Nov 2026, 08:30 UTC': spelled by hand, since a server and a browser may spell dates
 * differently and this one has to be the same in both.
 */
export function inUtc(at: number): string {
	const date = new Date(at);
	const on = `${days[date.getUTCDay()] ?? ''} ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
	return `${on}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;
}

/** 'Wed 25 Nov 2026, 09:30': by the reader's clock. */
export const here = (at: number): string =>
	new Intl.DateTimeFormat('en-GB', {
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit'
	})
		.format(at)
		.replace(/^(\w+),/u, '$1');

export const time = {
	/** Beside a field whose zone is not the reader's own. */
	zone: (zone: string) => `Time zone: ${zone.replaceAll('_', ' ')}`
};
