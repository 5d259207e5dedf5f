import { describe, expect, it } from 'vitest';
import { grid } from '../questions/testing.ts';
import { fraction, one, zero } from './fraction.ts';
import { scoreGrid } from './grid.ts';

describe('match', () => {
	const question = grid('match', 4, ['a', 'c', 'b', 'a']);
	const place = (columns: Record<string, string>) => ({ kind: 'match' as const, columns });

	it('is worth the share of rows that are right', () => {
		expect(scoreGrid(place({ a: 'a', b: 'c', c: 'b', d: 'a' }), question)).toMatchObject({
			share: one,
			full: true
		});
		expect(scoreGrid(place({ a: 'a', b: 'c', c: 'd', d: 'a' }), question)).toMatchObject({
			share: fraction(3, 4),
			full: false
		});
		expect(scoreGrid(place({ a: 'b', b: 'a', c: 'a', d: 'b' }), question)).toMatchObject({
			share: zero,
			answered: true
		});
	});

	it('counts a row left open as not right', () => {
		expect(scoreGrid(place({ d: 'a' }), question)).toMatchObject({
			share: fraction(1, 4),
			answered: true
		});
	});

	it('counts a grid with every row open as unanswered', () => {
		expect(scoreGrid(place({}), question)).toMatchObject({ share: zero, answered: false });
	});

	it('refuses unknown rows, unknown columns and the other kind of grid', () => {
		expect(scoreGrid(place({ e: 'a' }), question)).toEqual({ invalid: 'unknown-id' });
		expect(scoreGrid(place({ a: 'e' }), question)).toEqual({ invalid: 'unknown-id' });
		expect(scoreGrid(place({ a: '' }), question)).toEqual({ invalid: 'unknown-id' });
		expect(scoreGrid({ kind: 'categorise', columns: { a: 'a' } }, question)).toEqual({
			invalid: 'wrong-kind'
		});
	});
});

describe('categorise', () => {
	it('lets several rows, or none, stand in one column', () => {
		const question = grid('categorise', 2, ['b', 'b', 'b']);
		const columns = { a: 'b', b: 'b', c: 'a' };

		expect(scoreGrid({ kind: 'categorise', columns }, question)).toMatchObject({
			share: fraction(2, 3)
		});
	});
});
