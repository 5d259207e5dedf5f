import { describe, expect, it } from 'vitest';
import { pickOf, reasonsOf, sentences, sharesRun, type Tap } from './evidence.ts';

describe('sharing three words in a row', () => {
	it.each([
		['a ban on foreign troops', 'the ban on foreign soldiers', true],
		['a ban on foreign troops', 'a ban, on foreign soil', true],
		['troops from abroad', 'troops that came from abroad', false],
		['Talks with the Red Cross', 'Aid from the Red Cross came', false],
		['help for the Red Cross', 'hope for the red cross', true],
		['on May 3', 'on May 3, 2020', false],
		['two words', 'two words', false]
	])('%s | %s', (stem, sentence, shared) => {
		expect(sharesRun(stem, sentence)).toBe(shared);
	});
});

describe('sentences to tap', () => {
	const tap: Tap = {
		that: 'show it',
		accept: [
			[2, 4],
			[3, 4]
		],
		reasons: [
			{ s: 3, words: 'this', why: 'It does.' },
			{ s: 5, words: 'that', why: 'It does not.' }
		]
	};

	it('are as many as an accepted set holds', () => {
		expect(pickOf(tap)).toBe(2);
		expect(sentences(2)).toBe('two sentences');
		expect(sentences(1)).toBe('sentence');
	});

	it('settle the question when any set accepts them, else are the nearest', () => {
		expect(reasonsOf(tap).map(({ sentence, cite }) => [sentence, cite?.kind])).toEqual([
			[3, 'settles'],
			[5, 'nearest']
		]);
	});
});
