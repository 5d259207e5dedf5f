import { expect, test } from 'vitest';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';
import { whoseWord } from './whose-word.ts';

const asked = (context = bridge()) =>
	build(whoseWord, context).flatMap((question) => (question.kind === 'choice' ? question : []));

test('quoted words are asked for where the pack names who else they could be taken for', () => {
	const question = asked().find(({ facts }) => facts.includes('not-safe'));

	expect(question?.stem).toBe('Whose words are “not safe” in this article?');
	expect(question?.options.find(({ id }) => id === question.key)?.text).toBe('Ada Brook');
	expect(question?.options.map(({ text }) => text)).toContain('The reporter');
	expect(asked().some(({ facts }) => facts.includes('bold'))).toBe(false);
});

test('the reporter’s words beside retold ones are the reporter’s', () => {
	const question = asked().find(({ facts }) => facts.includes('span-worry'));

	expect(question?.passage?.words).toBe('an old worry in the town');
	expect(question?.options.find(({ id }) => id === question.key)?.text).toBe('The reporter');
	expect(question?.options.map(({ text }) => text)).toContain('Shop owners');
});

test('a sentence that is the reporter’s alone asks nothing', () => {
	expect(asked().some(({ facts }) => facts.includes('span-years'))).toBe(false);
});

test('retold words are nobody’s quotation', () => {
	const context = bridgeWith('statements', (one) =>
		one.id === 'not-safe' ? { ...one, form: 'indirect' } : one
	);

	expect(asked(context).some(({ facts }) => facts.includes('not-safe'))).toBe(false);
});
