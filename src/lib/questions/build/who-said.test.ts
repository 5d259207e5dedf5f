import { expect, test } from 'vitest';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';
import { whoSaid } from './who-said.ts';

const asked = (context = bridge()) =>
	build(whoSaid, context).flatMap((question) => (question.kind === 'choice' ? question : []));

const textsOf = (question: { options: { text: string }[] } | undefined) =>
	question?.options.map(({ text }) => text) ?? [];

test('only statements with a question of their own are asked, those to be proved elsewhere', () => {
	expect(asked().flatMap(({ facts }) => facts)).toEqual(['opens', 'not-safe', 'pays', 'customers']);
});

test('the key is the voice of the statement, with its cue as the citation', () => {
	const question = asked().find(({ facts }) => facts.includes('pays'));
	const key = question?.options.find(({ id }) => id === question.key);

	expect(key?.text).toBe('Tom Reed');
	expect(key?.cite).toEqual({
		kind: 'settles',
		quotes: [
			{ sentence: 5, words: 'said that' },
			{ sentence: 5, words: 'it would pay for itself' }
		]
	});
});

test('a voice shows the name that the sentence uses, where the pack gives one', () => {
	const context = bridgeWith('statements', (one) =>
		one.id === 'pays' ? { ...one, as: 'The mayor' } : one
	);
	const question = asked(context).find(({ facts }) => facts.includes('pays'));

	expect(textsOf(question)).toContain('The mayor');
	expect(textsOf(question)).not.toContain('Tom Reed');
});

test('a voice that a statement is shared with never stands against it', () => {
	const question = asked().find(({ facts }) => facts.includes('pays'));

	expect(textsOf(question)).not.toContain('Shop owners');
});

test('a group never stands against its member', () => {
	const question = asked().find(({ facts }) => facts.includes('not-safe'));

	expect(textsOf(question)).not.toContain('Some engineers');
});

test('the voice that tempts comes with the reason that the pack gives', () => {
	const question = asked().find(({ facts }) => facts.includes('opens'));
	const tempting = question?.options.find(({ text }) => text === 'The port office');

	expect(tempting?.why).toBe('It has not commented.');
});

test('of a wrong voice the statement nearest in topic is cited', () => {
	const context = bridgeWith('statements', (one) => ({ ...one, shared: [] }));
	const question = asked(context).find(({ facts }) => facts.includes('customers'));
	const reed = question?.options.find(({ text }) => text === 'Tom Reed');

	expect(reed?.why).toBe('The article retells Tom Reed on the cost, not on this.');
});

test('with fewer than two wrong voices nothing is asked', () => {
	const context = bridgeWith('statements', (one) =>
		['pays', 'customers'].includes(one.id) ? one : undefined
	);

	expect(asked(context)).toEqual([]);
});
