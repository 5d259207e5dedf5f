import { expect, test } from 'vitest';
import { build, contextOf } from './testing.ts';
import { whichWordsHedge } from './which-words-hedge.ts';

const sentences = ['The old kitchen may close this year.'];
const hedge = {
	id: 'may-close',
	at: { s: 1, words: 'The old kitchen may close this year.' },
	words: 'may',
	level: 'possible',
	shows: { what: 'that the closing is not settled', why: 'It could also stay open.' }
} as const;
const old = { words: 'old', why: 'It tells the age.' };

test('the hedging word is the key; each option is quoted and cites itself', () => {
	const beside = [old, { words: 'kitchen', why: 'It names the thing.' }];
	const [question] = build(
		whichWordsHedge,
		contextOf(sentences, { hedges: [{ ...hedge, beside }] })
	);

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.stem).toBe('Which word shows that the closing is not settled?');
	expect(question.options.find(({ id }) => id === question.key)?.text).toBe('may');
	for (const { text, quoted, cite } of question.options) {
		expect(quoted).toBe(true);
		expect(cite).toEqual({ kind: 'settles', quotes: [{ sentence: 1, words: text }] });
	}
});

test('with an option of several words the stem speaks of words', () => {
	const beside = [old, { words: 'this year', why: 'It tells the time.' }];
	const [question] = build(
		whichWordsHedge,
		contextOf(sentences, { hedges: [{ ...hedge, beside }] })
	);
	expect(question?.stem).toBe('Which words show that the closing is not settled?');
});

test('one other word is too few for a question', () => {
	const context = contextOf(sentences, { hedges: [{ ...hedge, beside: [old] }] });
	expect(build(whichWordsHedge, context)).toEqual([]);
});
