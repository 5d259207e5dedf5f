import { expect, test } from 'vitest';
import { judgingWord } from './judging-word.ts';
import { build, contextOf } from './testing.ts';

const sentences = ['He called the recent talks with Ada useful.', 'It rained.'];
const passage = {
	id: 'useful',
	class: 'judgement',
	mixed: true,
	at: { s: 1, words: 'He called the recent talks with Ada useful' },
	judging: 'useful',
	why: 'It rates the talks.'
} as const;
const beside = [
	{ words: 'recent', why: 'A date can be looked up.' },
	{ words: 'Ada', why: 'It is a name.' }
];

test('the judging word is the key among words of the same passage', () => {
	const [question, ...others] = build(
		judgingWord,
		contextOf(sentences, { passages: [{ ...passage, beside }] })
	);

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(others).toEqual([]);
	expect(question.options.find(({ id }) => id === question.key)?.text).toBe('useful');
	expect(question.options.every(({ quoted }) => quoted === true)).toBe(true);
});

test('a passage that only one sentence can mean is asked for by tapping', () => {
	const tap = 'somebody rates a talk';
	const [question] = build(judgingWord, contextOf(sentences, { passages: [{ ...passage, tap }] }));

	if (question?.kind !== 'select') throw new Error('no tap');
	expect(question.stem).toBe('Tap the sentence in which somebody rates a talk.');
	expect(question.accepted).toEqual([[1]]);
	expect(question.sentences[0]?.cite.quotes).toEqual([{ sentence: 1, words: 'useful' }]);
});

test('without other words and without a tap nothing is asked', () => {
	const few = beside.slice(0, 1);
	expect(
		build(judgingWord, contextOf(sentences, { passages: [{ ...passage, beside: few }] }))
	).toEqual([]);
});
