import { enhancedBy } from '$lib/ui/form/enhanced';

/**
 * Sends a form without loading the page anew: whoever has joined would be sent on to the quizzes at
 * once, and the return code would never be seen.
 */
export const stay = enhancedBy(
	() =>
		({ update }) =>
			update({ reset: false, invalidateAll: false })
);
