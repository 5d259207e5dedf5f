import { describe, expect, it } from 'vitest';
import { harbour, harbourInput } from './testing/harbour.ts';
import { whereNamed } from './where-named.ts';

const choices = (context = harbour()) =>
	whereNamed(context).flatMap((draft) => (draft.kind === 'choice' ? [draft] : []));

describe('where a demand is named', () => {
	it('asks once a place and has that place as its key', () => {
		const keys = choices().map(({ options }) => options.filter(({ right }) => right));
		expect(keys.map((right) => right.map(({ text }) => text))).toEqual(
			harbourInput.places.map(({ name }) => [name])
		);
	});

	it('never offers a place that names a demand nearly the same', () => {
		const alike = [['rent', 'night']];
		const [question] = choices(harbour({ alike }));
		expect(question?.facts).toEqual(['rent']);
		expect(question?.options.map(({ text }) => text)).not.toContain('The Leith draft of 2020');
	});

	it('passes over a demand that leaves fewer than two other places', () => {
		const alike = [
			['rent', 'night'],
			['rent', 'pier']
		];
		expect(choices(harbour({ alike }))[0]?.facts).toEqual(['lease']);
	});

	it('gives nothing in a pack with two places', () => {
		const places = harbourInput.places.slice(0, 2);
		const demands = harbourInput.demands.slice(0, 3);
		expect(choices(harbour({ places, demands }))).toEqual([]);
	});

	it('explains a wrong place by what it does name and by where this demand stands', () => {
		const [question] = choices();
		const wrong = question?.options.find(({ text }) => text === 'The Leith draft of 2020');
		expect(wrong?.cite.quotes).toEqual([
			{ sentence: 2, words: 'a lower rent' },
			{ sentence: 9, words: 'night work' }
		]);
	});
});
