import { expect, test } from 'vitest';
import { levelWords } from './certainty-levels.ts';
import { howPresented } from './how-presented.ts';
import { build, contextOf } from './testing.ts';

const sentences = [
	'The date is unclear.',
	'The head awaits news of it.',
	'The menu could change.',
	'The kitchen opened in May.',
	'The cook says the food is good.',
	'The cost is unclear.'
];
const hedge = {
	id: 'date',
	at: { s: 1, words: 'The date is unclear' },
	words: 'unclear',
	level: 'open' as const,
	matter: 'the day of the opening',
	evidence: [1, 2]
};
const span = (s: number, level: 'possible' | 'plain' | 'on-word' | 'open', clear: string) => ({
	id: `span-${s}`,
	s,
	level,
	clear,
	shown: clear
});
const possible = span(3, 'possible', 'The menu could change');
const plain = span(4, 'plain', 'The kitchen opened in May');
const onWord = span(5, 'on-word', 'the food is good');
const alsoOpen = span(6, 'open', 'The cost is unclear');

const built = (spans: ReturnType<typeof span>[]) =>
	build(howPresented, contextOf(sentences, { hedges: [hedge], 'certainty-spans': spans }));

test('the level is the key, and any one of the proving sentences is accepted', () => {
	const [question] = built([possible, plain]);

	if (question?.kind !== 'two-part') throw new Error('no two-part question');
	expect(question.max).toBe(2);
	expect(question.options.find(({ id }) => id === question.key)?.text).toBe(levelWords.open.as);
	expect(question.accepted).toEqual([[1], [2]]);
});

test('one hedging word is spoken of as one', () => {
	const [question] = built([possible, plain]);

	if (question?.kind !== 'two-part') throw new Error('no two-part question');
	const key = question.options.find(({ id }) => id === question.key);
	expect(key?.why).toBe('The word “unclear” shows it.');
});

test('a wrong level cites the passage that the article gives in that way', () => {
	const [question] = built([possible, plain]);

	if (question?.kind !== 'two-part') throw new Error('no two-part question');
	const option = question.options.find(({ text }) => text === levelWords.possible.as);
	expect(option?.cite.quotes).toEqual([{ sentence: 3, words: 'The menu could change' }]);
});

test('the right level is never offered a second time, and close levels never together', () => {
	const [question] = built([possible, plain, onWord, alsoOpen]);

	if (question?.kind !== 'two-part') throw new Error('no two-part question');
	const texts = question.options.map(({ text }) => text);
	expect(texts.filter((text) => text === levelWords.open.as)).toHaveLength(1);
	expect(
		texts.filter((text) => [levelWords.plain.as, levelWords['on-word'].as].includes(text))
	).toHaveLength(1);
});

test('with one other level in the article there is no question', () => {
	expect(built([possible, alsoOpen])).toEqual([]);
});
