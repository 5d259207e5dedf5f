import { describe, expect, it } from 'vitest';
import { choice, leave, multiple, select } from '../questions/testing.ts';
import { fraction } from './fraction.ts';
import { sentenceHeat } from './heat.ts';
import { marked } from './testing.ts';

/** In a choice the reason of option a cites sentence 1, that of b sentence 2. */
const pick = (key: string, option: string) => marked(choice(3, key), { kind: 'choice', option });

describe('the heat of a sentence', () => {
	it('is the mean of what was lost on questions whose key cites it', () => {
		const heat = sentenceHeat([
			pick('b', 'b'),
			pick('b', 'a'),
			pick('b', 'c'),
			pick('b', 'b'),
			// 1/2 − 1/3 = 1/6 of the maximum: 5/6 is lost
			marked(multiple(5, ['a', 'b']), { kind: 'multiple', options: ['b', 'c'] })
		]);
		// (0 + 1 + 1 + 0 + 5/6)/5
		expect(heat.get(2)).toEqual({ answers: 5, heat: fraction(17, 30) });
	});

	it('is shown from five answers on', () => {
		const four = [1, 2, 3, 4].map(() => pick('b', 'a'));
		expect(sentenceHeat(four).get(2)).toEqual({ answers: 4, heat: null });
		expect(sentenceHeat([...four, pick('b', 'b')]).get(2)).toEqual({
			answers: 5,
			heat: fraction(4, 5)
		});
	});

	it('says nothing about sentences that only a distractor cites', () => {
		expect([...sentenceHeat([pick('b', 'a')]).keys()]).toEqual([2]);
	});

	it('counts a sentence once a question, also when two accepted sets hold it', () => {
		const question = select([
			[21, 22],
			[22, 24]
		]);
		const heat = sentenceHeat([marked(question, { kind: 'select', sentences: [21] })]);
		expect([...heat]).toEqual([
			[21, { answers: 1, heat: null }],
			[22, { answers: 1, heat: null }],
			[24, { answers: 1, heat: null }]
		]);
	});

	it('leaves out skipped and unmarked questions', () => {
		const heat = sentenceHeat([
			marked(choice(3, 'a'), null),
			marked(leave(3), { kind: 'leave', checks: ['a'] })
		]);
		expect(heat.size).toBe(0);
	});
});
