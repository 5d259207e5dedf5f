import { expect, test } from 'vitest';
import { checkableOrJudgement } from './checkable-or-judgement.ts';
import { build, contextOf } from './testing.ts';

const sentences = [
	...Array.from({ length: 7 }, (_, i) => `The train left at ${i + 1}.`),
	...Array.from({ length: 3 }, (_, i) => `Train ${i + 1} is lovely.`)
];
const checkable = (n: number) => ({
	id: `left-${n}`,
	class: 'checkable' as const,
	at: { s: n, words: `The train left at ${n}` },
	why: 'A timetable shows it.'
});
const judgement = (n: number) => ({
	id: `lovely-${n}`,
	class: 'judgement' as const,
	at: { s: 7 + n, words: `Train ${n} is lovely` },
	judging: 'lovely',
	why: 'The word rates the train.'
});
const checkables = [1, 2, 3, 4, 5, 6, 7].map(checkable);
const judgements = [1, 2, 3].map(judgement);

test('a grid and two choices, one in each direction', () => {
	const questions = build(
		checkableOrJudgement,
		contextOf(sentences, { passages: [...judgements, ...checkables] })
	);

	expect(questions.map(({ kind }) => kind)).toEqual(['categorise', 'choice', 'choice']);
	const keys = questions.flatMap((question) =>
		question.kind === 'choice'
			? question.options.filter(({ id }) => id === question.key).map(({ text }) => text)
			: []
	);
	expect(keys).toEqual(['Train 3 is lovely', 'The train left at 7']);
});

test('a judgement cites its judging words, something checkable the whole passage', () => {
	const [grid] = build(
		checkableOrJudgement,
		contextOf(sentences, { passages: [...judgements, ...checkables] })
	);

	if (grid?.kind !== 'categorise') throw new Error('no grid');
	const words = (text: string) => grid.rows.find((row) => row.text === text)?.cite.quotes[0]?.words;
	expect(words('Train 1 is lovely')).toBe('lovely');
	expect(words('The train left at 1')).toBe('The train left at 1');
});

test('a passage that holds both is never sorted', () => {
	const [one, two] = judgements;
	if (!one || !two) throw new Error('no judgements');
	const passages = [one, { ...two, mixed: true }, ...checkables];
	expect(build(checkableOrJudgement, contextOf(sentences, { passages }))).toEqual([]);
});
