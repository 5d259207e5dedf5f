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
}

/**
 * The pieces of sentence `n`, in order and without a gap; where marks overlap, the strong one wins.
 * Words that the sentence does not hold are left unmarked.
 */
export function pieces(n: number, text: string, marks: readonly Mark[]): Piece[] {
	const tones = new Array<Tone | null>(text.length).fill(null);
	for (const { sentence, words, tone } of marks) {
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
