/** Voice and certainty spans of the facts → places in the article's text. */
import { findWords, type Article, type Quote, type Span } from '../article/article.ts';
import type { Facts } from './schema.ts';

export interface Stretch {
	/** [start, end) in the article's text. */
	span: Span;
	sentence: number;
	/** The words that show it, when the facts name them. */
	shown: Span | null;
}

/** One stretch a voice span, in the facts' order; undefined where the sentence lacks the words. */
export const resolveVoices = (facts: Facts, article: Article): (Stretch | undefined)[] =>
	facts['voice-spans'].map(({ s, words, shown }) => {
		const span = place(article, s, words);
		if (!span) return undefined;
		const cue = shown && findWords(article, { sentence: shown.s, words: shown.words });
		return { span, sentence: s, shown: cue ?? null };
	});

/** One stretch a certainty span, in the facts' order; undefined where the sentence lacks the words. */
export const resolveCertainty = (facts: Facts, article: Article): (Stretch | undefined)[] =>
	facts['certainty-spans'].map(({ s, words, shown }) => {
		const span = place(article, s, words);
		if (!span) return undefined;
		return {
			span,
			sentence: s,
			shown:
				shown === undefined
					? null
					: (within(article, span, shown) ??
						findWords(article, { sentence: s, words: shown }) ??
						null)
		};
	});

function place(article: Article, s: number, words: string | undefined): Span | undefined {
	const sentence = article.sentences[s - 1];
	if (!sentence) return undefined;
	const quote: Quote = { sentence: s, words: words ?? sentence.text };
	return findWords(article, quote);
}

/** The words inside a span, where they stand in it once. */
function within(article: Article, [start, end]: Span, words: string): Span | undefined {
	const text = article.text.slice(start, end);
	const at = text.indexOf(words);
	if (at === -1 || text.includes(words, at + 1)) return undefined;
	return [start + at, start + at + words.length];
}
