/** Cuts a sentence into plain and marked pieces. */
import type { Quote } from '../../article/article.ts';

/** `strong`: the words that are looked at. `faint`: words that another reason cites. */
export type Tone = 'strong' | 'faint';

export interface Mark extends Quote {
	tone: Tone;
}

export interface Piece {
	text: string;
	tone: Tone | null;
	/** Place of the explained word in the glossary. */
	gloss?: number;
}

/** A word that is explained, at its first place in the sentence. */
export interface Glossed {
	word: string;
	sentence: number;
}

/**
 * The pieces of sentence `n`, in order and without a gap; where marks overlap, the strong one wins.
 * Words that the sentence does not hold are left unmarked. An explained word keeps its mark.
 */
export function pieces(
	n: number,
	text: string,
	marks: readonly Mark[],
	glossary: readonly Glossed[] = []
): Piece[] {
	const signs = Array.from({ length: text.length }, (): Omit<Piece, 'text'> => ({ tone: null }));
	const sign = (sentence: number, words: string, set: (one: Omit<Piece, 'text'>) => void) => {
		const at = sentence === n && words !== '' ? text.indexOf(words) : -1;
		if (at !== -1) signs.slice(at, at + words.length).forEach(set);
	};
	for (const { sentence, words, tone } of marks)
		sign(sentence, words, (one) => {
			if (one.tone !== 'strong') one.tone = tone;
		});
	glossary.forEach(({ sentence, word }, gloss) => {
		sign(sentence, word, (one) => {
			one.gloss = gloss;
		});
	});
	const result: Piece[] = [];
	signs.forEach((one, i) => {
		const last = result.at(-1);
		const character = text.charAt(i);
		if (last?.tone === one.tone && last.gloss === one.gloss) last.text += character;
		else result.push({ text: character, ...one });
	});
	return result;
}
