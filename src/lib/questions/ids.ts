/**
 * Ids in an answer: which ones a question has, and whether a list of them is sound. Used where an
 * answer is read (response.ts) and again where it is marked (scoring/).
 */
import type { PublicQuestion } from './public.ts';
import type { Question } from './schema.ts';

export type AnyQuestion = Question | PublicQuestion;

/** What an id may be: one of a list, or, where the list is not known, what passes a test. */
export type Known = readonly string[] | ((id: string) => boolean);

export type IdFault = 'unknown-id' | 'duplicate' | 'too-many';

/** What is wrong with a list of ids; undefined when each is known and comes once, `most` at most. */
export function idFault(
	ids: readonly string[],
	allowed: Known,
	most = Infinity
): IdFault | undefined {
	const isKnown =
		typeof allowed === 'function' ? allowed : (id: string): boolean => allowed.includes(id);
	if (!ids.every(isKnown)) return 'unknown-id';
	if (new Set(ids).size < ids.length) return 'duplicate';
	return ids.length > most ? 'too-many' : undefined;
}

export const idsOf = (options: readonly { id: string }[]): string[] => options.map(({ id }) => id);

/**
 * The sentences that may be tapped. The public side does not list them: there, any number that an
 * article may reach will do, and the scorer, which has the full question, asks again.
 */
export function sentencesOf(question: AnyQuestion & { kind: 'select' | 'two-part' }): Known {
	return 'sentences' in question
		? question.sentences.map(({ sentence }) => String(sentence))
		: (id) => /^[1-9]\d{0,3}$/.test(id);
}

/** Canonical order, shorter ids first, then by their letters: a b c, 3 21, w3 w10. */
export const sorted = (ids: readonly string[]): string[] => [...ids].sort(compareIds);

export const compareIds = (a: string, b: string): number =>
	a.length - b.length || (a < b ? -1 : Number(a > b));
