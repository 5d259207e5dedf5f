import { describe, expect, it } from 'vitest';
import type { Certainty } from '../questions/response.ts';
import { kinds } from '../questions/schema.ts';
import { choice, select, twoPart, verdict } from '../questions/testing.ts';
import { certaintyReport, ratedRight } from './certainty.ts';
import { fraction } from './fraction.ts';
import { asksCertainty } from './rated.ts';
import { marked } from './testing.ts';

/** `right` right and `wrong` wrong answers, all rated alike. */
const rated = (certainty: Certainty, right: number, wrong: number) => [
	...Array.from({ length: right }, () =>
		marked(choice(3, 'a'), { kind: 'choice', option: 'a' }, { certainty })
	),
	...Array.from({ length: wrong }, () =>
		marked(choice(3, 'a'), { kind: 'choice', option: 'b' }, { certainty })
	)
];

describe('certainty points', () => {
	it.each([
		[1, 1, 0],
		[2, 2, -2],
		[3, 3, -6]
	] as const)('at level %i are %i when right and %i when wrong', (level, right, wrong) => {
		expect(certaintyReport(rated(level, 1, 0)).mean).toEqual(fraction(right));
		expect(certaintyReport(rated(level, 0, 1)).mean).toEqual(fraction(wrong));
	});

	it('are averaged over the rated answers', () => {
		// 3 − 6 + 2 + 1 = 0 over 4
		const report = certaintyReport([
			...rated(3, 1, 1),
			...rated(2, 1, 0),
			...rated(1, 1, 0),
			...rated(1, 0, 0)
		]);
		expect(report).toMatchObject({
			rated: 4,
			right: 3,
			accuracy: fraction(3, 4),
			mean: fraction(0)
		});
	});
});

describe('what counts as rated', () => {
	it('leaves out skipped and unrated answers', () => {
		const report = certaintyReport([
			marked(choice(3, 'a'), null, { certainty: 3 }),
			marked(choice(3, 'a'), { kind: 'choice', option: 'a' }, { certainty: null })
		]);
		expect(report).toMatchObject({ rated: 0, accuracy: null, mean: null, bonus: null });
	});

	it('is asked on single choice, verdict and two-part only', () => {
		expect(kinds.filter(asksCertainty)).toEqual(['choice', 'verdict', 'two-part']);
		expect(
			ratedRight(marked(verdict('stated'), { kind: 'verdict', option: 'stated' }, { certainty: 2 }))
		).toBe(true);
		expect(
			ratedRight(marked(select([[3]]), { kind: 'select', sentences: [3] }, { certainty: 2 }))
		).toBeUndefined();
	});

	it('judges a two-part question by part one, beside which it is asked', () => {
		const question = twoPart(3, 'a', [[22]]);
		const right = (option: string | null, sentences: number[]) =>
			ratedRight(marked(question, { kind: 'two-part', option, sentences }, { certainty: 3 }));

		expect(right('a', [22])).toBe(true);
		expect(right('a', [3])).toBe(true);
		expect(right('b', [22])).toBe(false);
		expect(right(null, [22])).toBeUndefined();
	});
});

describe('the bonus', () => {
	it('is shown from ten rated answers', () => {
		expect(certaintyReport(rated(1, 5, 4)).bonus).toBeNull();
		expect(certaintyReport(rated(1, 5, 5)).bonus).not.toBeNull();
	});

	it.each([
		// a = 0.5: a is the highest of 0.5, 0, −1.5
		['always guessing at half right', 1, 5, 5, fraction(0)],
		// a = 0.7: 4a − 2 = 0.8 is the highest of 0.7, 0.8, 0.3
		['always fairly sure at 7 of 10', 2, 7, 3, fraction(0)],
		// a = 0.9: 9a − 6 = 2.1 is the highest of 0.9, 1.6, 2.1
		['always certain at 9 of 10', 3, 9, 1, fraction(0)],
		// a = 0.5: mean −1.5 − 0.5
		['always certain at half right', 3, 5, 5, fraction(-2)],
		// a = 1: mean 1 − 3
		['always guessing with all right', 1, 10, 0, fraction(-2)]
	] as const)('is nothing, or a loss, for one level alone: %s', (_, level, right, wrong, bonus) => {
		expect(certaintyReport(rated(level, right, wrong)).bonus).toEqual(bonus);
	});

	it('rewards being certain where it is right and guessing where it is wrong', () => {
		// a = 0.5: mean 15/10, less 0.5
		const report = certaintyReport([...rated(3, 5, 0), ...rated(1, 0, 5)]);
		expect(report.bonus).toEqual(fraction(1));
	});
});

describe('calibration', () => {
	it('shows counts below five answers at a level, then a share', () => {
		const report = certaintyReport([...rated(1, 1, 3), ...rated(3, 4, 1)]);
		expect(report.levels).toEqual([
			{ certainty: 1, right: 1, of: 4, share: null },
			{ certainty: 2, right: 0, of: 0, share: null },
			{ certainty: 3, right: 4, of: 5, share: fraction(4, 5) }
		]);
	});
});
