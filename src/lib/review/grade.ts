/** What an answer says about memory, before any model of it. */

/** What an answer says about memory (`marking.md`): `hard` is never given. */
export type Grade = 'again' | 'good' | 'easy';

/**
 * Right while guessing is 'again', right and fairly sure 'good', right and certain 'easy', wrong
 * 'again'; right where certainty was not asked or not given counts as 'good'.
 */
export function gradeOf(full: boolean, certainty: 1 | 2 | 3 | null): Grade {
	if (!full || certainty === 1) return 'again';
	return certainty === 3 ? 'easy' : 'good';
}
