import { describe, expect, it } from 'vitest';
import type { Explanation, ReasonView } from '../../study/view.ts';
import { backsOf, marksOf, signsOf } from './marks.ts';

const reason = (given: Partial<ReasonView>): ReasonView => ({
	text: '',
	quoted: false,
	sentence: null,
	picked: false,
	right: false,
	answer: null,
	key: null,
	why: '',
	cite: { kind: 'whole', quotes: [] },
	...given
});
const cite = (sentence: number, words = 'words'): ReasonView['cite'] => ({
	kind: 'settles',
	quotes: [{ sentence, words }]
});
const explanation = (groups: Explanation['groups'], rest: ReasonView[] = []): Explanation => ({
	kind: 'choice',
	skill: 'evidence',
	stem: '',
	about: null,
	outcome: 'right',
	points: '1',
	max: 1,
	certainty: null,
	settledIn: [],
	settledBy: 'settles',
	groups,
	rest
});

const options = explanation(
	[
		{
			title: 'options',
			reasons: [
				reason({ right: true, cite: cite(4) }),
				reason({ picked: true, cite: cite(9) }),
				reason({ cite: cite(4, 'other') })
			]
		}
	],
	[reason({ sentence: 1, cite: cite(1) })]
);

describe('what an explanation marks in the article', () => {
	it('shows the words of the right option, and faintly those of the others', () => {
		expect(marksOf(options, null).map(({ sentence, tone }) => [sentence, tone])).toEqual([
			[4, 'strong'],
			[9, 'faint'],
			[4, 'faint']
		]);
	});

	it('shows only the words of the citation that is followed', () => {
		const strong = marksOf(options, { sentence: 9, words: 'words' }).filter(
			({ tone }) => tone === 'strong'
		);
		expect(strong).toEqual([{ sentence: 9, words: 'words', tone: 'strong' }]);
	});

	it('shows the evidence of every row, right or not', () => {
		const rows = explanation([{ title: 'rows', reasons: [reason({ key: 'A', cite: cite(2) })] }]);
		expect(marksOf(rows, null)).toEqual([{ sentence: 2, words: 'words', tone: 'strong' }]);
	});
});

describe('the way back from a sentence', () => {
	it('leads to the first citation of that sentence, waiting sentences included', () => {
		expect([...backsOf(options, 'why')]).toEqual([
			[4, 'why-0-0-0'],
			[9, 'why-0-1-0'],
			[1, 'why-r-0-0']
		]);
	});
});

describe('the signs at sentences', () => {
	it('tell a right choice, a missed one and a wrong one apart, and leave the others alone', () => {
		const sentences = explanation([
			{
				title: 'sentences',
				reasons: [
					reason({ sentence: 1, picked: true, right: true }),
					reason({ sentence: 2, right: true }),
					reason({ sentence: 3, picked: true }),
					reason({ sentence: 4 })
				]
			}
		]);
		expect([...signsOf(sentences)].map(([n, { kind }]) => [n, kind])).toEqual([
			[1, 'right'],
			[2, 'missed'],
			[3, 'wrong']
		]);
	});
});
