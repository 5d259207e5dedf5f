/**
 * Marking: a response and its question → a share of the maximum. One scorer a kind beside this
 * file, each with its formula and its test; `score.ts` only asks the right one. The formulas are
 * those of the marking rules: each question is worth 1, a two-part question 2, leaving the page 0.
 *
 * What is reported about many answers (profile, certainty, suspicion, heat, totals) is computed
 * from a list of {@link MarkedAnswer}; each of those files says which answers it counts.
 */
import type { Certainty, Response } from '../questions/response.ts';
import type { Question } from '../questions/schema.ts';
import { scoreAltered } from './altered.ts';
import { scoreChoice } from './choice.ts';
import { scoreGrid } from './grid.ts';
import { scoreLeave } from './leave.ts';
import { scoreMultiple } from './multiple.ts';
import { scoreOrder } from './order.ts';
import { unanswered, type Invalid, type Score } from './outcome.ts';
import { scoreSelect } from './select.ts';
import { scoreTwoPart } from './two-part.ts';

/** One question of a quiz with what became of it. */
export interface MarkedAnswer {
	question: Question;
	/** null: skipped, not reached, or an ordering list that nobody touched. */
	response: Response | null;
	/** null: not asked or not rated. */
	certainty: Certainty | null;
	score: Score;
	/** False: the quiz ended before this question was shown. */
	reached: boolean;
}

/**
 * Marks a response. null is an open question and scores 0. A response of another kind, with ids
 * that the question does not have, with an id twice or with more taps than asked for is refused,
 * never marked: no form of ours makes one.
 */
export function scoreResponse(response: Response | null, question: Question): Score | Invalid {
	if (response === null) return unanswered(question);
	switch (question.kind) {
		case 'choice':
		case 'verdict':
			return scoreChoice(response, question);
		case 'multiple':
			return scoreMultiple(response, question);
		case 'match':
		case 'categorise':
			return scoreGrid(response, question);
		case 'order':
			return scoreOrder(response, question);
		case 'select':
			return scoreSelect(response, question);
		case 'two-part':
			return scoreTwoPart(response, question);
		case 'altered':
			return scoreAltered(response, question);
		case 'leave':
			return scoreLeave(response, question);
	}
}
