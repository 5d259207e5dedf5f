import { describe, expect, it } from 'vitest';
import { harbour, harbourInput } from './testing/harbour.ts';
import { beforeTheDay, timeline } from './timeline.ts';

describe('a timeline', () => {
	it('takes the longest chain of orders that the text gives, first to last', () => {
		expect(timeline(harbour())[0]?.facts).toEqual(['request', 'refusal', 'collapse', 'suggestion']);
	});

	it('explains every item after the first by the order with the one before it', () => {
		const [draft] = timeline(harbour());
		const items = draft?.kind === 'order' ? draft.items : [];
		expect(items.map(({ why }) => why)).toEqual([
			'The text puts the request first.',
			'The text puts the request first.',
			'The text puts the refusal first.',
			'The text puts the collapse first.'
		]);
	});

	it('never holds two events whose order the text leaves open', () => {
		const unsettled = [
			{ one: 'request', other: 'suggestion', why: 'Open.', at: { s: 5, words: 'asked' } }
		];
		const facts = timeline(harbour({ unsettled }))[0]?.facts ?? [];
		expect(facts).toHaveLength(3);
		expect(facts.includes('request') && facts.includes('suggestion')).toBe(false);
	});

	it('is not made of two events', () => {
		expect(timeline(harbour({ before: harbourInput.before.slice(0, 1) }))).toEqual([]);
	});
});

describe('what comes before a day', () => {
	it('marks as wrong what came later and what the text leaves open', () => {
		const [draft] = beforeTheDay(harbour());
		const options = draft?.kind === 'multiple' ? draft.options : [];
		expect(options.map(({ text, right = false, cite }) => [text, right, cite.kind])).toEqual([
			['The town’s refusal', true, 'settles'],
			['The writing of a draft contract', false, 'nearest'],
			['The mayor’s suggestion', false, 'settles']
		]);
	});

	it('is not asked where the text leaves nothing open', () => {
		expect(beforeTheDay(harbour({ unsettled: [] }))).toEqual([]);
	});
});
