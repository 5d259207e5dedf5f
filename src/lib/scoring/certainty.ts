/**
 * Certainty-based marking: how well 'how sure are you?' fits what was right. Reported apart; it
 * never enters the mark.
 *
 * On a two-part question the rating stands beside part one and is judged by part one alone. The
 * rule that an answer is right 'only at full marks' is read as full marks on what was rated: a
 * learner who was certain of the right option, and then tapped the wrong sentence, was not wrong
 * about what they were sure of.
 */
import type { Certainty } from '../questions/response.ts';
import { divide, fraction, greatest, mean, subtract, type Fraction } from './fraction.ts';
import { asksCertainty } from './rated.ts';
import type { MarkedAnswer } from './score.ts';

/** Rated answers from which the bonus is shown. */
export const ratedForBonus = 10;
/** Answers at one level from which a share is shown instead of counts. */
export const answersForShare = 5;

export const certainties = [1, 2, 3] as const satisfies readonly Certainty[];

/** What is at stake: points when right, points when wrong. */
export const stakes: Readonly<Record<Certainty, { right: number; wrong: number }>> = {
	1: { right: 1, wrong: 0 },
	2: { right: 2, wrong: -2 },
	3: { right: 3, wrong: -6 }
};

export interface CalibrationLevel {
	certainty: Certainty;
	right: number;
	of: number;
	/** right / of; null with too few answers. */
	share: Fraction | null;
}

export interface CertaintyReport {
	rated: number;
	right: number;
	/** Share right among the rated; null when none is rated. */
	accuracy: Fraction | null;
	/** Mean certainty points; null when none is rated. */
	mean: Fraction | null;
	/** Mean less what the best single level would have brought; null with too few rated. */
	bonus: Fraction | null;
	levels: CalibrationLevel[];
}

type Rateable = Pick<MarkedAnswer, 'question' | 'response' | 'certainty' | 'score'>;

/**
 * Was the answer that was rated right? undefined where nothing was rated: skipped, no rating given,
 * a kind that is not asked, part one left open.
 */
export function ratedRight({
	question,
	response,
	certainty,
	score
}: Rateable): boolean | undefined {
	if (certainty === null || !score.answered || !asksCertainty(question.kind)) return undefined;
	if (response?.kind === 'two-part' && response.option === null) return undefined;
	return score.parts ? score.parts.answer : score.full;
}

/** An answer that was rated, and whether what was rated was right. */
export interface Rating {
	certainty: Certainty;
	right: boolean;
}

/** Certainty over a list of answers; those that were skipped or not rated are left out. */
export const certaintyReport = (answers: readonly Rateable[]): CertaintyReport =>
	certaintyOf(
		answers.flatMap((answer) => {
			const right = ratedRight(answer);
			return answer.certainty === null || right === undefined
				? []
				: [{ certainty: answer.certainty, right }];
		})
	);

/** The same from what is kept of rated answers. */
export function certaintyOf(ratings: readonly Rating[]): CertaintyReport {
	const rightOf = (list: readonly Rating[]): number => list.filter(({ right }) => right).length;
	const points = ratings.map(({ certainty, right }) =>
		fraction(stakes[certainty][right ? 'right' : 'wrong'])
	);
	const right = rightOf(ratings);
	const average = mean(points) ?? null;
	return {
		rated: ratings.length,
		right,
		accuracy: ratings.length > 0 ? fraction(right, ratings.length) : null,
		mean: average,
		bonus:
			average && ratings.length >= ratedForBonus
				? subtract(average, bestSingleLevel(right, ratings.length))
				: null,
		levels: certainties.map((certainty) => {
			const own = ratings.filter((rating) => rating.certainty === certainty);
			return {
				certainty,
				right: rightOf(own),
				of: own.length,
				share: own.length >= answersForShare ? fraction(rightOf(own), own.length) : null
			};
		})
	};
}

/** max(a, 4a − 2, 9a − 6): the mean of rating every answer alike, with a = right / of. */
function bestSingleLevel(right: number, of: number): Fraction {
	const totals = certainties.map((level) =>
		fraction(right * stakes[level].right + (of - right) * stakes[level].wrong)
	);
	const [first = fraction(0), ...others] = totals;
	return divide(greatest(first, ...others), fraction(of));
}
