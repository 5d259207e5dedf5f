import { expect, test } from 'vitest';
import { retelling } from './retelling.ts';
import { build } from './testing.ts';
import { bridge } from './testing/bridge.ts';

const about = (id: string) => {
	const question = build(retelling, bridge()).find(({ facts }) => facts.includes(id));
	if (question?.kind !== 'choice') throw new Error('no choice');
	return { question, key: question.options.find((option) => option.id === question.key)?.text };
};

test('one faithful retelling among changed ones asks which keeps the meaning', () => {
	const { question, key } = about('altered-rents');

	expect(question.stem).toBe('Which retelling keeps the meaning of these words?');
	expect(key).toBe('Rents will go down.');
});

test('one changed retelling among faithful ones asks which changes it', () => {
	const { question, key } = about('altered-safe');

	expect(question.stem).toBe('Which retelling changes the meaning of these words?');
	expect(key).toBe('The old bridge was dangerous.');
});

test('the question is a sibling of those on the statement it retells', () => {
	expect(about('altered-rents').question.facts).toEqual(['altered-rents', 'rents']);
});
