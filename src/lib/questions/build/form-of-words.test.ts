import { expect, test } from 'vitest';
import { formOfWords, formSort, mixedSentence, wordsInMarks } from './form-of-words.ts';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';

const choices = () =>
	build(formOfWords, bridge()).flatMap((question) => (question.kind === 'choice' ? question : []));

test('each form is the key once', () => {
	const keys = choices().map(
		(question) => question.options.find(({ id }) => id === question.key)?.text
	);

	expect(new Set(keys).size).toBe(3);
});

test('retold words are asked about in a sentence that has quotation marks elsewhere', () => {
	expect(choices().map(({ facts }) => facts[0])).toContain('pays');
});

test('that words are quoted is shown with their quotation marks', () => {
	const question = choices().find(({ facts }) => facts.includes('accident'));
	const key = question?.options.find(({ id }) => id === question.key);

	expect(key?.cite.quotes).toContainEqual({
		sentence: 4,
		words: '“Nobody should wait for an accident.”'
	});
});

test('words quoted inside a retelling may be a whole phrase, so no option counts them', () => {
	const texts = choices().flatMap(({ options }) => options.map(({ text }) => text));

	expect(texts).toContain('Retold, with a word or a phrase in quotation marks');
	expect(texts.join(' ')).not.toMatch(/word or two/u);
});

test('a voice of several people says nothing in the singular', () => {
	const context = bridgeWith('statements', (one) =>
		one.id === 'pays' ? { ...one, voice: 'owners' } : one
	);
	const stems = build(formOfWords, context).map(({ stem }) => stem);

	expect(stems).toContain('How does the article pass on what shop owners say about the cost?');
	expect(stems).toContain('How does the article pass on what Tom Reed says about the plan?');
});

test('an article without partly quoted words has no question on the forms', () => {
	const context = bridgeWith('statements', (one) => (one.form === 'partial' ? undefined : one));

	expect(build(formOfWords, context)).toEqual([]);
	expect(build(formSort, context)).toEqual([]);
	expect(build(mixedSentence, context)).toEqual([]);
});

test('statements that are asked about singly are not sorted', () => {
	const two = bridge();
	const partial = { ...two.facts.statements.find(({ id }) => id === 'bold') };
	const context = bridgeWith('statements', (one) =>
		one.id === 'rents' ? { ...one, ...partial, id: 'rents', form: 'partial', voice: 'cole' } : one
	);
	const [grid] = build(formSort, context);
	const singly = build(formOfWords, context).flatMap(({ facts }) => facts);

	expect(grid?.kind).toBe('categorise');
	expect(grid?.facts.filter((id) => singly.includes(id))).toEqual([]);
});

test('words inside quotation marks are right, words outside wrong', () => {
	const [question] = build(wordsInMarks, bridge());

	if (question?.kind !== 'multiple') throw new Error('no multiple response');
	const right = question.options.filter(({ id }) => question.keys.includes(id));
	expect(right.map(({ text }) => text).sort()).toEqual(['bold', 'not safe']);
});

test('the sentence that mixes retelling and quoted words is the one to tap', () => {
	const context = bridgeWith('statements', (one) =>
		one.id === 'not-safe' ? { ...one, form: 'partial' } : one
	);
	const [question] = build(mixedSentence, context);

	if (question?.kind !== 'select') throw new Error('no tap');
	expect(question.stem).toBe(
		'Tap the sentence that retells Tom Reed but puts one word in quotation marks.'
	);
	expect(question.accepted).toEqual([[5]]);
});
