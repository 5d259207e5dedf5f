import { expect, test } from 'vitest';
import { passedOn } from './passed-on.ts';
import { build, contextOf } from './testing.ts';

const sentences = ['It reportedly rained.', 'It was May.', 'The roof reportedly fell.'];
const reported = (s: number) => ({
	id: `span-${s}`,
	s,
	level: 'reported' as const,
	shown: 'reportedly'
});

test('every sentence of the kind is asked for at once, so that none is right and not accepted', () => {
	const [question, ...others] = build(
		passedOn,
		contextOf(sentences, { 'certainty-spans': [reported(1), reported(3)] })
	);

	if (question?.kind !== 'select') throw new Error('no tap');
	expect(others).toEqual([]);
	expect(question.stem).toContain('the two sentences');
	expect(question.pick).toBe(2);
	expect(question.accepted).toEqual([[1, 3]]);
	expect(question.sentences[0]?.why).toBe('The word “reportedly” passes it on without any source.');
});

test('two spans of one sentence are one tap', () => {
	const second = { ...reported(1), id: 'again', words: 'rained.' };
	const [question] = build(
		passedOn,
		contextOf(sentences, { 'certainty-spans': [reported(1), second] })
	);
	if (question?.kind !== 'select') throw new Error('no tap');
	expect(question.pick).toBe(1);
	expect(question.stem).toContain('Tap the sentence ');
});

test('nothing passed on, nothing asked', () => {
	expect(build(passedOn, contextOf(sentences, {}))).toEqual([]);
});
