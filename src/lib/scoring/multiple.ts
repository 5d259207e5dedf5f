import { idFault, idsOf } from '../questions/ids.ts';
import type { Response } from '../questions/response.ts';
import type { MultipleQuestion } from '../questions/schema.ts';
import { fraction, subtract } from './fraction.ts';
import { invalid, scored, unanswered, type Invalid, type Score } from './outcome.ts';

/**
 * Multiple response, K keys of N options: max(0, right/K − wrong/(N−K)). Everything ticked is 0,
 * and so is nothing ticked, which counts as unanswered.
 */
export function scoreMultiple(response: Response, question: MultipleQuestion): Score | Invalid {
	if (response.kind !== 'multiple') return invalid('wrong-kind');
	const fault = idFault(response.options, idsOf(question.options));
	if (fault) return invalid(fault);
	if (response.options.length === 0) return unanswered(question);
	const keys = question.keys.length;
	const right = response.options.filter((id) => question.keys.includes(id)).length;
	const wrong = response.options.length - right;
	return scored(
		question,
		subtract(fraction(right, keys), fraction(wrong, question.options.length - keys))
	);
}
