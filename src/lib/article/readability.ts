/**
 * How hard a text is to read, by LIX (C.-H. Björnsson, "Läsbarhet", 1968): words a sentence plus the
 * share of long words. It counts letters and no syllables, so that it is exact, and holds for more
 * languages than English.
 */
import type { Article } from './article.ts';

/** `easy` below 40 (Björnsson: easy), `medium` below 50 (medium), `hard` from 50 on (difficult). */
export const readingLevels = ['easy', 'medium', 'hard'] as const;
export type ReadingLevel = (typeof readingLevels)[number];

/** Letters from which on a word is long. */
const LONG = 7;
/** Hyphens and apostrophes join; 'U.S.' is one word. */
const WORD = /[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*/gu;

/** LIX of the article's sentences, headings left out; 0 for a text without words. */
export function lix(article: Pick<Article, 'sentences'>): number {
	const words = article.sentences.flatMap(({ text }) => text.match(WORD) ?? []);
	if (words.length === 0) return 0;
	const long = words.filter((word) => word.replace(/[^\p{L}\p{N}]/gu, '').length >= LONG);
	return words.length / article.sentences.length + (100 * long.length) / words.length;
}

/** The level of a LIX. */
export function readingLevel(score: number): ReadingLevel {
	if (score < 40) return 'easy';
	return score < 50 ? 'medium' : 'hard';
}
