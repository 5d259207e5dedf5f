/**
 * Who was last signed in on this device, for pages that are opened without a network: it decides whose
 * attempts they show. With a network the server is asked.
 */
const name = 'says-who/learner';

export function recallLearner(): string | null {
	try {
		return localStorage.getItem(name);
	} catch {
		return null;
	}
}

export function rememberLearner(id: string | null): void {
	try {
		if (id === null) localStorage.removeItem(name);
		else localStorage.setItem(name, id);
	} catch {
		// Where nothing may be kept, no attempt is kept either.
	}
}
