import { idFault, idsOf } from '../questions/ids.ts';
import type { Response } from '../questions/response.ts';
import type { LeaveQuestion } from '../questions/schema.ts';
import { zero } from './fraction.ts';
import { invalid, scored, unanswered, type Invalid, type Score } from './outcome.ts';

/** Leave the page: not marked. Its maximum is 0, so there is neither right nor wrong. */
export function scoreLeave(response: Response, question: LeaveQuestion): Score | Invalid {
	if (response.kind !== 'leave') return invalid('wrong-kind');
	const fault = idFault(response.checks, idsOf(question.checks));
	if (fault) return invalid(fault);
	return response.checks.length === 0 ? unanswered(question) : scored(question, zero);
}
