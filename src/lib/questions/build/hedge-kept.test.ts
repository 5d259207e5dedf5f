import { expect, test } from 'vitest';
import { hedgeKept } from './hedge-kept.ts';
import { build, contextOf } from './testing.ts';

const sentences = ['The cook said the kitchen may close.', 'The head was away.'];
const at = { s: 1, words: 'The cook said the kitchen may close.' };
const firmer = { slip: 'firmer', text: 'The cook said it will close.', why: 'Drops it.' } as const;
const moved = { slip: 'moved', text: 'The cook may have said it.', why: 'Moves it.' } as const;
const hedge = {
	id: 'may-close',
	at,
	words: 'may',
	level: 'possible',
	faithful: { text: 'The cook said it may close.', why: 'Keeps it.' }
} as const;

test('the faithful retelling is the key and every retelling cites the passage', () => {
	const [question] = build(
		hedgeKept,
		contextOf(sentences, { hedges: [{ ...hedge, unfaithful: [firmer, moved] }] })
	);

	if (question?.kind !== 'choice') throw new Error('no choice');
	const key = question.options.find(({ id }) => id === question.key);
	expect(key?.text).toBe(hedge.faithful.text);
	expect(question.passage).toEqual({ sentence: 1, words: at.words });
	for (const { cite } of question.options)
		expect(cite.quotes).toContainEqual({ sentence: 1, words: at.words });
});

test('a retelling that goes to another voice cites where that voice is', () => {
	const also = { s: 2, words: 'The head' };
	const voice = {
		slip: 'voice',
		text: 'The head said it may close.',
		why: 'Other.',
		also
	} as const;
	const [question] = build(
		hedgeKept,
		contextOf(sentences, { hedges: [{ ...hedge, unfaithful: [moved, voice] }] })
	);

	if (question?.kind !== 'choice') throw new Error('no choice');
	const option = question.options.find(({ text }) => text === voice.text);
	expect(option?.cite.quotes).toContainEqual({ sentence: 2, words: 'The head' });
});

test('without a retelling that hedges too much, caution alone would be the answer: no question', () => {
	const unfaithful = [firmer, { ...firmer, slip: 'voice' as const, text: 'The head said so.' }];
	expect(build(hedgeKept, contextOf(sentences, { hedges: [{ ...hedge, unfaithful }] }))).toEqual(
		[]
	);
});

test('one wrong retelling is too few for a question', () => {
	const context = contextOf(sentences, { hedges: [{ ...hedge, unfaithful: [moved] }] });
	expect(build(hedgeKept, context)).toEqual([]);
});
