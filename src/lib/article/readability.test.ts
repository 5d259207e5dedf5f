import { describe, expect, it } from 'vitest';
import { lix, readingLevel } from './readability.ts';

const article = (...texts: string[]) => ({
	sentences: texts.map((text, i) => ({ n: i + 1, start: 0, end: text.length, text, paragraph: 1 }))
});

describe('LIX', () => {
	it('adds the words a sentence to the share of words of seven letters or more', () => {
		// 8 words in 2 sentences; 'council' and 'published' are long: 4 + 25.
		expect(lix(article('The council met at noon.', 'It published that.'))).toBe(29);
	});

	it('counts letters and not marks, so that “don’t” is short and “well-known” one long word', () => {
		expect(lix(article('I don’t know.'))).toBe(3);
		expect(lix(article('A well-known man.'))).toBeCloseTo(3 + 100 / 3);
	});

	it('takes an abbreviation with full stops for one word', () => {
		expect(lix(article('U.S. aid came.'))).toBe(3);
	});

	it('is 0 where there are no words', () => {
		expect(lix(article())).toBe(0);
		expect(lix(article('—'))).toBe(0);
	});
});

describe('the level of a LIX', () => {
	it.each([
		[0, 'easy'],
		[39, 'easy'],
		[40, 'medium'],
		[49, 'medium'],
		[50, 'hard'],
		[70, 'hard']
	] as const)('%i is %s', (score, level) => {
		expect(readingLevel(score)).toBe(level);
	});
});
