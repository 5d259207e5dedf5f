/** What a scorer hands back: a score, or why the response cannot be marked; and how to make one. */
import type { IdFault } from '../questions/ids.ts';
import type { Question } from '../questions/schema.ts';
import { compare, fraction, greatest, multiply, one, zero, type Fraction } from './fraction.ts';

export interface Score {
	/** Share of the maximum, 0 to 1. */
	share: Fraction;
	/** `share` × `max`. */
	points: Fraction;
	max: number;
	/** Full marks: the only thing that counts as right. Never where nothing is marked (`max` 0). */
	full: boolean;
	answered: boolean;
	/** The parts of a two-part question, each judged by itself. */
	parts?: { answer: boolean; evidence: boolean };
}

export interface Invalid {
	invalid: 'wrong-kind' | 'incomplete' | IdFault;
}

export const isInvalid = (result: Score | Invalid): result is Invalid => 'invalid' in result;

export const invalid = (reason: Invalid['invalid']): Invalid => ({ invalid: reason });

/** A score from a share; a share below 0 counts as 0. */
export function scored({ max }: Question, share: Fraction): Score {
	const kept = greatest(zero, share);
	return {
		share: kept,
		points: multiply(kept, fraction(max)),
		max,
		full: compare(kept, one) === 0,
		answered: true
	};
}

/** The score of a question that was left open. */
export function unanswered(question: Question): Score {
	return {
		...scored(question, zero),
		answered: false,
		...(question.kind === 'two-part' ? { parts: { answer: false, evidence: false } } : {})
	};
}
