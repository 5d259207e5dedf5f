import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ordering } from './ordering.svelte.ts';

const items = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() }));
const ids = ({ items }: Ordering) => items.map(({ id }) => id).join('');

describe('putting items in order', () => {
	it('gives no item a place before the first move, so that untouched counts as unanswered', () => {
		expect(new Ordering(items, []).places).toEqual({ a: '', b: '', c: '' });
	});

	it('gives every item its place with the first move', () => {
		const ordering = new Ordering(items, []);
		ordering.move('c', 0);
		expect(ids(ordering)).toBe('cab');
		expect(ordering.places).toEqual({ c: '1', a: '2', b: '3' });
	});

	it('shows a refused form as it was sent', () => {
		const whole = new Ordering(items, [
			['r.a', '3'],
			['r.b', '1'],
			['r.c', '2']
		]);
		expect(ids(whole)).toBe('bca');
		const twice = new Ordering(items, [
			['r.a', '1'],
			['r.b', '1']
		]);
		expect(ids(twice)).toBe('abc');
		expect(twice.places).toEqual({ a: '1', b: '1', c: '' });
	});

	it('keeps every item exactly once, wherever it is moved', () => {
		const move = fc.tuple(fc.constantFrom('a', 'b', 'c', 'x'), fc.integer({ min: -2, max: 4 }));
		fc.assert(
			fc.property(fc.array(move), (moves) => {
				const ordering = new Ordering(items, []);
				for (const [id, to] of moves) ordering.move(id, to);
				expect(ids(ordering).split('').sort().join('')).toBe('abc');
			})
		);
	});
});
