/**
 * An article as the rest of the app sees it: plain text, its blocks, and sentences that carry a
 * number for ever. What a sentence says belongs to `facts/`; proposing spans for new text belongs
 * to `sentences.ts` beside this file.
 *
 * All offsets are UTF-16 code units into the untouched text, end exclusive.
 */

/** A half-open range of UTF-16 code units in the article's text. */
export type Span = readonly [start: number, end: number];

export interface Sentence {
	/** 1-based, in reading order; sub-headings are not counted. */
	n: number;
	start: number;
	end: number;
	text: string;
	/** 1-based number of the paragraph that holds it. */
	paragraph: number;
}

export type Block =
	| { kind: 'heading'; span: Span; text: string }
	| { kind: 'paragraph'; n: number; sentences: Sentence[] };

/** What a pack locks: a line of the text is a heading or a paragraph of sentence spans. */
export type LockedBlock = { heading: Span } | { paragraph: readonly Span[] };

export interface Article {
	text: string;
	blocks: Block[];
	sentences: Sentence[];
}

/** Words of one sentence, character for character. */
export interface Quote {
	sentence: number;
	words: string;
}

/** Builds the article from its text and its locked spans. Expects spans that {@link checkSpans} accepts. */
export function buildArticle(text: string, locked: readonly LockedBlock[]): Article {
	const blocks: Block[] = [];
	const sentences: Sentence[] = [];
	let paragraphs = 0;
	for (const block of locked) {
		if ('heading' in block) {
			const span = block.heading;
			blocks.push({ kind: 'heading', span, text: text.slice(span[0], span[1]) });
			continue;
		}
		const n = ++paragraphs;
		const own = block.paragraph.map(([start, end], i) => ({
			n: sentences.length + i + 1,
			start,
			end,
			text: text.slice(start, end),
			paragraph: n
		}));
		sentences.push(...own);
		blocks.push({ kind: 'paragraph', n, sentences: own });
	}
	return { text, blocks, sentences };
}

/**
 * Says what is wrong with locked spans: they must follow each other, hold no white space at their
 * ends, and leave nothing but white space between them, so that every word has one sentence.
 *
 * @returns one plain line a fault, with the place in the text; empty when the spans are sound
 */
export function checkSpans(text: string, locked: readonly LockedBlock[]): string[] {
	const faults: string[] = [];
	let at = 0;
	const spans = locked.flatMap((block) =>
		'heading' in block ? [block.heading] : [...block.paragraph]
	);
	for (const [start, end] of spans) {
		const name = `span [${String(start)}, ${String(end)}]`;
		if (start < at)
			faults.push(`${name} begins before the end of the span before it (${String(at)})`);
		else if (text.slice(at, start).trim() !== '')
			faults.push(
				`${name}: the words ${show(text.slice(at, start).trim())} before it have no sentence`
			);
		if (end <= start || end > text.length) faults.push(`${name} is empty or ends outside the text`);
		else if (text.slice(start, end) !== text.slice(start, end).trim())
			faults.push(`${name} begins or ends with white space`);
		else if (text.slice(start, end).includes('\n')) faults.push(`${name} runs over a line break`);
		at = Math.max(at, end);
	}
	if (text.slice(at).trim() !== '')
		faults.push(`the words ${show(text.slice(at).trim())} at the end have no sentence`);
	return faults;
}

/**
 * Finds quoted words in the sentence they are cited from.
 *
 * @returns the span in the article's text, or undefined when the sentence does not exist, does not
 *   hold these characters, or holds them twice (which of the two would be meant?)
 */
export function findWords(article: Article, quote: Quote): Span | undefined {
	const sentence = article.sentences[quote.sentence - 1];
	if (!sentence || quote.words === '') return undefined;
	const at = sentence.text.indexOf(quote.words);
	if (at === -1 || sentence.text.includes(quote.words, at + 1)) return undefined;
	return [sentence.start + at, sentence.start + at + quote.words.length];
}

/** Minutes to read the article at 150 words a minute, a fourteen-year-old's careful pace; at least 1. */
export function readingMinutes(article: Article): number {
	const words = article.text.split(/\s+/u).filter((word) => word !== '').length;
	return Math.max(1, Math.round(words / 150));
}

function show(words: string): string {
	return `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
}
