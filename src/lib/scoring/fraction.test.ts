import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	add,
	compare,
	divide,
	fraction,
	greatest,
	mean,
	multiply,
	one,
	subtract,
	sum,
	toPercent,
	toTenths,
	zero
} from './fraction.ts';

const anyFraction = fc
	.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 60 }))
	.map(([n, d]) => fraction(n, d));

describe('fraction', () => {
	it('is kept in lowest terms with the sign above the line', () => {
		expect(fraction(6, 4)).toEqual({ n: 3, d: 2 });
		expect(fraction(3, -6)).toEqual({ n: -1, d: 2 });
		expect(fraction(0, -5)).toEqual({ n: 0, d: 1 });
	});

	it('refuses what it cannot hold exactly', () => {
		expect(() => fraction(1, 0)).toThrow(RangeError);
		expect(() => fraction(0.5)).toThrow(RangeError);
		expect(() => fraction(2 ** 53)).toThrow(RangeError);
		expect(() => divide(one, zero)).toThrow(RangeError);
	});

	it('adds, takes away, multiplies and divides exactly', () => {
		expect(add(fraction(1, 2), fraction(1, 3))).toEqual({ n: 5, d: 6 });
		expect(subtract(fraction(1, 2), fraction(1, 3))).toEqual({ n: 1, d: 6 });
		expect(multiply(fraction(2, 3), fraction(3, 4))).toEqual({ n: 1, d: 2 });
		expect(divide(fraction(1, 2), fraction(-3, 4))).toEqual({ n: -2, d: 3 });
	});

	it('follows the laws of arithmetic', () => {
		fc.assert(
			fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
				expect(add(a, b)).toEqual(add(b, a));
				expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
				expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
				expect(add(subtract(a, b), b)).toEqual(a);
				if (b.n !== 0) expect(multiply(divide(a, b), b)).toEqual(a);
			})
		);
	});

	it('orders fractions as their values are ordered', () => {
		fc.assert(
			fc.property(anyFraction, anyFraction, (a, b) => {
				expect(Math.sign(compare(a, b))).toBe(Math.sign(a.n * b.d - b.n * a.d));
			})
		);
		expect(greatest(fraction(1, 3), fraction(1, 2), fraction(-4))).toEqual(fraction(1, 2));
	});

	it('sums hundreds of marks without losing any of them', () => {
		const thirds = Array.from({ length: 300 }, () => fraction(1, 3));
		const parts = Array.from({ length: 600 }, (_, i) => fraction(1, (i % 12) + 1));

		expect(sum(thirds)).toEqual(fraction(100));
		// 50 × (1 + 1/2 + … + 1/12), the twelfth harmonic number being 86021/27720
		expect(sum(parts)).toEqual(fraction(50 * 86021, 27720));
	});

	it('has no mean of nothing', () => {
		expect(mean([])).toBeUndefined();
		expect(mean([one, zero, zero])).toEqual(fraction(1, 3));
	});
});

describe('display', () => {
	it.each([
		[20, 3, '6.7'],
		[7, 1, '7'],
		[1, 6, '0.2'],
		[1, 20, '0.1'],
		[3, 20, '0.2'],
		[199, 20, '10'],
		[0, 1, '0'],
		[-1, 4, '−0.2'],
		[-7, 2, '−3.5'],
		[-1, 30, '0']
	])('rounds %i/%i half up, once, to %s', (n, d, shown) => {
		expect(toTenths(fraction(n, d))).toBe(shown);
	});

	it('shows shares as whole percents', () => {
		expect(toPercent(fraction(2, 3))).toBe(67);
		expect(toPercent(fraction(1, 8))).toBe(13);
		expect(toPercent(one)).toBe(100);
	});

	it('is never further than half a tenth from the value', () => {
		fc.assert(
			fc.property(anyFraction, (value) => {
				const shown = Number(toTenths(value).replace('−', '-'));
				expect(Math.abs(shown - value.n / value.d)).toBeLessThanOrEqual(0.05 + 1e-9);
			})
		);
	});
});
