import { describe, expect, it } from 'vitest';
import { select } from '../questions/testing.ts';
import { fraction, one, zero } from './fraction.ts';
import { scoreSelect } from './select.ts';

const tap = (...sentences: number[]) => ({ kind: 'select' as const, sentences });

describe('select the sentence', () => {
	const pair = select([
		[21, 22],
		[22, 24]
	]);

	it('takes any accepted set in full', () => {
		expect(scoreSelect(tap(22, 21), pair)).toMatchObject({ share: one, full: true });
		expect(scoreSelect(tap(24, 22), pair)).toMatchObject({ share: one, full: true });
	});

	it('gives the best overlap with one set, never with two sets together', () => {
		expect(scoreSelect(tap(21, 24), pair)).toMatchObject({ share: fraction(1, 2), full: false });
		expect(scoreSelect(tap(21, 3), pair)).toMatchObject({ share: fraction(1, 2) });
		expect(scoreSelect(tap(3, 4), pair)).toMatchObject({ share: zero, answered: true });
	});

	it('marks fewer taps than asked for as they are', () => {
		expect(scoreSelect(tap(22), pair)).toMatchObject({ share: fraction(1, 2), full: false });
	});

	it('refuses more taps than the stem names, so that tapping everything never pays', () => {
		expect(scoreSelect(tap(21, 22, 24), pair)).toEqual({ invalid: 'too-many' });
		expect(scoreSelect(tap(22, 23), select([[22]]))).toEqual({ invalid: 'too-many' });
	});

	it('refuses sentences that the article does not have, and one tapped twice', () => {
		expect(scoreSelect(tap(26), pair)).toEqual({ invalid: 'unknown-id' });
		expect(scoreSelect(tap(21.5), pair)).toEqual({ invalid: 'unknown-id' });
		expect(scoreSelect(tap(22, 22), pair)).toEqual({ invalid: 'duplicate' });
		expect(scoreSelect({ kind: 'two-part', option: null, sentences: [22] }, pair)).toEqual({
			invalid: 'wrong-kind'
		});
	});

	it('counts no tap as unanswered', () => {
		expect(scoreSelect(tap(), pair)).toMatchObject({ share: zero, answered: false });
	});
});
