/**
 * Where a browser keeps the answers of a quiz while it is taken, so that the address stays clean
 * and can be shared: this tab's session storage. Where that is forbidden, `keep` says so and the
 * answers ride in the address as they do without scripts.
 */

const prefix = 'says-who/answers/';

/** Answers kept for a quiz (its parameters are the key), or null. */
export function kept(quiz: string): string | null {
	try {
		return sessionStorage.getItem(prefix + quiz);
	} catch {
		return null;
	}
}

/** Keeps the answers. @returns whether they will survive a reload */
export function keep(quiz: string, answers: string): boolean {
	try {
		sessionStorage.setItem(prefix + quiz, answers);
		return true;
	} catch {
		return false;
	}
}
