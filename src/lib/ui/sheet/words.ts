/** The words of the printed worksheet and of its key. */
import type { Verdict } from '../../questions/schema.ts';
import { counted } from '../counting.ts';

export const sheet = {
	title: (article: string) => `Worksheet: ${article} · Says Who`,
	description: (article: string) =>
		`A worksheet on ‘${article}’ to print: the article, questions to answer by hand, and the key with its reasons.`,
	print: 'Print',
	back: 'Back to the quiz',
	howTo:
		'The key begins on a page of its own. Print all pages, or leave the key out in your browser’s print window.',
	name: 'Name',
	group: 'Class',
	date: 'Date',
	titleOurs: 'Title ours.',
	notGiven: (missing: readonly string[]) => `Not given in the text we have: ${missing.join(', ')}.`,
	level: (level: string) => `The text is ${level}.`,
	numbers: 'Small figures number the sentences; the margin counts lines.',
	questions: 'Questions',
	turnOver: 'Read the article, then turn it over: this quiz is answered from memory.',
	points: (max: number) => counted(max, 'point'),
	unmarked: 'not marked',

	one: 'Tick one.',
	several: 'Tick every answer that fits; never all of them.',
	verdict: {
		stated: 'Stated',
		contradicted: 'Contradicted',
		'not-stated': 'Not stated'
	} satisfies Record<Verdict, string>,
	letters: 'Write the letter that fits before each line. A letter may be used more than once.',
	order: 'Number the lines, 1 for the first.',
	passage: (sentence: number) => `Sentence ${sentence}`,
	sentences: (pick: number) =>
		pick === 1 ? 'Number of the sentence:' : 'Numbers of the sentences:',
	proof: (pick: number) => (pick === 1 ? 'Proved by sentence' : 'Proved by sentences'),
	retold: (speaker: string) => `${speaker}, retold:`,
	altered: (n: number) =>
		`Underline ${n === 1 ? 'the changed word' : `the ${n} changed words`} and write what the article has:`,
	plan: 'What would you look up, and where?',

	keyOf: (article: string) => `Key: ${article}`,
	keyNote:
		'The key says what the article states and on whose word. Whether it is so is for other sources.',
	sentence: (n: number) => `sentence ${n}`,
	nearest: 'the closest the article comes:',
	whole: 'no sentence says it; the whole text had to be read',
	others: 'Why not the others',
	changed: (from: string, to: string) => `‘${from}’ for ‘${to}’`,
	listOf: 'For comparison:'
};

/** A, B, C … for options on paper. */
export const letter = (i: number): string => String.fromCharCode(65 + (i % 26));

/** A stem for paper, where nothing can be tapped. */
export const forPaper = (stem: string): string =>
	stem.replace(/\b([Tt])ap\b/gu, (_, t: string) => (t === 'T' ? 'Find' : 'find'));

/** The article's words in quotation marks, unless they bring their own. */
export const quoted = (words: string): string => (/^[“"]/u.test(words) ? words : `“${words}”`);

/** An option without its full stop, for the middle of a line; the stop of 'U.S.' stays. */
export const withoutStop = (text: string): string => text.replace(/(?<!\p{Lu})\.$/u, '');
