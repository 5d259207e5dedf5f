import { describe, expect, it } from 'vitest';
import { choice, verdict } from '../questions/testing.ts';
import { scoreChoice } from './choice.ts';
import { one, zero } from './fraction.ts';

describe('single choice', () => {
	it('is worth 1 for the key and 0 for anything else', () => {
		const question = choice(3, 'b');

		const right = scoreChoice({ kind: 'choice', option: 'b' }, question);
		const wrong = scoreChoice({ kind: 'choice', option: 'a' }, question);

		expect(right).toEqual({ share: one, points: one, max: 1, full: true, answered: true });
		expect(wrong).toEqual({ share: zero, points: zero, max: 1, full: false, answered: true });
	});

	it('refuses an option that it does not have', () => {
		expect(scoreChoice({ kind: 'choice', option: 'd' }, choice(3, 'b'))).toEqual({
			invalid: 'unknown-id'
		});
	});

	it('refuses an answer of another kind, a verdict included', () => {
		expect(scoreChoice({ kind: 'verdict', option: 'a' }, choice(3, 'a'))).toEqual({
			invalid: 'wrong-kind'
		});
		expect(scoreChoice({ kind: 'multiple', options: ['a'] }, choice(3, 'a'))).toEqual({
			invalid: 'wrong-kind'
		});
	});
});

describe('verdict', () => {
	it.each(['stated', 'contradicted', 'not-stated'])(
		'takes only “not stated” for a thing that is not stated (%s)',
		(option) => {
			expect(scoreChoice({ kind: 'verdict', option }, verdict('not-stated'))).toMatchObject({
				full: option === 'not-stated',
				share: option === 'not-stated' ? one : zero
			});
		}
	);

	it('refuses a verdict that there is not', () => {
		expect(scoreChoice({ kind: 'verdict', option: 'true' }, verdict('stated'))).toEqual({
			invalid: 'unknown-id'
		});
	});
});
