import { describe, expect, it } from 'vitest';
import { altered } from '../questions/testing.ts';
import { scoreAltered } from './altered.ts';
import { fraction, one, zero } from './fraction.ts';

const tap = (...tokens: string[]) => ({ kind: 'altered' as const, tokens });

describe('altered words', () => {
	// w2, w5 and w6 of six words are altered
	const question = altered([false, true, false, false, true, true]);

	it.each([
		['all three', ['w2', 'w5', 'w6'], one],
		['two: 2/3', ['w5', 'w2'], fraction(2, 3)],
		['all three and a wrong one: (3 − 1)/3', ['w2', 'w5', 'w6', 'w1'], fraction(2, 3)],
		['two right, one wrong: (2 − 1)/3', ['w2', 'w5', 'w1'], fraction(1, 3)],
		['one right, one wrong', ['w2', 'w1'], zero],
		['more wrong than right', ['w2', 'w1', 'w3'], zero],
		['every word: (3 − 3)/3', ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'], zero]
	])('%s', (_, tokens, share) => {
		expect(scoreAltered(tap(...tokens), question)).toMatchObject({ share, answered: true });
	});

	it('refuses a word that is not there, and one tapped twice', () => {
		expect(scoreAltered(tap('w7'), question)).toEqual({ invalid: 'unknown-id' });
		expect(scoreAltered(tap('w2', 'w2'), question)).toEqual({ invalid: 'duplicate' });
		expect(scoreAltered({ kind: 'multiple', options: ['w2'] }, question)).toEqual({
			invalid: 'wrong-kind'
		});
	});

	it('counts no tap as unanswered', () => {
		expect(scoreAltered(tap(), question)).toMatchObject({ share: zero, answered: false });
	});
});
