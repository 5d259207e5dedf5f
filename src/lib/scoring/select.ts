import { idFault, sentencesOf } from '../questions/ids.ts';
import type { Response } from '../questions/response.ts';
import type { SelectQuestion } from '../questions/schema.ts';
import { fraction } from './fraction.ts';
import { invalid, scored, unanswered, type Invalid, type Score } from './outcome.ts';

/**
 * Select the sentence: best overlap with an accepted set / size of the set. The stem names the
 * number, so more taps than that are refused; fewer are marked as they are.
 */
export function scoreSelect(response: Response, question: SelectQuestion): Score | Invalid {
	if (response.kind !== 'select') return invalid('wrong-kind');
	const { sentences } = response;
	const fault = idFault(sentences.map(String), sentencesOf(question), question.pick);
	if (fault) return invalid(fault);
	if (sentences.length === 0) return unanswered(question);
	const overlaps = question.accepted.map((set) => sentences.filter((n) => set.includes(n)).length);
	return scored(question, fraction(Math.max(...overlaps), question.pick));
}
