import { idFault, idsOf, sentencesOf } from '../questions/ids.ts';
import type { Response } from '../questions/response.ts';
import type { TwoPartQuestion } from '../questions/schema.ts';
import { fraction, one, zero } from './fraction.ts';
import { invalid, scored, unanswered, type Invalid, type Score } from './outcome.ts';

/**
 * Two-part, answer and evidence: both 2, answer alone 1, evidence alone 0. The evidence is right
 * only as a whole accepted set; half of one is not.
 */
export function scoreTwoPart(response: Response, question: TwoPartQuestion): Score | Invalid {
	if (response.kind !== 'two-part') return invalid('wrong-kind');
	const { option, sentences } = response;
	const fault =
		idFault(option === null ? [] : [option], idsOf(question.options)) ??
		idFault(sentences.map(String), sentencesOf(question), question.pick);
	if (fault) return invalid(fault);
	if (option === null && sentences.length === 0) return unanswered(question);
	const answer = option === question.key;
	// There are never more taps than a set holds, so a set that is tapped in full is all that is tapped.
	const evidence = question.accepted.some((set) => set.every((n) => sentences.includes(n)));
	const share = !answer ? zero : evidence ? one : fraction(1, 2);
	return { ...scored(question, share), parts: { answer, evidence } };
}
