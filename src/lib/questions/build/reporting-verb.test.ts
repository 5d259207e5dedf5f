import { expect, test } from 'vitest';
import { reportingVerb } from './reporting-verb.ts';
import { build, contextOf } from './testing.ts';

const sentences = [
	'He noted that it rained.',
	'Some believe that it rained.',
	'Others suggest that it rained.',
	'She highlights the rain.'
];
const span = (s: number, words: string, force: 'as-so' | 'as-view') => ({
	id: `span-${s}`,
	s,
	level: 'on-word' as const,
	verb: { words, force, why: 'That is what the verb does.' }
});
const noted = span(1, 'noted that it rained', 'as-so');
const believe = span(2, 'believe that it rained', 'as-view');
const suggest = span(3, 'suggest that it rained', 'as-view');
const highlights = span(4, 'highlights the rain', 'as-so');

test('the verb that takes it as so is the key among verbs that leave it a view', () => {
	const [question] = build(
		reportingVerb,
		contextOf(sentences, { 'certainty-spans': [believe, noted, suggest] })
	);

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.options.find(({ id }) => id === question.key)?.text).toBe(noted.verb.words);
	expect(question.options).toHaveLength(3);
});

test('a second question needs distractors of its own', () => {
	const all = [noted, believe, suggest, highlights];
	expect(build(reportingVerb, contextOf(sentences, { 'certainty-spans': all }))).toHaveLength(1);
});

test('verbs that leave it a view make no question by themselves', () => {
	const views = [believe, suggest];
	expect(build(reportingVerb, contextOf(sentences, { 'certainty-spans': views }))).toEqual([]);
});
