import { expect, test } from 'vitest';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';
import { whatSaid } from './what-said.ts';

test('a person with several statements gets a question with several right lines', () => {
	const question = build(whatSaid, bridge()).find(({ stem }) => stem.includes('Ada Brook'));

	if (question?.kind !== 'multiple') throw new Error('no multiple response');
	const right = question.options.filter(({ id }) => question.keys.includes(id));
	expect(right.map(({ text }) => text).sort()).toEqual([
		'It would be wrong to wait',
		'The old bridge is dangerous'
	]);
});

test('a person with one statement gets a single choice', () => {
	const question = build(whatSaid, bridge()).find(({ stem }) => stem.includes('Ben Cole'));

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.options.find(({ id }) => id === question.key)?.text).toBe('Rents will go down');
});

test('a line that another voice might claim is never right', () => {
	const question = build(whatSaid, bridge()).find(({ stem }) => stem.includes('Tom Reed'));

	expect(question?.facts).toEqual(['bold']);
});

test('wrong lines come from voices that may compete, one line a voice', () => {
	for (const question of build(whatSaid, bridge())) {
		if (question.kind !== 'choice' && question.kind !== 'multiple') throw new Error('no options');
		const texts = question.options.map(({ text }) => text);
		if (question.stem.includes('Ada Brook')) expect(texts).not.toContain('The plan is doubtful');
		expect(texts.filter((text) => /bridge will open|lorries/u.test(text)).length).toBeLessThan(2);
	}
});

test('without statements of others there is nothing to choose from', () => {
	const context = bridgeWith('statements', (one) => (one.voice === 'brook' ? one : undefined));

	expect(build(whatSaid, context)).toEqual([]);
});
