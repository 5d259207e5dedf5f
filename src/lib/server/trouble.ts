import { error } from '@sveltejs/kit';
import { Trouble } from '$lib/study/trouble';
import { troubleWords } from '$lib/ui/trouble/words';
import { orTryLater } from './store/unavailable';

/**
 * Runs what may meet trouble, and answers it with its status, its code and the words of the error page.
 * A store that cannot take anything now is trouble too.
 */
export async function orTrouble<T>(run: () => T | Promise<T>): Promise<T> {
	try {
		return await orTryLater(async () => run());
	} catch (caught) {
		if (!(caught instanceof Trouble)) throw caught;
		const { status, code } = caught;
		const words = troubleWords(status, code);
		// Where no page can be drawn, as before Kit knows which one, the message is all that is read.
		const message = `${words.heading}. ${words.happened} ${words.kept}`;
		error(status, { message, code, words });
	}
}
