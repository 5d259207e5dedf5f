import { error, type LoadEvent } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { kept } from '$lib/study/device';
import { ask, type Unanswered } from '$lib/study/engine';
import type { Views } from '$lib/study/views';
import { run } from './run.svelte';
import type { Told } from './told';

/** What `invalidate` names to have the view made again with the answers that the device keeps. */
export const viewDependency = 'quiz:view';

/**
 * Loads a view of a quiz. The address names the quiz; the answers come from the address where no
 * script keeps them, else from the device. The first load in a browser repeats what the server
 * rendered, so the device is asked only once the page is alive.
 */
export async function loadView<What extends keyof Views>(
	{ url, fetch, depends }: LoadEvent,
	what: What,
	slug: string
): Promise<{ view: Views[What] }> {
	depends(viewDependency);
	const params = new URLSearchParams(url.searchParams);
	if (browser && run.alive && !params.has('a')) {
		const answers = kept(quizOf(params));
		if (answers !== null) params.set('a', answers);
	}
	return { view: await orError(ask(fetch, what, slug, params)) };
}

/** What was asked for, or the error page that says why it cannot be had. */
export async function orError<View>(asked: Promise<View>): Promise<View> {
	try {
		return await asked;
	} catch (caught) {
		if (!(caught instanceof Error && 'status' in caught)) throw caught;
		const { message, status, code = 'not-kept' } = caught as Unanswered;
		const found = await import('../trouble/words').catch(() => undefined);
		error(status || 503, {
			message,
			code,
			...(found && { words: found.troubleWords(status, code) })
		});
	}
}

/** The parameters that name the quiz, in the order of `ticketParams`. */
export function quizOf(params: URLSearchParams): string {
	return ['v', 'q', 's', 'm']
		.flatMap((name) => {
			const value = params.get(name);
			return value === null ? [] : [`${name}=${value}`];
		})
		.join('&');
}

/** Fetches what draws explanations, and the end. */
export async function loadTold(): Promise<Told> {
	return (await import('./told')).told;
}
