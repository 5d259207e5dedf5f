import { describe, expect, it } from 'vitest';
import { readFacts } from './read.ts';
import { lineOf, miniWith, miniYaml } from './testing.ts';

function onlyFault(yaml: string) {
	const read = readFacts(yaml);
	if (!('faults' in read)) throw new Error('nothing was found wrong');
	expect(read.faults).toHaveLength(1);
	return read.faults[0];
}

describe('reading facts', () => {
	it('reads a sound file', () => {
		const read = readFacts(miniYaml);

		expect('facts' in read && read.facts.voices.map(({ id }) => id)).toEqual([
			'reporter',
			'officials',
			'moss'
		]);
	});

	it.each([
		['a key that no pack has', 'side: town', 'sides: town', /“sides” is not a key/],
		['words in place of a list', 'alike:\n  - [shut, close]', 'alike: shut', /must be a list/],
		['a list in place of words', "what: 'The rise'", 'what: [rise]', /“what” must be words/],
		['an empty text', "what: 'The rise'", "what: ''", /“what” is empty/],
		[
			'a kind that does not exist',
			'kind: group',
			'kind: crowd',
			/“crowd”; it must be one of named-person/
		],
		[
			'an id that is not in kebab-case',
			'id: rise-hedge',
			'id: RiseHedge',
			/not an id in kebab-case/
		],
		[
			'a text that is too long',
			"what: 'The rise'",
			`what: '${'x'.repeat(101)}'`,
			/101 characters; at most 100/
		],
		[
			'a number in place of words',
			"teaser: 'Who says what about a town hall?'",
			'teaser: 12',
			/“teaser” must be words, not the number 12/
		],
		[
			'a reason with two citations',
			"nearest: { s: 1, words: 'will close' } }, not",
			"nearest: { s: 1, words: 'will close' }, whole: true }, not",
			/exactly one of/
		]
	])('names the line of %s and what to do', (_name, from, to, message) => {
		const yaml = miniWith(from, to);

		const read = readFacts(yaml);

		if (!('faults' in read)) throw new Error('nothing was found wrong');
		expect(read.faults[0]?.line).toBe(lineOf(to.split('\n')[0] ?? '', yaml));
		expect(read.faults[0]?.message).toMatch(message);
	});

	it('names the line of a fact that lacks a key', () => {
		const fault = onlyFault(miniWith(", why: 'It judges.'", ''));

		expect(fault?.line).toBe(lineOf('  - { id: matter,'));
		expect(fault?.message).toBe('“why” is missing; add it');
	});

	it('explains the alternative that was meant, and not that none of two fitted', () => {
		const fault = onlyFault(miniWith("at: { s: 4, words: 'in 2030' }", 'at: { s: 4, word: x }'));

		expect(fault?.path).toMatch(/^before\.0\.at/u);
		expect(fault?.message).not.toContain('Object');
	});

	it('stops counting at fifty faults', () => {
		const read = readFacts(`${miniYaml}unsettled:\n${'  - {}\n'.repeat(500)}`);

		expect('faults' in read && read.faults.length).toBe(50);
	});
});
