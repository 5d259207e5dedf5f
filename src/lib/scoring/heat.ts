/** Heat: which sentences the questions that went wrong rest on. */
import { keySentences } from '../questions/key.ts';
import { fraction, mean, one, subtract, type Fraction } from './fraction.ts';
import type { MarkedAnswer } from './score.ts';

/** Answers from which a sentence has a heat. */
export const answersForHeat = 5;

export interface Heat {
	answers: number;
	/** Mean of (1 − share), 0 to 1; null with too few answers. */
	heat: Fraction | null;
}

/**
 * Heat of every sentence that a key of these answers cites, by sentence number. Skipped and unseen
 * questions are no answers, and an unmarked one has nothing to lose.
 */
export function sentenceHeat(
	answers: readonly Pick<MarkedAnswer, 'question' | 'score'>[]
): Map<number, Heat> {
	const lost = new Map<number, Fraction[]>();
	for (const { question, score } of answers) {
		if (!score.answered || score.max === 0) continue;
		for (const sentence of keySentences(question)) {
			const shares = lost.get(sentence) ?? [];
			shares.push(subtract(one, score.share));
			lost.set(sentence, shares);
		}
	}
	return new Map(
		[...lost]
			.sort(([a], [b]) => a - b)
			.map(([sentence, shares]) => [
				sentence,
				{
					answers: shares.length,
					heat: shares.length >= answersForHeat ? (mean(shares) ?? fraction(0)) : null
				}
			])
	);
}
