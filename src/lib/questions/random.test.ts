import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash, random, shortId, shuffle } from './random.ts';

describe('seeded randomness', () => {
	it('gives the same order for the same seed', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
				expect(shuffle(items, seed)).toEqual(shuffle(items, seed));
			})
		);
	});

	it('shuffles without losing, doubling or moving anything in the list it is given', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
				const before = [...items];
				const numerically = (one: number, other: number) => one - other;
				expect(shuffle(items, seed).sort(numerically)).toEqual([...items].sort(numerically));
				expect(items).toEqual(before);
			})
		);
	});

	it('puts each of four items first about equally often over many seeds', () => {
		const first = new Map<string, number>();
		const rounds = 4000;
		for (let i = 0; i < rounds; i++) {
			const [item = ''] = shuffle(['a', 'b', 'c', 'd'], `seed ${String(i)}`);
			first.set(item, (first.get(item) ?? 0) + 1);
		}
		for (const count of first.values()) {
			expect(count).toBeGreaterThan(rounds * 0.22);
			expect(count).toBeLessThan(rounds * 0.28);
		}
	});

	it('draws numbers from 0 up to, but never, 1', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const next = random(seed);
				for (let i = 0; i < 20; i++) {
					const value = next();
					expect(value).toBeGreaterThanOrEqual(0);
					expect(value).toBeLessThan(1);
				}
			})
		);
	});

	it('makes ids of the length asked for, letters and digits only', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(shortId(text)).toMatch(/^[0-9a-z]{6}$/u);
				expect(Number.isSafeInteger(hash(text))).toBe(true);
			})
		);
	});
});
