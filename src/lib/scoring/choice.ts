import { idFault, idsOf } from '../questions/ids.ts';
import type { Response } from '../questions/response.ts';
import type { ChoiceQuestion, VerdictQuestion } from '../questions/schema.ts';
import { one, zero } from './fraction.ts';
import { invalid, scored, type Invalid, type Score } from './outcome.ts';

/** Single choice and verdict: 1 or 0. */
export function scoreChoice(
	response: Response,
	question: ChoiceQuestion | VerdictQuestion
): Score | Invalid {
	if (response.kind !== question.kind) return invalid('wrong-kind');
	const fault = idFault([response.option], idsOf(question.options));
	if (fault) return invalid(fault);
	return scored(question, response.option === question.key ? one : zero);
}
