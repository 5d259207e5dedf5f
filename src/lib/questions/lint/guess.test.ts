import { describe, expect, it } from 'vitest';
import { guessTest } from './guess.ts';
import { choice, option, select, twoPart, verdict } from './testing.ts';

const gainOf = (strategy: string, ...bank: Parameters<typeof guessTest>[0]) =>
	guessTest(bank).find((one) => one.strategy === strategy);

describe('the guess test', () => {
	it('counts choices, first parts and verdicts, and no other kind', () => {
		expect(gainOf('longest', choice(), twoPart(), verdict(), select())?.questions).toBe(3);
	});

	it('takes chance from the number of options', () => {
		const two = choice({ options: choice().options.slice(0, 2) });

		expect(gainOf('longest', choice(), two)?.chance).toBeCloseTo((1 / 3 + 1 / 2) / 2);
	});

	it('gives the whole gain to a look that always tells', () => {
		const told = choice({ options: [option('a', 'A long option'), option('b', 'Short')] });

		expect(gainOf('longest', told)).toMatchObject({ share: 1, chance: 0.5, gain: 0.5 });
	});

	it('breaks ties by lot', () => {
		const even = choice({ options: [option('a', 'Same'), option('b', 'Size'), option('c', 'No')] });

		expect(gainOf('longest', even)?.share).toBe(0.5);
	});

	it('knows hedges', () => {
		const hedged = choice({
			options: [option('a', 'It may'), option('b', 'It will'), option('c', 'It is')]
		});

		expect(gainOf('most hedged', hedged)?.share).toBe(1);
	});

	it('knows words of the stem, small ones aside', () => {
		const echo = choice({
			stem: 'What comes of the hall?',
			options: [option('a', 'Hall rents'), option('b', 'The of what')]
		});

		expect(gainOf('most words of the stem', echo)?.share).toBe(1);
	});

	it('knows options that come again and again', () => {
		const bank = ['One', 'Two', 'Three'].map((text) =>
			choice({ options: [option('a', 'Always'), option('b', text)] })
		);

		expect(gainOf('most frequent', ...bank)?.share).toBe(1);
	});
});
