import { error } from '@sveltejs/kit';
import { Trouble } from '$lib/study/trouble';

/** Runs what may meet trouble, and answers it with its status and code for the error page. */
export async function orTrouble<T>(run: () => T | Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (caught) {
		if (caught instanceof Trouble)
			error(caught.status, { message: caught.message, code: caught.code });
		throw caught;
	}
}
