import { describe, expect, it } from 'vitest';
import { letter, quoted, withoutStop } from './words.ts';

describe('words on paper', () => {
	it('letters the options from A', () => {
		expect([0, 1, 2].map(letter)).toEqual(['A', 'B', 'C']);
	});

	it('does not put quotation marks round words that bring their own', () => {
		expect(quoted('it could stop')).toBe('“it could stop”');
		expect(quoted('“It could stop,” she said')).toBe('“It could stop,” she said');
	});

	it('drops the full stop of an option, but not that of an abbreviation', () => {
		expect(withoutStop('It has not commented.')).toBe('It has not commented');
		expect(withoutStop('the U.S.')).toBe('the U.S.');
	});
});
