import { expect, test } from 'vitest';
import { sourceSort } from './source-sort.ts';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';

const sorted = (context = bridge()) => build(sourceSort, context);

test('two passages of each of three kinds are sorted', () => {
	const [question] = sorted();

	if (question?.kind !== 'categorise') throw new Error('no grid');
	const counts = question.columns.map(
		({ id }) => question.rows.filter(({ key }) => key === id).length
	);
	expect(counts).toEqual([2, 2, 2]);
});

test('passages come from two voices where there are two', () => {
	const [question] = sorted();

	const brook = question?.facts.filter((id) => /span-(not-safe|accident)/u.test(id)) ?? [];
	expect(brook.length).toBeLessThan(2);
});

test('what is asked for itself, and what the reporter tells of a voice’s act, is not sorted', () => {
	const facts = sorted().flatMap((question) => question.facts);

	expect(facts).not.toContain('span-opens');
	expect(facts).not.toContain('span-office');
});

test('no passage stands in both questions', () => {
	const context = bridgeWith('voice-spans', (span) => ({ ...span, asked: undefined }));
	const questions = sorted(context);
	const spans = questions.flatMap(({ facts }) => facts.filter((id) => id.startsWith('span-')));

	expect(questions.map(({ kind }) => kind)).toEqual(['categorise', 'multiple']);
	expect(new Set(spans).size).toBe(spans.length);
});

test('with one passage of a kind nothing is sorted', () => {
	const context = bridgeWith('voice-spans', (span) =>
		span.id === 'span-years' ? undefined : span
	);

	expect(sorted(context)).toEqual([]);
});
