/**
 * Credulity and over-suspicion, from stated / contradicted / not stated: believing what the article
 * does not say, and doubting what it does. Reported apart, so that doubting everything never looks
 * like skill.
 */
import type { Verdict } from '../questions/schema.ts';
import { fraction, type Fraction } from './fraction.ts';
import type { MarkedAnswer } from './score.ts';

export interface Rate {
	count: number;
	of: number;
	/** `of` from which the share is shown; before that 'not enough yet'. */
	needed: number;
	/** count / of; null before. */
	share: Fraction | null;
}

export interface Suspicion {
	/** 'Stated' where the key is contradicted or not stated. */
	credulity: Rate;
	/** Anything but 'stated' where the key is stated. */
	overSuspicion: Rate;
	/** Contradicted taken for not stated or the other way round, over the same answers as credulity. */
	confused: { count: number; of: number };
}

/** A verdict, and what it should have been. */
export interface GivenVerdict {
	key: Verdict;
	given: string;
}

/**
 * Counts one learner's verdicts, over as many quizzes as are passed in.
 *
 * @param answers oldest first, reviews left out. Of several answers to one question only the first
 *   counts; a skip is no answer.
 */
export function suspicion(
	answers: readonly Pick<MarkedAnswer, 'question' | 'response'>[]
): Suspicion {
	const first = new Map<string, GivenVerdict>();
	for (const { question, response } of answers) {
		if (question.kind !== 'verdict' || response?.kind !== 'verdict') continue;
		// Ids are unique within a pack; the statement tells two packs apart.
		const name = `${question.id} ${question.statement}`;
		if (!first.has(name)) first.set(name, { key: question.key, given: response.option });
	}
	return suspicionOf([...first.values()]);
}

/** The same from what is kept of first answers. */
export function suspicionOf(verdicts: readonly GivenVerdict[]): Suspicion {
	const unsaid = verdicts.filter(({ key }) => key !== 'stated');
	const said = verdicts.filter(({ key }) => key === 'stated');
	return {
		credulity: rate(unsaid.filter(({ given }) => given === 'stated').length, unsaid.length, 6),
		overSuspicion: rate(said.filter(({ given }) => given !== 'stated').length, said.length, 3),
		confused: {
			count: unsaid.filter(({ key, given }) => given !== 'stated' && given !== key).length,
			of: unsaid.length
		}
	};
}

const rate = (count: number, of: number, needed: number): Rate => ({
	count,
	of,
	needed,
	share: of >= needed ? fraction(count, of) : null
});
