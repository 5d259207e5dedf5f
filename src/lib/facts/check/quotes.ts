/** Every quoted word stands in the sentence it is cited from, character for character. */
import { findWords, type Article, type Quote } from '../../article/article.ts';
import { MAX_FAULTS, oneLine, show } from '../yaml.ts';
import { walk, type Found } from './walk.ts';

/** Finds every `{ s, words }` of the facts, wherever the schema puts one. */
export function checkQuotes(facts: unknown, article: Article): Found[] {
	const found: Found[] = [];
	walk(facts, (value, path) => {
		if (found.length >= MAX_FAULTS || !isQuote(value)) return;
		const message = quoteFault(article, { sentence: value.s, words: value.words });
		if (message !== undefined) found.push({ path: [...path, 'words'], message });
	});
	return found;
}

/** Sentences that a fact names without quoting it. */
export function checkSentence(article: Article, s: number): string | undefined {
	return article.sentences[s - 1] === undefined
		? `there is no sentence ${s}; the article has ${article.sentences.length}: correct the number`
		: undefined;
}

/** Says why quoted words are not found, and what the author most likely meant. */
export function quoteFault(article: Article, quote: Quote): string | undefined {
	if (findWords(article, quote)) return undefined;
	const none = checkSentence(article, quote.sentence);
	if (none !== undefined) return none;
	const { sentence, words } = quote;
	const own = article.sentences[sentence - 1]?.text ?? '';
	if (own.includes(words))
		return `${show(words)} stands twice in sentence ${sentence}; quote more words, so that it is clear which is meant`;
	const at = fold(own).indexOf(fold(words));
	if (at !== -1)
		return `sentence ${sentence} has ${show(own.slice(at, at + words.length), 120)}: the quotation marks, dashes or capitals differ; copy the words from article.txt`;
	const other = article.sentences.find(({ text }) => text.includes(words));
	if (other)
		return `${show(words)} is not in sentence ${sentence} but in sentence ${other.n}; correct s`;
	const part = longestPart(own, words);
	return part === undefined
		? `sentence ${sentence} does not say ${show(words)}; it begins ${show(own)}: copy the words from article.txt`
		: `sentence ${sentence} does not say ${show(words, 100)}; of these words it has ${show(part, 100)}: copy them from article.txt`;
}

/**
 * The same text with the signs that keyboards and word processors swap made equal. Keeps the
 * length, so that places in the folded text are places in the text.
 */
const fold = (text: string): string =>
	text
		.replace(/[‘’ʼ`]/gu, "'")
		.replace(/[“”„«»]/gu, '"')
		.replace(/[‐‑‒–—]/gu, '-')
		.replace(/[\u00a0\u2009\u202f]/gu, ' ')
		.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());

/** The longest run of the quoted words that the sentence does have, from two words on. */
function longestPart(sentence: string, words: string): string | undefined {
	const all = words.split(' ').slice(0, 60);
	for (let length = all.length - 1; length > 1; length--)
		for (let i = 0; i + length <= all.length; i++) {
			const part = all.slice(i, i + length).join(' ');
			if (sentence.includes(part)) return oneLine(part, 200);
		}
	return undefined;
}

function isQuote(value: unknown): value is { s: number; words: string } {
	return (
		typeof value === 'object' &&
		value !== null &&
		's' in value &&
		typeof value.s === 'number' &&
		'words' in value &&
		typeof value.words === 'string'
	);
}
