import { describe, expect, it } from 'vitest';
import { newSignInLimit, type SignInLimit } from './rate-limit.ts';

const NOW = Date.UTC(2026, 10, 23, 8);
const SECOND = 1000;

const fail = (limit: SignInLimit, account: string, address: string, now: number) => {
	const begun = limit.begin({ account, address }, now);
	return 'seconds' in begun ? begun.seconds : 0;
};

/** The waits that a guesser meets who always comes back as soon as possible. */
function waits(limit: SignInLimit, account: string, tries: number): number[] {
	let now = NOW;
	return Array.from({ length: tries }, () => {
		const seconds = fail(limit, account, '10.0.0.1', now);
		if (seconds === 0) return 0;
		now += seconds * SECOND;
		fail(limit, account, '10.0.0.1', now);
		return seconds;
	});
}

describe('an account', () => {
	it('bears five failures, then asks for growing waits of at most five minutes', () => {
		expect(waits(newSignInLimit(), 'a@example.org', 13)).toEqual([
			0, 0, 0, 0, 0, 10, 20, 40, 80, 160, 300, 300, 300
		]);
	});

	it('is forgiven by a sign-in that succeeds', () => {
		const limit = newSignInLimit();
		for (let i = 0; i < 4; i++) fail(limit, 'a', 'x', NOW);
		const right = limit.begin({ account: 'a', address: 'x' }, NOW);
		if ('succeed' in right) right.succeed();
		for (let i = 0; i < 5; i++) expect(fail(limit, 'a', 'x', NOW)).toBe(0);
		expect(fail(limit, 'a', 'x', NOW)).toBe(10);
	});

	it('is forgiven by an hour of calm', () => {
		const limit = newSignInLimit();
		for (let i = 0; i < 6; i++) fail(limit, 'a', 'x', NOW);
		expect(fail(limit, 'a', 'x', NOW + 3600 * SECOND)).toBe(0);
	});

	it('does not let more through when tries are sent at once', () => {
		const limit = newSignInLimit();
		const begun = Array.from({ length: 50 }, () =>
			limit.begin({ account: 'a', address: 'x' }, NOW)
		);
		expect(begun.filter((one) => 'succeed' in one)).toHaveLength(5);
	});
});

describe('an address', () => {
	it('holds up nobody of a school where everyone signs in rightly', () => {
		const limit = newSignInLimit();
		for (let i = 0; i < 1000; i++) {
			const begun = limit.begin({ account: `teacher ${i}`, address: 'school' }, NOW);
			expect(begun).toHaveProperty('succeed');
			if ('succeed' in begun) begun.succeed();
		}
	});

	it('asks for ten seconds at most, however many accounts were guessed at from it', () => {
		const limit = newSignInLimit();
		for (let i = 0; i < 100; i++) expect(fail(limit, `guess ${i}`, 'school', NOW)).toBe(0);
		let now = NOW;
		let longest = 0;
		for (let i = 0; i < 50; i++) {
			const seconds = fail(limit, `more ${i}`, 'school', now);
			longest = Math.max(longest, seconds);
			now += seconds * SECOND;
		}
		expect(longest).toBe(10);
	});

	it('does not matter to another', () => {
		const limit = newSignInLimit();
		for (let i = 0; i < 200; i++) fail(limit, `guess ${i}`, 'here', NOW);
		expect(fail(limit, 'b', 'there', NOW)).toBe(0);
	});
});

it('remembers a bounded number of accounts, the latest', () => {
	const limit = newSignInLimit();
	for (let i = 0; i < 5; i++) fail(limit, 'early', `early ${i}`, NOW);
	for (let i = 0; i < 10_000; i++) fail(limit, `account ${i}`, `address ${i}`, NOW);
	expect(fail(limit, 'early', 'x', NOW)).toBe(0);
});
