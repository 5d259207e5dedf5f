import { expect, test } from 'vitest';
import { alteredWords } from './altered-words.ts';
import { build } from './testing.ts';
import { bridge } from './testing/bridge.ts';

test('each changed word is a token with the article’s word behind it', () => {
	const [question] = build(alteredWords, bridge());

	if (question?.kind !== 'altered') throw new Error('no altered words');
	expect(question.tokens.map(({ text, original }) => [text, original])).toEqual([
		['Rents', undefined],
		['will', undefined],
		['rise', 'fall']
	]);
	expect(question.speaker).toBe('Ben Cole');
});

test('the stem names how many words are changed', () => {
	const [question] = build(alteredWords, bridge());

	expect(question?.stem).toBe('One word in this quotation is not what the article has. Tap it.');
});

test('an entry with retellings alone changes no words', () => {
	expect(build(alteredWords, bridge()).map(({ facts }) => facts[0])).toEqual(['altered-rents']);
});
