import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, mean, one, zero } from './fraction.ts';
import { itemStatistics, picksOf, standingOf, type ItemTry } from './item-statistics.ts';

const tried = (
	n: number,
	d: number,
	rest: number | null,
	more: Partial<ItemTry> = {}
): ItemTry => ({
	state: 'answered',
	share: fraction(n, d),
	rest,
	picks: [],
	sureButWrong: false,
	...more
});
const times = (count: number, one: ItemTry) => Array<ItemTry>(count).fill(one);

const anyTry: fc.Arbitrary<ItemTry> = fc
	.record({
		state: fc.constantFrom('not-reached', 'skipped', 'answered'),
		d: fc.integer({ min: 1, max: 12 }),
		part: fc.integer({ min: 0, max: 12 }),
		rest: fc.option(fc.integer({ min: 0, max: 20 }).map((n) => n / 20)),
		picks: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
		sureButWrong: fc.boolean()
	})
	.map(({ d, part, state, ...more }) => ({
		...more,
		state,
		share: state === 'answered' ? fraction(Math.min(part, d), d) : zero
	}));

describe('question health', () => {
	it('is hidden under 10 attempts and provisional under 30', () => {
		expect([0, 9, 10, 29, 30].map(standingOf)).toEqual([
			'hidden',
			'hidden',
			'provisional',
			'provisional',
			'settled'
		]);
		const few = itemStatistics(times(9, tried(1, 1, 0.5)));
		expect(few).toMatchObject({ standing: 'hidden', facility: null, pointBiserial: null });
	});

	it('counts skipped as 0 in the facility and leaves out what was not reached', () => {
		const stats = itemStatistics([
			...times(6, tried(1, 1, 0.5)),
			...times(2, tried(1, 2, 0.5)),
			...times(4, tried(0, 1, 0.5, { state: 'skipped' })),
			...times(7, tried(0, 1, 0.5, { state: 'not-reached' }))
		]);
		expect(stats).toMatchObject({ reached: 12, skipped: 4, notReached: 7 });
		// (6 + 2 · 1/2)/12
		expect(stats.facility).toEqual(fraction(7, 12));
	});

	it('correlates a question with the rest of the total, as worked out by hand', () => {
		// x: 1 1 1 1 1 1 0 0 0 0, y: .9 .8 .8 .7 .6 .5 .6 .4 .3 .2
		const x = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0];
		const y = [0.9, 0.8, 0.8, 0.7, 0.6, 0.5, 0.6, 0.4, 0.3, 0.2];
		const stats = itemStatistics(x.map((n, i) => tried(n, 1, y[i] ?? 0)));
		// Σy = 5.8, Σy² = 3.84, Σxy = 4.3: (4.3 − 6·5.8/10)/√((6 − 3.6)(3.84 − 3.364)) = 0.82/√1.1424
		expect(stats.pointBiserial).toBeCloseTo(0.82 / Math.sqrt(1.1424), 12);
	});

	it('has no correlation where everybody got it, where the rest does not vary, or where there is none', () => {
		const rests = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
		const of = (list: ItemTry[]) => itemStatistics(list).pointBiserial;
		expect(of(rests.map((rest) => tried(1, 1, rest)))).toBeNull();
		expect(of(rests.map((_, i) => tried(i % 2, 1, 0.3)))).toBeNull();
		expect(of(rests.map((_, i) => tried(i % 2, 1, null)))).toBeNull();
	});

	it('counts each choice and what was sure but wrong', () => {
		const stats = itemStatistics([
			...times(5, tried(1, 1, 0.5, { picks: ['a'] })),
			...times(4, tried(0, 1, 0.5, { picks: ['b', 'c'], sureButWrong: true })),
			tried(0, 1, 0.5, { state: 'not-reached', picks: [], sureButWrong: false })
		]);
		expect([...stats.picks]).toEqual([
			['a', 5],
			['b', 4],
			['c', 4]
		]);
		expect(stats.sureButWrong).toBe(4);
	});

	it('has a facility that is the exact mean, whatever the attempts', () => {
		fc.assert(
			fc.property(fc.array(anyTry, { minLength: 10, maxLength: 60 }), (tries) => {
				const reached = tries.filter(({ state }) => state !== 'not-reached');
				fc.pre(reached.length >= 10);
				expect(itemStatistics(tries).facility).toEqual(mean(reached.map(({ share }) => share)));
			})
		);
	});

	it('stays between −1 and 1, and does not depend on the order of the attempts', () => {
		fc.assert(
			fc.property(fc.array(anyTry, { minLength: 10, maxLength: 60 }), (tries) => {
				const r = itemStatistics(tries).pointBiserial;
				const back = itemStatistics([...tries].reverse()).pointBiserial;
				if (r === null || back === null) {
					expect(back).toBe(r);
					return;
				}
				expect(Math.abs(r)).toBeLessThanOrEqual(1);
				expect(back).toBeCloseTo(r, 9);
			})
		);
	});

	it('is 1 for a question that brings what the rest brings, and −1 for its mirror image', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 10, maxLength: 40 }),
				(shares) => {
					fc.pre(new Set(shares).size > 1);
					const same = itemStatistics(shares.map((n) => tried(n, 12, n / 12)));
					const mirrored = itemStatistics(shares.map((n) => tried(n, 12, 1 - n / 12)));
					expect(same.pointBiserial).toBeCloseTo(1, 9);
					expect(mirrored.pointBiserial).toBeCloseTo(-1, 9);
				}
			)
		);
	});
});

describe('what was chosen', () => {
	it('has one id for each choice, of every kind', () => {
		expect(picksOf({ kind: 'verdict', option: 'stated' })).toEqual(['stated']);
		expect(picksOf({ kind: 'multiple', options: ['a', 'c'] })).toEqual(['a', 'c']);
		expect(picksOf({ kind: 'match', columns: { a: 'x', b: 'y' } })).toEqual(['a=x', 'b=y']);
		expect(picksOf({ kind: 'select', sentences: [3, 14] })).toEqual(['s3', 's14']);
		expect(picksOf({ kind: 'two-part', option: 'a', sentences: [2] })).toEqual(['a', 's2']);
		expect(picksOf({ kind: 'two-part', option: null, sentences: [2] })).toEqual(['s2']);
		expect(picksOf({ kind: 'altered', tokens: ['w3'] })).toEqual(['w3']);
		expect(picksOf({ kind: 'order', items: ['a', 'b'] })).toEqual([]);
		expect(picksOf(null)).toEqual([]);
	});

	it('is nothing in a try that full marks were given for', () => {
		expect(itemStatistics(times(10, tried(1, 1, 0.5))).facility).toEqual(one);
	});
});
