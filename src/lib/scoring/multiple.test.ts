import { describe, expect, it } from 'vitest';
import { multiple } from '../questions/testing.ts';
import { fraction, zero } from './fraction.ts';
import { scoreMultiple } from './multiple.ts';

const tick = (...options: string[]) => ({ kind: 'multiple' as const, options });

describe('multiple response with 2 keys of 5 options', () => {
	const question = multiple(5, ['b', 'd']);

	it.each([
		// right/2 − wrong/3
		['both keys', ['b', 'd'], fraction(1)],
		['one key', ['b'], fraction(1, 2)],
		['one right, one wrong: 1/2 − 1/3', ['b', 'a'], fraction(1, 6)],
		['both keys, one wrong: 1 − 1/3', ['b', 'd', 'e'], fraction(2, 3)],
		['one right, two wrong: 1/2 − 2/3 is below 0', ['b', 'a', 'c'], zero],
		['only wrong ones', ['a', 'c'], zero],
		['everything', ['a', 'b', 'c', 'd', 'e'], zero]
	])('%s', (_, options, share) => {
		expect(scoreMultiple(tick(...options), question)).toMatchObject({ share, answered: true });
	});

	it('is right only at full marks', () => {
		expect(scoreMultiple(tick('d', 'b'), question)).toMatchObject({ full: true });
		expect(scoreMultiple(tick('b', 'd', 'e'), question)).toMatchObject({ full: false });
	});

	it('counts nothing ticked as unanswered', () => {
		expect(scoreMultiple(tick(), question)).toMatchObject({ share: zero, answered: false });
	});

	it('refuses an unknown option and an option ticked twice', () => {
		expect(scoreMultiple(tick('b', 'f'), question)).toEqual({ invalid: 'unknown-id' });
		expect(scoreMultiple(tick('b', 'b'), question)).toEqual({ invalid: 'duplicate' });
		expect(scoreMultiple({ kind: 'leave', checks: ['b'] }, question)).toEqual({
			invalid: 'wrong-kind'
		});
	});
});
