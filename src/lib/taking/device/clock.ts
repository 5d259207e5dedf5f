/**
 * How much time an attempt has left, by the server's clock: what the device's clock shows plays no part,
 * only how much time has passed on the device since the server spoke.
 */
import type { AttemptState } from '../attempt.ts';

/** Milliseconds left, never below 0; null: untimed. A stopped clock stands where it was stopped. */
export function timeLeft(
	{ deadlineAt, now, paused }: Pick<AttemptState, 'deadlineAt' | 'now' | 'paused'>,
	passed: number
): number | null {
	if (deadlineAt === null) return null;
	return Math.max(0, deadlineAt - now - (paused ? 0 : Math.max(0, passed)));
}

/** At these the learner is warned, once each. */
export const warnings = [5 * 60_000, 60_000] as const;

/** The warning that is reached between two looks at the clock, or null. The last one wins. */
export function warningBetween(before: number | null, left: number | null): number | null {
	if (before === null || left === null || left === 0) return null;
	return warnings.filter((at) => before > at && left <= at).at(-1) ?? null;
}

/** '1:02:05', '14:59', '0:07': rounded up, so that 0:00 means that it is over. */
export function clockText(left: number): string {
	const seconds = Math.ceil(left / 1000);
	const two = (n: number): string => String(n).padStart(2, '0');
	const minutes = Math.floor(seconds / 60);
	const rest = `${two(minutes % 60)}:${two(seconds % 60)}`;
	return minutes >= 60
		? `${String(Math.floor(minutes / 60))}:${rest}`
		: `${String(minutes)}:${two(seconds % 60)}`;
}
