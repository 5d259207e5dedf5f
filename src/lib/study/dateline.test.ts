import { describe, expect, it } from 'vitest';
import { firstPack } from '../../../tests/support/pack.ts';
import { datelineOf, levelText, practiceText } from './dateline.ts';

const first = firstPack();

describe('the line under a title', () => {
	it.each([
		[39, 'easy to read (LIX 39)'],
		[40, 'of medium difficulty (LIX 40)'],
		[50, 'hard to read (LIX 50)']
	])('names the level of LIX %i with its measure', (lix, text) => {
		expect(levelText(lix)).toBe(text);
	});

	it('says of the first article whose title it is, what is not given, and how hard it is', () => {
		expect(datelineOf(first, 25)).toEqual([
			'Title ours',
			'publisher and date not given in the text we have',
			`25 sentences, ${String(first.minutes)} minutes, hard to read (LIX ${String(first.lix)})`
		]);
	});

	it('says of a practice article first of all that it is one, then who is said to have published it', () => {
		const source = {
			...first.source,
			publisher: 'The Lantern',
			author: 'N. H.',
			date: '16 April 2024',
			invented: true
		};
		const line = datelineOf({ ...first, source, minutes: 1, lix: 30 }, 1);
		expect(line).toEqual([
			practiceText,
			'Title ours',
			'The Lantern',
			'N. H.',
			'16 April 2024',
			'1 sentence, 1 minute, easy to read (LIX 30)'
		]);
	});
});
