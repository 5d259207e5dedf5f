/** How the scorers make their results; the shapes are in score.ts. */
import type { Question } from '../questions/schema.ts';
import { compare, fraction, greatest, multiply, one, zero, type Fraction } from './fraction.ts';
import type { Invalid, Score } from './score.ts';

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
