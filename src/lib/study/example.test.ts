import { describe, expect, it } from 'vitest';
import type { PackVersion } from '../questions/pack.ts';
import type { ChoiceQuestion, Citation } from '../questions/schema.ts';
import { selectOptionalExample } from './example.ts';

const text = 'Ann said that rain fell. Bob has not commented.';
const said: Citation = { kind: 'settles', quotes: [{ sentence: 1, words: 'Ann said' }] };
const silent: Citation = { kind: 'settles', quotes: [{ sentence: 2, words: 'has not commented' }] };

const question = (ref: string, cite: Citation): ChoiceQuestion => ({
	kind: 'choice',
	id: ref.slice(0, 6),
	ref,
	skill: 'attribution',
	facts: ['fact'],
	stem: 'Who said so?',
	max: 1,
	options: [
		{ id: 'a', text: 'Ann', why: 'She said so.', cite },
		{ id: 'b', text: 'Bob', why: 'He has not commented.', cite: silent }
	],
	key: 'a'
});

const pack = (...bank: ChoiceQuestion[]): PackVersion => ({
	slug: 'rain',
	version: '0',
	lang: 'en',
	title: { text: 'Rain', by: 'project' },
	teaser: 'Rain.',
	source: {
		publisher: null,
		author: null,
		date: null,
		link: null,
		invented: true,
		note: 'None.',
		rights: 'Ours.'
	},
	text,
	blocks: [
		{
			paragraph: [
				[0, 24],
				[25, 47]
			]
		}
	],
	minutes: 1,
	lix: 5,
	xray: { voices: [], voice: [], certainty: [] },
	glossary: [],
	bank
});

describe('the example of the first page', () => {
	it('shows each reason with the cited words inside their whole sentence', () => {
		const example = selectOptionalExample(pack(question('other/one', said)));
		const right = example?.options.find((option) => option.right);
		expect(right?.cited).toEqual({
			sentence: 1,
			before: '',
			words: 'Ann said',
			after: ' that rain fell.'
		});
		expect(example?.options.find((option) => !option.right)?.cited?.before).toBe('Bob ');
	});

	it('prefers a question that shows what the app is about', () => {
		const example = selectOptionalExample(
			pack({ ...question('other/one', said), stem: 'Other' }, question('who-said/two', said))
		);
		expect(example?.stem).toBe('Who said so?');
	});

	it('takes no question whose key the text does not settle', () => {
		const nearest: Citation = { kind: 'nearest', quotes: said.quotes };
		const whole: Citation = { kind: 'whole', quotes: [] };
		expect(
			selectOptionalExample(pack(question('who-said/a', nearest), question('who-said/b', whole)))
		).toBeUndefined();
	});
});
