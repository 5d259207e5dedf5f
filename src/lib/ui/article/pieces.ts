/** Cuts a sentence into plain and marked pieces. */
import type { Quote } from '../../article/article.ts';

/** `strong`: the words that are looked at. `faint`: words that another reason cites. */
export type Tone = 'strong' | 'faint';

export interface Mark extends Quote {
	tone: Tone;
}

export interface Piece {
	text: string;
	/** A number: a word that is explained, by its place in the glossary. */
	tone: Tone | number | null;
}

/** A word that is explained, at its first place in the sentence. */
export interface Glossed {
	word: string;
	sentence: number;
}

/**
 * The pieces of sentence `n`, in order and without a gap; where marks overlap, the strong one wins, and
 * any mark wins over an explained word. Words that the sentence does not hold are left unmarked.
 */
export function pieces(
	n: number,
	text: string,
	marks: readonly Mark[],
	glossary: readonly Glossed[] = []
): Piece[] {
	const tones = new Array<Piece['tone']>(text.length).fill(null);
	const explained = glossary.map(({ word, sentence }, tone) => ({ words: word, sentence, tone }));
	for (const { sentence, words, tone } of [...explained, ...marks]) {
		const at = sentence === n && words !== '' ? text.indexOf(words) : -1;
		if (at === -1) continue;
		for (let i = at; i < at + words.length; i++) if (tones[i] !== 'strong') tones[i] = tone;
	}
	const result: Piece[] = [];
	for (let i = 0, from = 0; i < text.length; i++) {
		if (i + 1 < text.length && tones[i + 1] === tones[i]) continue;
		result.push({ text: text.slice(from, i + 1), tone: tones[i] ?? null });
		from = i + 1;
	}
	return result;
}
