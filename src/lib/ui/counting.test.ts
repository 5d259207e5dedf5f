import { describe, expect, it } from 'vitest';
import { counted, inSentences, listed, numbered } from './counting.ts';
import { waitingTime } from './waiting.ts';

describe('counting', () => {
	it('uses the singular for one only', () => {
		expect([0, 1, 2].map((n) => counted(n, 'question'))).toEqual([
			'0 questions',
			'1 question',
			'2 questions'
		]);
		expect(counted(2, 'reply', 'replies')).toBe('2 replies');
	});

	it('puts one "and" before the last part', () => {
		expect(listed([])).toBe('');
		expect(listed(['a'])).toBe('a');
		expect(listed(['a', 'b'])).toBe('a and b');
		expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
	});

	it('draws three neighbours and more together, and never two', () => {
		expect(numbered([4, 5])).toBe('4 and 5');
		expect(numbered([1, 4, 5, 6, 9])).toBe('1, 4–6 and 9');
		expect(inSentences([7])).toBe('sentence 7');
		expect(inSentences([21, 22])).toBe('sentences 21 and 22');
	});
});

it.each([
	[1, '1 second'],
	[59, '59 seconds'],
	[60, '1 minute'],
	[61, '2 minutes'],
	[600, '10 minutes']
])('A wait of %d s is said as %s', (seconds, text) => {
	expect(waitingTime(seconds)).toBe(text);
});
