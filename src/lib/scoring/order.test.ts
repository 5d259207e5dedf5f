import { describe, expect, it } from 'vitest';
import { order } from '../questions/testing.ts';
import { fraction, one, zero } from './fraction.ts';
import { scoreOrder } from './order.ts';

const put = (...items: string[]) => ({ kind: 'order' as const, items });

describe('order', () => {
	const question = order(['c', 'a', 'd', 'b']);

	it.each([
		// six pairs: (C − D)/6
		['in the right order', 'cadb', one],
		['two neighbours swapped: 5 − 1', 'acdb', fraction(2, 3)],
		['the first put last: 3 − 3', 'adbc', zero],
		['one thing moved by two: 4 − 2', 'adcb', fraction(1, 3)],
		['the wrong way round: 0 − 6', 'bdac', zero]
	])('%s', (_, items, share) => {
		expect(scoreOrder(put(...items.split('')), question)).toMatchObject({ share });
	});

	it('is right only with every pair in order', () => {
		expect(scoreOrder(put('c', 'a', 'd', 'b'), question)).toMatchObject({ full: true });
		expect(scoreOrder(put('c', 'a', 'b', 'd'), question)).toMatchObject({ full: false });
	});

	it('refuses a list that is not exactly its items', () => {
		expect(scoreOrder(put('c', 'a', 'd'), question)).toEqual({ invalid: 'incomplete' });
		expect(scoreOrder(put('c', 'a', 'd', 'd'), question)).toEqual({ invalid: 'duplicate' });
		expect(scoreOrder(put('c', 'a', 'd', 'e'), question)).toEqual({ invalid: 'unknown-id' });
		expect(scoreOrder({ kind: 'choice', option: 'c' }, question)).toEqual({
			invalid: 'wrong-kind'
		});
	});

	it('counts an empty list as unanswered', () => {
		expect(scoreOrder(put(), question)).toMatchObject({ share: zero, answered: false });
	});
});
