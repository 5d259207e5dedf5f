import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	anyQuestion,
	anyResponse,
	choice,
	leave,
	multiple,
	twoPart
} from '../questions/testing.ts';
import { compare, fraction, toTenths, zero } from './fraction.ts';
import { totals } from './result.ts';
import { marked } from './testing.ts';

describe('the mark of a quiz', () => {
	it('adds points exactly and rounds once, on display', () => {
		// each 1/2 − 1/3 = 1/6; six of them are 1, not 6 × 0.2
		const partly = marked(multiple(5, ['a', 'b']), { kind: 'multiple', options: ['a', 'c'] });
		const mark = totals(Array.from({ length: 6 }, () => partly));

		expect(mark).toMatchObject({ points: fraction(1), max: 6, share: fraction(1, 6), partly: 6 });
		expect(toTenths(mark.points)).toBe('1');
	});

	it('counts a two-part question with 2', () => {
		const question = twoPart(3, 'a', [[22]]);
		const mark = totals([
			marked(question, { kind: 'two-part', option: 'a', sentences: [3] }),
			marked(choice(3, 'a'), { kind: 'choice', option: 'a' })
		]);
		expect(mark).toMatchObject({ points: fraction(2), max: 3, right: 1, partly: 1 });
	});

	it('keeps skipped and not reached questions in the maximum, and counts each apart', () => {
		const mark = totals([
			marked(choice(3, 'a'), { kind: 'choice', option: 'a' }),
			marked(choice(3, 'a'), { kind: 'choice', option: 'b' }),
			marked(choice(3, 'a'), null),
			marked(choice(3, 'a'), null, { reached: false }),
			marked(choice(3, 'a'), null, { reached: false })
		]);
		expect(mark).toEqual({
			points: fraction(1),
			max: 5,
			share: fraction(1, 5),
			right: 1,
			partly: 0,
			wrong: 1,
			skipped: 1,
			notReached: 2
		});
	});

	it('leaves the unmarked task out of every number', () => {
		const mark = totals([
			marked(leave(3), { kind: 'leave', checks: ['a'] }),
			marked(leave(3), null),
			marked(choice(3, 'a'), { kind: 'choice', option: 'a' })
		]);
		expect(mark).toMatchObject({ max: 1, share: fraction(1), right: 1, wrong: 0, skipped: 0 });
	});

	it('is no mark where the maximum is 0, which is not a zero', () => {
		expect(totals([])).toMatchObject({ share: null, max: 0 });
		expect(totals([marked(leave(3), { kind: 'leave', checks: ['a'] })]).share).toBeNull();
		expect(totals([marked(choice(3, 'a'), null)]).share).toEqual(zero);
	});

	it('never leaves 0 to the maximum, and every marked question is in one count', () => {
		const one = anyQuestion.chain((question) =>
			fc
				.tuple(fc.option(anyResponse(question)), fc.boolean())
				.map(([response, reached]) =>
					marked(question, response, { reached: reached || response !== null })
				)
		);
		fc.assert(
			fc.property(fc.array(one, { maxLength: 40 }), (answers) => {
				const { points, max, right, partly, wrong, skipped, notReached } = totals(answers);
				expect(compare(points, zero)).toBeGreaterThanOrEqual(0);
				expect(compare(points, fraction(max))).toBeLessThanOrEqual(0);
				expect(right + partly + wrong + skipped + notReached).toBe(
					answers.filter(({ score }) => score.max > 0).length
				);
			})
		);
	});
});
