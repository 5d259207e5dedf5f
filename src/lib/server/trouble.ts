import { error } from '@sveltejs/kit';
import { Trouble } from '$lib/study/trouble';
import { troubleWords } from '$lib/ui/trouble/words';

/** Runs what may meet trouble, and answers it with its status, its code and the words of the error page. */
export async function orTrouble<T>(run: () => T | Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (caught) {
		if (caught instanceof Trouble)
			error(caught.status, {
				message: caught.message,
				code: caught.code,
				words: troubleWords(caught.status, caught.code)
			});
		throw caught;
	}
}
