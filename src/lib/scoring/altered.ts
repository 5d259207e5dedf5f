import { idFault, idsOf } from '../questions/ids.ts';
import type { Response } from '../questions/response.ts';
import type { AlteredQuestion } from '../questions/schema.ts';
import { fraction } from './fraction.ts';
import { invalid, scored, unanswered, type Invalid, type Score } from './outcome.ts';

/** Altered words: max(0, (right − wrong)/altered). Taps are not capped: a wrong one costs. */
export function scoreAltered(response: Response, question: AlteredQuestion): Score | Invalid {
	if (response.kind !== 'altered') return invalid('wrong-kind');
	const { tokens } = response;
	const fault = idFault(tokens, idsOf(question.tokens));
	if (fault) return invalid(fault);
	if (tokens.length === 0) return unanswered(question);
	const altered = idsOf(question.tokens.filter(({ original }) => original !== undefined));
	const right = tokens.filter((id) => altered.includes(id)).length;
	return scored(question, fraction(2 * right - tokens.length, altered.length));
}
