/**
 * Asks for a view: from the server, or from this browser where it has the pack. Both run the same
 * functions, so nobody can tell which one answered. What only a browser that answers by itself needs
 * comes later (`local.ts`): a page that is only looked at stays light.
 */
import type { Library } from './library.ts';
import type { Views } from './views.ts';

/** A view could not be had; `status` is 0 where nothing answered. */
export class Unanswered extends Error {
	readonly status: number;
	readonly code: string | undefined;

	constructor(status: number, message: string, code?: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

const inBrowser = 'document' in globalThis;

/** The page was opened without the server: what this browser has is asked first. */
const alone = inBrowser && !document.getElementById('main');

/** So long the server may take before what this browser keeps is looked at, in milliseconds. */
const patience = 3000;

let local: typeof import('./local.ts') | undefined;
const getLocal = async () => (local ??= await import('./local.ts'));

/**
 * @param params the quiz, `n`, `a` and the form's fields, as in the address
 * @throws {Unanswered} when the server refuses, or cannot be reached and the pack is not kept here
 * @throws {import('./trouble.ts').Trouble} when this browser answers and refuses
 */
export function ask<What extends keyof Views>(
	fetch: typeof globalThis.fetch,
	what: What,
	slug: string,
	params: URLSearchParams
): Promise<Views[What]> {
	return either(
		fetch,
		`/quiz/${encodeURIComponent(slug)}/view/${what}?${params.toString()}`,
		({ viewOf }) => viewOf(what, slug, params),
		// What names its version is the same wherever it is made.
		params.has('v')
	);
}

/** What the library holds. @throws {Unanswered} when nothing answers and no copy is kept */
export const askLibrary = (fetch: typeof globalThis.fetch): Promise<Library> =>
	either(fetch, '/packs', ({ keptLibrary }) => keptLibrary(), false);

async function either<View>(
	fetch: typeof globalThis.fetch,
	address: string,
	keptHere: (here: typeof import('./local.ts')) => Promise<View | undefined>,
	same: boolean
): Promise<View> {
	const here = () => getLocal().then(keptHere, () => undefined);
	const first = alone || (same && local) ? await here() : undefined;
	if (first) return first;
	const asked = fromServer<View>(fetch, address);
	if (!inBrowser) return asked;
	let timer = 0;
	const late = new Promise<void>((done) => {
		timer = window.setTimeout(done, patience);
	});
	const kept = await Promise.race([
		late.then(here),
		asked.then(
			() => undefined,
			(caught: unknown) => (caught instanceof Unanswered && caught.code ? undefined : here())
		)
	]);
	clearTimeout(timer);
	return kept ?? asked;
}

async function fromServer<View>(fetch: typeof globalThis.fetch, address: string): Promise<View> {
	const answer = await fetch(address).catch(() => undefined);
	const body = (await answer?.json().catch(() => undefined)) as
		(View & { message?: string; code?: string }) | undefined;
	if (answer?.ok && body) return body;
	// What says that it is well and is no answer of ours came from something in between.
	const status = answer && !answer.ok ? answer.status : 0;
	throw new Unanswered(status, body?.message ?? 'No answer', body?.code);
}

/**
 * Gets the pack and the marking code, so that this browser needs no server for the rest of the quiz.
 * Failing is no harm: the server goes on answering, and the next call tries again.
 */
export const prepare = (slug: string, version: string): Promise<unknown> =>
	getLocal()
		.then(({ openPack }) => openPack(slug, version))
		.catch(() => undefined);
