import { describe, expect, it } from 'vitest';
import { forPaper, letter, quoted, withoutStop } from './words.ts';

describe('words on paper', () => {
	it('letters the options from A', () => {
		expect([0, 1, 2].map(letter)).toEqual(['A', 'B', 'C']);
	});

	it('does not put quotation marks round words that bring their own', () => {
		expect(quoted('it could stop')).toBe('“it could stop”');
		expect(quoted('“It could stop,” she said')).toBe('“It could stop,” she said');
	});

	it('asks for nothing to be tapped', () => {
		expect(forPaper('Two words are changed. Tap them.')).toBe('Two words are changed. Find them.');
		expect(forPaper('Answer, then tap the proof.')).toBe('Answer, then find the proof.');
		expect(forPaper('Who tapped the line?')).toBe('Who tapped the line?');
	});

	it('drops the full stop of an option, but not that of an abbreviation', () => {
		expect(withoutStop('It has not commented.')).toBe('It has not commented');
		expect(withoutStop('the U.S.')).toBe('the U.S.');
	});
});
