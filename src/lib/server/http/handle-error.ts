// What is said and what is logged when a page fails unexpectedly.

import type { HandleServerError } from '@sveltejs/kit';
import { troubleWords } from '../../ui/trouble/words.ts';

/**
 * The learner gets a sentence, the operator the stack. The log names the path without its query,
 * which holds the learner's answers where scripts are off.
 */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const words = troubleWords(status, undefined);
	if (status === 404) return { message: 'This page does not exist.', words };
	const stack = error instanceof Error ? error.stack : String(error);
	process.stderr.write(`${status} ${event.request.method} ${event.url.pathname}: ${stack ?? ''}\n`);
	return { message: 'Something went wrong on our side. Nothing that was saved is lost.', words };
};
