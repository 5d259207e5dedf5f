import { describe, expect, it } from 'vitest';
import { twoPart } from '../questions/testing.ts';
import { fraction, zero } from './fraction.ts';
import { scoreTwoPart } from './two-part.ts';

const answer = (option: string | null, ...sentences: number[]) => ({
	kind: 'two-part' as const,
	option,
	sentences
});

describe('two-part', () => {
	// Stent's words about peace: sentence 22
	const question = twoPart(3, 'b', [[22]]);

	it('is worth 2 for answer and evidence', () => {
		expect(scoreTwoPart(answer('b', 22), question)).toEqual({
			share: fraction(1),
			points: fraction(2),
			max: 2,
			full: true,
			answered: true,
			parts: { answer: true, evidence: true }
		});
	});

	it.each([
		['a wrong sentence', answer('b', 21)],
		['no sentence', answer('b')]
	])('is worth 1 for the answer with %s', (_, response) => {
		expect(scoreTwoPart(response, question)).toMatchObject({
			points: fraction(1),
			full: false,
			parts: { answer: true, evidence: false }
		});
	});

	it.each([
		['a wrong answer', answer('a', 22)],
		['no answer', answer(null, 22)]
	])('is worth 0 for the evidence with %s', (_, response) => {
		expect(scoreTwoPart(response, question)).toMatchObject({
			points: zero,
			answered: true,
			parts: { answer: false, evidence: true }
		});
	});

	it('takes evidence only as a whole accepted set', () => {
		// who says them: sentences 21 and 22
		const both = twoPart(3, 'b', [
			[21, 22],
			[22, 23]
		]);

		expect(scoreTwoPart(answer('b', 22, 21), both)).toMatchObject({ points: fraction(2) });
		expect(scoreTwoPart(answer('b', 23, 22), both)).toMatchObject({ points: fraction(2) });
		expect(scoreTwoPart(answer('b', 22), both)).toMatchObject({ points: fraction(1) });
		expect(scoreTwoPart(answer('b', 21, 23), both)).toMatchObject({ points: fraction(1) });
	});

	it('refuses unknown options and sentences, too many taps and other kinds', () => {
		expect(scoreTwoPart(answer('d', 22), question)).toEqual({ invalid: 'unknown-id' });
		expect(scoreTwoPart(answer('b', 26), question)).toEqual({ invalid: 'unknown-id' });
		expect(scoreTwoPart(answer('b', 21, 22), question)).toEqual({ invalid: 'too-many' });
		expect(scoreTwoPart(answer('b', 22, 22), question)).toEqual({ invalid: 'duplicate' });
		expect(scoreTwoPart({ kind: 'select', sentences: [22] }, question)).toEqual({
			invalid: 'wrong-kind'
		});
	});

	it('counts both parts open as unanswered', () => {
		expect(scoreTwoPart(answer(null), question)).toMatchObject({
			points: zero,
			answered: false,
			parts: { answer: false, evidence: false }
		});
	});
});
