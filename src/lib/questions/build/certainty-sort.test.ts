import { expect, test } from 'vitest';
import { certaintySort } from './certainty-sort.ts';
import { build, contextOf } from './testing.ts';

const sentences = [
	'The kitchen opened in May.',
	'The hall is next door.',
	'The menu could change.',
	'The prices could rise.',
	'The date is unclear.',
	'The cost is unclear.',
	'The roof could leak.'
];
const clear = (s: number, level: 'plain' | 'possible' | 'open', words: string, shown?: string) => ({
	id: `span-${s}`,
	s,
	level,
	clear: words,
	...(shown === undefined ? {} : { shown })
});
const plain = [
	clear(1, 'plain', 'The kitchen opened in May'),
	clear(2, 'plain', 'The hall is next door')
];
const possible = [
	clear(3, 'possible', 'The menu could change', 'could'),
	clear(4, 'possible', 'The prices could rise', 'could')
];
const open = [
	clear(5, 'open', 'The date', 'is unclear'),
	clear(6, 'open', 'The cost is unclear', 'is unclear')
];

test('each passage belongs to the column of its level', () => {
	const spans = [...plain, ...possible, ...open];
	const [question] = build(certaintySort, contextOf(sentences, { 'certainty-spans': spans }));

	if (question?.kind !== 'categorise') throw new Error('no grid');
	const columnOf = new Map(question.rows.map(({ text, key }) => [text, key]));
	expect(question.rows).toHaveLength(6);
	for (const [one, other] of [plain, possible, open])
		expect(columnOf.get(one?.clear ?? '')).toBe(columnOf.get(other?.clear ?? ''));
	expect(new Set(columnOf.values()).size).toBe(3);
});

test('a reason names the words that show it, and cites them where the passage lacks them', () => {
	const spans = [...plain, ...possible, ...open];
	const [question] = build(certaintySort, contextOf(sentences, { 'certainty-spans': spans }));

	if (question?.kind !== 'categorise') throw new Error('no grid');
	const row = question.rows.find(({ text }) => text === 'The date');
	expect(row?.why).toBe('The words “is unclear” leave it open.');
	expect(row?.cite.quotes).toEqual([
		{ sentence: 5, words: 'The date' },
		{ sentence: 5, words: 'is unclear' }
	]);
});

test('a level with a single clear passage makes no grid', () => {
	const spans = [...plain, ...possible, ...open.slice(0, 1)];
	expect(build(certaintySort, contextOf(sentences, { 'certainty-spans': spans }))).toEqual([]);
});

test('two passages of one sentence do not stand side by side', () => {
	const [first] = open;
	if (!first) throw new Error('no span');
	const twin = { ...first, id: 'twin', clear: 'The date is' };
	const spans = [...plain, ...possible, first, twin];
	expect(build(certaintySort, contextOf(sentences, { 'certainty-spans': spans }))).toEqual([]);
});
