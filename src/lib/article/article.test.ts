import { describe, expect, it } from 'vitest';
import {
	buildArticle,
	checkSpans,
	findWords,
	readingMinutes,
	type LockedBlock
} from './article.ts';

const text = 'One day. It rained.\nLater\n\nThe sun came out.';
const locked: LockedBlock[] = [
	{
		paragraph: [
			[0, 8],
			[9, 19]
		]
	},
	{ heading: [20, 25] },
	{ paragraph: [[27, 44]] }
];

describe('buildArticle', () => {
	it('numbers sentences through the text and leaves headings out', () => {
		const { sentences } = buildArticle(text, locked);
		expect(sentences.map(({ n, text }) => [n, text])).toEqual([
			[1, 'One day.'],
			[2, 'It rained.'],
			[3, 'The sun came out.']
		]);
	});

	it('numbers paragraphs, and a heading between them is none', () => {
		const { blocks, sentences } = buildArticle(text, locked);
		expect(sentences.map(({ paragraph }) => paragraph)).toEqual([1, 1, 2]);
		expect(blocks.map((block) => (block.kind === 'heading' ? block.text : block.n))).toEqual([
			1,
			'Later',
			2
		]);
	});

	it('keeps the text as it is', () => {
		expect(buildArticle(text, locked).text).toBe(text);
	});
});

describe('checkSpans', () => {
	it('accepts spans that cover every word once', () => {
		expect(checkSpans(text, locked)).toEqual([]);
	});

	it.each<[string, LockedBlock[], RegExp]>([
		['a word without a sentence', [{ paragraph: [[0, 8]] }], /“It rained\..*at the end/su],
		[
			'a gap between two sentences',
			[{ paragraph: [[0, 8]] }, { heading: [20, 25] }, { paragraph: [[27, 44]] }],
			/“It rained\.” before it have no sentence/u
		],
		[
			'sentences that overlap',
			[
				{
					paragraph: [
						[0, 12],
						[9, 19]
					]
				},
				...locked.slice(1)
			],
			/begins before the end/u
		],
		['a sentence over a line break', [{ paragraph: [[0, 25]] }, ...locked.slice(2)], /line break/u],
		[
			'white space at an end',
			[
				{
					paragraph: [
						[0, 9],
						[9, 19]
					]
				},
				...locked.slice(1)
			],
			/white space/u
		],
		['an empty span', [{ heading: [0, 0] }, ...locked], /is empty/u],
		['a span outside the text', [...locked.slice(0, 2), { paragraph: [[27, 99]] }], /outside/u]
	])('refuses %s', (_, blocks, fault) => {
		expect(checkSpans(text, blocks).join('\n')).toMatch(fault);
	});
});

describe('findWords', () => {
	const article = buildArticle('The cat saw the cat. “No,” it said.', [
		{
			paragraph: [
				[0, 20],
				[21, 35]
			]
		}
	]);

	it('gives the place of the words in the whole text', () => {
		expect(findWords(article, { sentence: 2, words: '“No,”' })).toEqual([21, 26]);
	});

	it.each([
		['the sentence does not exist', 3, 'it'],
		['the words are in another sentence', 1, 'it said'],
		['a sign differs', 2, '"No,"'],
		['the words stand there twice', 1, 'cat'],
		['there are no words', 1, '']
	])('finds nothing when %s', (_, sentence, words) => {
		expect(findWords(article, { sentence, words })).toBeUndefined();
	});
});

describe('readingMinutes', () => {
	const minutes = (words: number) =>
		readingMinutes(buildArticle(Array.from({ length: words }, () => 'word').join(' '), []));

	it('counts 150 words a minute, and never less than one minute', () => {
		expect([0, 20, 300, 600].map(minutes)).toEqual([1, 1, 2, 4]);
	});
});
