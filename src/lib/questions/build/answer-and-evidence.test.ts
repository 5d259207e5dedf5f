import { expect, test } from 'vitest';
import { answerAndEvidence } from './answer-and-evidence.ts';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';

const asked = (context = bridge()) =>
	build(answerAndEvidence, context).flatMap((question) =>
		question.kind === 'two-part' ? question : []
	);

test('where the speaker carries over, the proof is the words and the sentence that names the speaker', () => {
	const question = asked().find(({ facts }) => facts.includes('accident'));

	expect(question?.pick).toBe(2);
	expect(question?.accepted).toEqual([[3, 4]]);
	expect(question?.stem).toBe(
		'Who warns against delay? Tap the two sentences that show it together.'
	);
});

test('where the sentence names its speaker, it is the whole proof', () => {
	const context = bridgeWith('statements', (one) =>
		one.id === 'customers' ? { ...one, prove: true } : one
	);
	const question = asked(context).find(({ facts }) => facts.includes('customers'));

	expect(question?.pick).toBe(1);
	expect(question?.accepted).toEqual([[7]]);
	expect(question?.stem).toMatch(/Tap the sentence that shows it\.$/u);
});

test('each sentence of the proof says what it adds', () => {
	const question = asked().find(({ facts }) => facts.includes('accident'));
	const why = (n: number) => question?.sentences.find(({ sentence }) => sentence === n)?.why;

	expect(why(3)).toContain('It says whose word it is');
	expect(why(4)).toContain('stands in sentence 3');
});

test('a question that is not to be proved is left to the plain choice', () => {
	expect(asked().map(({ facts }) => facts[0])).toEqual(['lorries', 'accident']);
});
