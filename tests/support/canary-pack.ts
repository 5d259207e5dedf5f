// A pack written by hand, as a teacher's would be: one question of every kind. Every text that tells a
// key, a reason or what a citation is carries the canary, and so does every field that only its author
// should see. What a learner may read before answering carries none.

import { buildArticle } from '../../src/lib/article/article.ts';
import { proposeBlocks } from '../../src/lib/article/sentences.ts';
import type { PackVersion } from '../../src/lib/questions/pack.ts';
import type { Citation, Option, Question, Reason } from '../../src/lib/questions/schema.ts';

/** Nothing else in the app says this. */
export const CANARY = 'kanarienvogel';

const sings = (what: string): string => `${CANARY} ${what}`;

const text = `The harbour stays open
The ferry to the island left at noon, the harbour office said. It carried forty people.
A fisherman said the wind had risen before it left. Nobody from the ferry company spoke.
Later the mayor called the crossing safe. She gave no reason for it.
`;

const cite = (sentence: number): Citation => ({
	kind: 'settles',
	quotes: [{ sentence, words: sings(`quote ${sentence}`) }]
});
const reason = (sentence: number): Reason => ({
	why: sings(`because of sentence ${sentence}`),
	cite: cite(sentence)
});
const option = (id: string, shown: string, sentence = 1): Option => ({
	id,
	text: shown,
	...reason(sentence)
});
const common = (id: string, stem: string) => ({
	id,
	ref: sings(id),
	facts: [sings(`fact of ${id}`)],
	tells: [sings(`told by ${id}`)],
	stem
});
const everySentence = [1, 2, 3, 4, 5, 6].map((sentence) => ({ sentence, ...reason(sentence) }));

const bank: Question[] = [
	{
		...common('cn0001', 'Who says when the ferry left?'),
		kind: 'choice',
		skill: 'attribution',
		max: 1,
		options: [
			option('a', 'the harbour office'),
			option('b', 'a fisherman', 3),
			option('c', 'the mayor', 5)
		],
		key: 'a'
	},
	{
		...common('cn0002', 'Which of these people speak in the article?'),
		kind: 'multiple',
		skill: 'missing-voices',
		max: 1,
		options: [
			option('a', 'a fisherman', 3),
			option('b', 'the captain', 4),
			option('c', 'the mayor', 5),
			option('d', 'a passenger', 2)
		],
		keys: ['a', 'c']
	},
	{
		...common('cn0003', 'Does the article say this?'),
		kind: 'verdict',
		skill: 'not-stated',
		max: 1,
		statement: 'The ferry came back in the evening.',
		options: [
			option('stated', 'stated'),
			option('contradicted', 'contradicted'),
			option('not-stated', 'not-stated', 2)
		],
		key: 'not-stated'
	},
	{
		...common('cn0004', 'Who said what?'),
		kind: 'match',
		skill: 'attribution',
		max: 1,
		rows: [
			{ ...option('a', 'when the ferry left', 1), key: 'a' },
			{ ...option('b', 'that the wind had risen', 3), key: 'b' }
		],
		columns: [option('a', 'the harbour office'), option('b', 'the fisherman', 3)]
	},
	{
		...common('cn0005', 'Checkable, or a judgement?'),
		kind: 'categorise',
		skill: 'fact-opinion',
		max: 1,
		rows: [
			{ ...option('a', 'Forty people were on board.', 2), key: 'a' },
			{ ...option('b', 'The crossing was safe.', 5), key: 'b' }
		],
		columns: [option('a', 'checkable'), option('b', 'a judgement', 5)]
	},
	{
		...common('cn0006', 'What came first?'),
		kind: 'order',
		skill: 'chronology',
		max: 1,
		items: [
			option('a', 'The wind rose.', 3),
			option('b', 'The ferry left.', 1),
			option('c', 'The mayor spoke.', 5)
		],
		key: ['a', 'b', 'c']
	},
	{
		...common('cn0007', 'Which sentence says that somebody did not speak?'),
		kind: 'select',
		skill: 'evidence',
		max: 1,
		pick: 1,
		accepted: [[4]],
		sentences: everySentence
	},
	{
		...common('cn0008', 'How many people were on the ferry, and where does it say so?'),
		kind: 'two-part',
		skill: 'evidence',
		max: 2,
		options: [option('a', 'forty', 2), option('b', 'fourteen', 2)],
		key: 'a',
		pick: 1,
		accepted: [[2]],
		sentences: everySentence
	},
	{
		...common('cn0009', 'One word of the retelling is changed.'),
		kind: 'altered',
		skill: 'altered-quote',
		max: 1,
		speaker: 'The fisherman',
		tokens: ['The', 'wind', 'had', 'fallen'].map((word, i) => ({
			id: `w${i}`,
			text: word,
			...(word === 'fallen' ? { original: sings('risen') } : {}),
			...reason(3)
		})),
		original: { sentence: 3, words: sings('the wind had risen') }
	},
	{
		...common('cn0010', 'How could this be checked outside the article?'),
		kind: 'leave',
		skill: 'leave-the-page',
		max: 0,
		passage: { sentence: 5, words: 'the mayor called the crossing safe' },
		checks: [option('a', 'Ask the ferry company.'), option('b', 'Look up the weather report.')]
	}
];

/** Ids of its questions, in their order. */
export const canaryQuestions: readonly string[] = bank.map(({ id }) => id);

export function canaryPack(): PackVersion {
	const blocks = proposeBlocks(text);
	const { sentences } = buildArticle(text, blocks);
	if (sentences.length !== everySentence.length)
		throw new Error(`The article has ${sentences.length} sentences.`);
	return {
		slug: 'harbour-by-hand',
		version: 'canary0001',
		lang: 'en',
		title: { text: 'The harbour stays open', by: 'article' },
		teaser: 'A ferry leaves, and not everybody is asked.',
		source: {
			publisher: null,
			author: 'A teacher',
			date: null,
			link: null,
			invented: true,
			note: 'Written by hand.',
			rights: 'A teacher’s own'
		},
		text,
		blocks,
		minutes: 1,
		lix: 20,
		xray: {
			voices: [{ id: 'v1', name: sings('voice'), kind: 'reporter' }],
			voice: [],
			certainty: []
		},
		// Explained beside the article in attempts too: it says what a word means, and nothing of a key.
		glossary: [{ word: 'ferry', means: 'a boat', span: [27, 32] }],
		bank
	};
}
