/** The mark of a quiz: points and maximum, with what was left open counted apart. */
import { divide, fraction, sum, type Fraction } from './fraction.ts';
import type { MarkedAnswer } from './score.ts';

export interface Totals {
	points: Fraction;
	max: number;
	/** points / max; null where the maximum is 0: that shows 'no mark', which is not a zero. */
	share: Fraction | null;
	/** Full marks. */
	right: number;
	/** Some points, not all. */
	partly: number;
	/** Answered, no points. */
	wrong: number;
	/** Seen and left open: 0 points, in the maximum. */
	skipped: number;
	/** Never shown: 0 points, in the maximum, but outside the question's facility. */
	notReached: number;
}

/**
 * Adds up a quiz. Questions that are not marked (leave the page) are in none of the numbers. A
 * question that was dropped is left out by the caller, which takes it out of both sums.
 */
export function totals(answers: readonly Pick<MarkedAnswer, 'score' | 'reached'>[]): Totals {
	const marked = answers.filter(({ score }) => score.max > 0);
	const points = sum(marked.map(({ score }) => score.points));
	const max = marked.reduce((all, { score }) => all + score.max, 0);
	const count = (is: (answer: (typeof marked)[number]) => boolean): number =>
		marked.filter(is).length;
	return {
		points,
		max,
		share: max > 0 ? divide(points, fraction(max)) : null,
		right: count(({ score }) => score.full),
		partly: count(({ score }) => !score.full && score.points.n > 0),
		wrong: count(({ score }) => score.answered && score.points.n === 0),
		skipped: count(({ score, reached }) => reached && !score.answered),
		notReached: count(({ score, reached }) => !reached && !score.answered)
	};
}
