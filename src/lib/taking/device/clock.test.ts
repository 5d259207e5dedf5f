import { describe, expect, it } from 'vitest';
import { clockText, timeLeft, warningBetween } from './clock.ts';

const minute = 60_000;

describe('the time that is left', () => {
	const clock = { deadlineAt: 11 * minute, now: minute, paused: false };

	it('counts from the server’s clock by how much time has passed here', () => {
		expect(timeLeft(clock, 0)).toBe(10 * minute);
		expect(timeLeft(clock, 3 * minute)).toBe(7 * minute);
		expect(timeLeft(clock, 30 * minute)).toBe(0);
	});

	it('stands still while the teacher has stopped the clock', () => {
		expect(timeLeft({ ...clock, paused: true }, 3 * minute)).toBe(10 * minute);
	});

	it('never grows by a clock that goes backwards, and is none without a deadline', () => {
		expect(timeLeft(clock, -minute)).toBe(10 * minute);
		expect(timeLeft({ ...clock, deadlineAt: null }, 0)).toBeNull();
	});
});

describe('a warning', () => {
	it('comes once at five minutes and once at one', () => {
		expect(warningBetween(5 * minute + 1, 5 * minute)).toBe(5 * minute);
		expect(warningBetween(5 * minute, 5 * minute - 1)).toBeNull();
		expect(warningBetween(minute + 500, minute - 500)).toBe(minute);
	});

	it('is the last one where both are passed at once, and none at the end', () => {
		expect(warningBetween(10 * minute, 1000)).toBe(minute);
		expect(warningBetween(10 * minute, 0)).toBeNull();
		expect(warningBetween(null, minute)).toBeNull();
	});
});

it.each([
	[0, '0:00'],
	[1, '0:01'],
	[59_000, '0:59'],
	[14 * minute + 58_500, '14:59'],
	[60 * minute, '1:00:00'],
	[62 * minute + 5000, '1:02:05']
])('%i ms read as %s', (left, text) => {
	expect(clockText(left)).toBe(text);
});
