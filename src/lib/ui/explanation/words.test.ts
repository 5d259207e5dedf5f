import { describe, expect, it } from 'vitest';
import type { Explanation, ReasonView } from '../../study/view.ts';
import { disputeText } from './dispute.ts';
import { tagWords, verdictWords } from './words.ts';

const told = (given: Partial<Explanation>): Explanation => ({
	kind: 'choice',
	skill: 'attribution',
	stem: 'Who says it?',
	about: null,
	outcome: 'right',
	points: '1',
	max: 1,
	certainty: null,
	settledIn: [24],
	settledBy: 'settles',
	groups: [],
	rest: [],
	...given
});
const reason: ReasonView = {
	text: 'Kori Schake',
	quoted: false,
	sentence: null,
	picked: true,
	right: false,
	answer: null,
	key: null,
	why: 'She speaks later.',
	cite: { kind: 'settles', quotes: [{ sentence: 24, words: 'said Kori Schake' }] }
};

describe('the verdict', () => {
	it.each([
		[{}, 'Yes. The article settles it in sentence 24.'],
		[
			{ outcome: 'wrong', settledIn: [4, 5] } as const,
			'Not quite. The article settles it in sentences 4 and 5.'
		],
		[
			{ outcome: 'partly', points: '1', max: 2 } as const,
			'Half of it. The article settles it in sentence 24.'
		],
		[
			{ outcome: 'partly', points: '0.7' } as const,
			'Part of it. The article settles it in sentence 24.'
		],
		[{ settledBy: 'whole', settledIn: [] } as const, 'Yes. No sentence says it: all 25 were read.'],
		[
			{ settledBy: 'nearest', settledIn: [8] } as const,
			'Yes. The article does not settle it; it comes nearest in sentence 8.'
		]
	] satisfies [Partial<Explanation>, string][])('%j says “%s”', (given, said) => {
		expect(verdictWords(told(given), 25)).toBe(said);
	});
});

describe('whose answer a reason is about', () => {
	it('is said in words, for every option that was chosen or is right', () => {
		const says = (picked: boolean, right: boolean) =>
			tagWords({ ...reason, picked, right }, 'options');
		const said = [says(true, true), says(true, false), says(false, true)];
		expect(said.every((text) => text !== null && text !== '')).toBe(true);
		expect(new Set(said).size).toBe(3);
		expect(says(false, false)).toBeNull();
	});
});

describe('the text that questions a question', () => {
	it('names the question, its version and address, the key as shown, and each quoted sentence', () => {
		const text = disputeText({
			explanation: told({ groups: [{ title: 'options', reasons: [reason] }] }),
			id: 'abc123',
			version: 'v9',
			address: 'https://example.org/quiz/x?n=1',
			title: 'A title',
			sentences: 25
		});
		for (const part of [
			'abc123',
			'v9',
			'https://example.org/quiz/x?n=1',
			'Who says it?',
			'The article settles it in sentence 24.',
			'Kori Schake | your answer',
			'She speaks later.',
			'[24] “said Kori Schake”'
		])
			expect(text).toContain(part);
	});
});
