import { expect, test } from 'vitest';
import { sourceKind, sourceLearnt } from './source-kind.ts';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';

const keyOf = (question: { options: { id: string; text: string }[]; key: string }) =>
	question.options.find(({ id }) => id === question.key)?.text;

test('the kind of source behind a passage is asked where the pack says so', () => {
	const [question, ...others] = build(sourceKind, bridge());

	expect(others).toEqual([]);
	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.passage).toEqual({ sentence: 1, words: 'A bridge will open in May' });
	expect(keyOf(question)).toBe('People without names');
});

test('the question rests on the statement in the passage too, so that both are siblings', () => {
	const [question] = build(sourceKind, bridge());

	expect(question?.facts).toEqual(['span-opens', 'opens']);
});

test('the reporter’s own voice and a source that is not given never stand side by side', () => {
	for (const question of [...build(sourceKind, bridge()), ...build(sourceLearnt, bridge())]) {
		if (question.kind !== 'choice') throw new Error('no choice');
		const texts = question.options.map(({ text }) => text).join(' | ');
		expect(/reporter/u.test(texts) && /neither/iu.test(texts)).toBe(false);
	}
});

test('of “reportedly” a reader learns neither who nor what the source is', () => {
	const [question] = build(sourceLearnt, bridge());

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(keyOf(question)).toBe('Neither who nor what it is');
});

test('a kind that the article does not have is no option', () => {
	const [question] = build(sourceLearnt, bridge());

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.options.map(({ text }) => text)).not.toContain('Which document it is');
});

test('a kind of source with no others beside it asks nothing', () => {
	const context = bridgeWith('voice-spans', (span) =>
		span.id === 'span-opens' ? span : undefined
	);

	expect(build(sourceKind, context)).toEqual([]);
});
