/** For tests only: answers as the reports count them. */
import type { Certainty, Response } from '../questions/response.ts';
import type { Question } from '../questions/schema.ts';
import { isInvalid } from './outcome.ts';
import { scoreResponse, type MarkedAnswer } from './score.ts';

/**
 * A question with its marked response; null is skipped.
 *
 * @throws when the response is not sound
 */
export function marked(
	question: Question,
	response: Response | null,
	{ certainty = null, reached = true }: { certainty?: Certainty | null; reached?: boolean } = {}
): MarkedAnswer {
	const score = scoreResponse(response, question);
	if (isInvalid(score)) throw new Error(`refused: ${score.invalid}`);
	return { question, response, certainty, score, reached };
}
