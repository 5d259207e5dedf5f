/** What the templates that ask for evidence share. */
import type { Article } from '../../article/article.ts';
import type { Facts } from '../../facts/schema.ts';
import { nearest, settles } from './context.ts';
import type { SentenceReasons } from './draft.ts';

export type Tap = Facts['proofs'][number]['tap'];

const numbers = ['', '', 'two ', 'three '];

/** 'sentence', 'two sentences', 'three sentences' */
export const sentences = (count: number): string =>
	`${numbers[count] ?? ''}sentence${count === 1 ? '' : 's'}`;

/** How many sentences are to be tapped. */
export const pickOf = (tap: Tap): number => tap.accept[0]?.length ?? 0;

/** A pack's own reasons: the words of an accepted sentence settle it, those of a tempting one do not. */
export const reasonsOf = (tap: Tap): SentenceReasons =>
	tap.reasons.map(({ s, words, why }) => ({
		sentence: s,
		why,
		cite: tap.accept.some((set) => set.includes(s)) ? settles({ s, words }) : nearest({ s, words })
	}));

/**
 * Do two texts share three words in a row? A stem that does so with the sentence it asks for can be
 * answered by searching. A run of which all words but one are names or numbers does not count.
 */
export function sharesRun(stem: string, sentence: string): boolean {
	const there = wordsOf(sentence).map((word) => word.toLowerCase());
	const runs = new Set(there.map((_, i) => there.slice(i, i + 3).join(' ')));
	const here = wordsOf(stem);
	return here.some((_, i) => {
		const run = here.slice(i, i + 3);
		const names = run.filter((word) => /^(\p{Lu}|\p{N})/u.test(word)).length;
		return run.length === 3 && names < 2 && runs.has(run.join(' ').toLowerCase());
	});
}

/** {@link sharesRun} with one of some sentences of an article. */
export const givesAway = (stem: string, article: Article, sentences: readonly number[]): boolean =>
	article.sentences.some(({ n, text }) => sentences.includes(n) && sharesRun(stem, text));

const wordsOf = (text: string): string[] =>
	text.match(/[\p{L}\p{N}]+(?:[’'.][\p{L}\p{N}]+)*/gu) ?? [];
