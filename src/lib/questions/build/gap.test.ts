import { expect, test } from 'vitest';
import { gap } from './gap.ts';
import { build, contextOf } from './testing.ts';

const sentences = ['The shop is shut.', 'Its new day is unclear.'];
const given = (id: string, kind: 'open' | 'unsaid' | 'answered', what: string) => ({
	id,
	kind,
	what,
	reason:
		kind === 'unsaid'
			? { why: 'No sentence says it.', nearest: { s: 1, words: 'The shop' } }
			: { why: 'A sentence says so.', settles: { s: 2, words: 'is unclear' } }
});
const whether = [
	given('opens', 'open', 'whether the shop will open'),
	given('shut', 'answered', 'whether the shop is shut'),
	given('named', 'answered', 'whether the day is named'),
	given('rained', 'answered', 'whether it rained')
];
const six = [
	given('when', 'open', 'when it opens'),
	given('why', 'open', 'why it opens'),
	given('who', 'unsaid', 'who owns it'),
	given('where', 'unsaid', 'where it stands'),
	given('what', 'answered', 'what is shut'),
	given('which', 'answered', 'which day is unclear')
];

test('a gap is asked among answered questions that begin with its word', () => {
	const [question] = build(gap, contextOf(sentences, { gaps: [...six, ...whether] }));

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.options.find(({ id }) => id === question.key)?.text).toBe(
		'Whether the shop will open'
	);
	expect(question.options.every(({ text }) => text.startsWith('Whether '))).toBe(true);
});

test('two of each kind make a grid, each in the column of its kind', () => {
	const [question] = build(gap, contextOf(sentences, { gaps: six }));

	if (question?.kind !== 'categorise') throw new Error('no grid');
	const columnOf = (text: string) =>
		question.columns.find(({ id }) => id === question.rows.find((row) => row.text === text)?.key)
			?.text;
	expect(question.rows).toHaveLength(6);
	expect(columnOf('When it opens')).toBe('The article says that it is not known yet');
	expect(columnOf('Who owns it')).toBe('The article does neither');
	expect(columnOf('What is shut')).toBe('The article answers it');
});

test('what is left makes a multiple response, and no question uses a gap twice', () => {
	const left = [
		given('colour', 'answered', 'what colour it has'),
		given('size', 'answered', 'what size it has'),
		given('price', 'unsaid', 'what it costs'),
		given('age', 'unsaid', 'how old it is')
	];
	const questions = build(gap, contextOf(sentences, { gaps: [...whether, ...six, ...left] }));

	expect(questions.map(({ kind }) => kind)).toEqual(['choice', 'categorise', 'multiple']);
	const used = questions.flatMap(({ facts }) => facts);
	expect(new Set(used).size).toBe(used.length);
	const [, , last] = questions;
	if (last?.kind !== 'multiple') throw new Error('no multiple response');
	const right = last.options.filter(({ id }) => last.keys.includes(id)).map(({ text }) => text);
	expect(right.sort()).toEqual(['What colour it has', 'What size it has']);
});

test('a handful of gaps without answered questions beside them asks nothing', () => {
	expect(build(gap, contextOf(sentences, { gaps: six.slice(0, 4) }))).toEqual([]);
});
