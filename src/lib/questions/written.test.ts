import { describe, expect, it } from 'vitest';
import { readWritten } from './written.ts';

const choice = `- facts: [close]
  skill: conflict
  kind: choice
  stem: 'What is to be shut?'
  options:
    - { text: 'Its doors', right: true, why: 'It says so.', settles: { s: 1, words: 'will close' } }
    - { text: 'Its roof', why: 'No roof is named.', whole: true }
`;

const faultsOf = (yaml: string) => {
	const read = readWritten(yaml);
	return 'faults' in read ? read.faults : [];
};

describe('questions written by hand', () => {
	it.each(['', '\n', '# none yet\n', '[]\n'])('may be none: %j', (yaml) => {
		expect(readWritten(yaml)).toMatchObject({ drafts: [] });
	});

	it('become drafts, with the pack’s citations as questions carry them', () => {
		const read = readWritten(choice);

		expect('drafts' in read && read.drafts).toEqual([
			{
				template: 'written',
				facts: ['close'],
				skill: 'conflict',
				kind: 'choice',
				stem: 'What is to be shut?',
				options: [
					{
						text: 'Its doors',
						right: true,
						why: 'It says so.',
						cite: { kind: 'settles', quotes: [{ sentence: 1, words: 'will close' }] }
					},
					{ text: 'Its roof', why: 'No roof is named.', cite: { kind: 'whole', quotes: [] } }
				]
			}
		]);
	});

	it('may be of every kind', () => {
		const head = (kind: string, skill = 'conflict') =>
			`- { facts: [close], skill: ${skill}, kind: ${kind}, stem: 'What?', `;
		const why = "why: 'So.', settles: { s: 1, words: 'will close' }";
		const two = `[{ text: 'A', right: true, ${why} }, { text: 'B', ${why} }]`;
		const grid = `rows: [{ text: 'A', column: 'X', ${why} }, { text: 'B', column: 'Y', ${why} }], columns: [{ text: 'X', ${why} }, { text: 'Y', ${why} }] }`;
		const reasons = `reasons: [{ sentence: 1, ${why} }]`;
		const yaml = [
			`${head('choice')} options: ${two} }`,
			`${head('multiple')} options: ${two} }`,
			`${head('verdict')} statement: 'It is so.', key: stated, reasons: { stated: { ${why} }, contradicted: { ${why} }, not-stated: { ${why} } } }`,
			`${head('match')} ${grid}`,
			`${head('categorise')} ${grid}`,
			`${head('order')} items: ${two} }`,
			`${head('select')} pick: 1, accepted: [[1]], ${reasons} }`,
			`${head('two-part')} options: ${two}, pick: 1, accepted: [[1]] }`,
			`${head('altered')} speaker: 'Moss', original: { s: 3, words: 'never asked' }, changes: [{ from: never, to: often, why: 'So.' }] }`,
			`${head('leave', 'leave-the-page')} passage: { s: 1, words: 'will close' }, checks: ${two} }`
		].join('\n');

		const read = readWritten(yaml);

		expect('drafts' in read ? read.drafts.map(({ kind }) => kind) : read.faults).toEqual([
			'choice',
			'multiple',
			'verdict',
			'match',
			'categorise',
			'order',
			'select',
			'two-part',
			'altered',
			'leave'
		]);
	});

	it.each([
		['a kind that does not exist', 'kind: choice', 'kind: essay', 3],
		['a skill that does not exist', 'skill: conflict', 'skill: reading', 2],
		['an option without a citation', ', whole: true', '', 7],
		['an option with two', 'whole: true', "whole: true, nearest: { s: 1, words: 'x' }", 7],
		['a key that no draft has', 'stem:', 'steam:', 4],
		['no facts', 'facts: [close]', 'facts: []', 1]
	])('are refused with %s, and the line says where', (_what, from, to, line) => {
		const [fault] = faultsOf(choice.replace(from, to));

		expect(fault?.message).not.toBe('');
		// A missing key has no line of its own; its entry's first line stands for it.
		expect([line, 1]).toContain(fault?.line);
	});

	it('are refused as a whole when the file is no list', () => {
		expect(faultsOf('stem: What?\n')[0]?.message).toContain('must be a list');
	});
});
