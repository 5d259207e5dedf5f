/**
 * Asks for a view: from the server, or from this browser once it has the pack and the code that
 * marks. Both run the same functions, so nobody can tell which one answered.
 */
import type { PackVersion } from '../questions/pack.ts';
import type { ResultView, StepView } from './view.ts';

export interface Views {
	step: StepView;
	result: ResultView;
}

type Engine = {
	[What in keyof Views]: (pack: PackVersion, params: URLSearchParams) => Views[What];
};

/** What this browser can do by itself, by `slug/version`. */
const ready = new Map<string, (what: keyof Views, params: URLSearchParams) => Views[keyof Views]>();

/** A view could not be had; `status` is 0 without a connection. */
export class Unanswered extends Error {
	readonly status: number;
	readonly code: string | undefined;

	constructor(status: number, message: string, code?: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

/**
 * @param params the quiz, `n`, `a` and the form's fields, as in the address
 * @throws {Unanswered} when the server refuses or cannot be reached
 */
export async function ask<What extends keyof Views>(
	fetch: typeof globalThis.fetch,
	what: What,
	slug: string,
	params: URLSearchParams
): Promise<Views[What]> {
	const local = ready.get(`${slug}/${params.get('v') ?? ''}`);
	if (local) return local(what, params) as Views[What];
	let answer: Response;
	try {
		answer = await fetch(`/quiz/${encodeURIComponent(slug)}/view/${what}?${params.toString()}`);
	} catch {
		throw new Unanswered(0, 'No connection');
	}
	if (!answer.ok) {
		const body = (await answer.json().catch(() => ({}))) as { message?: string; code?: string };
		throw new Unanswered(answer.status, body.message ?? 'The server did not answer', body.code);
	}
	return (await answer.json()) as Views[What];
}

/** Packs that are being fetched. */
const coming = new Map<string, Promise<void>>();

/**
 * Fetches the pack and the marking code, so that this browser needs no server for the rest of the
 * quiz. Failing is no harm: the server goes on answering, and the next call tries again.
 */
export function prepare(slug: string, version: string): Promise<void> {
	const key = `${slug}/${version}`;
	const known = coming.get(key);
	if (known) return known;
	const fetched = fetchEngine(slug, version, key).catch((error: unknown) => {
		coming.delete(key);
		throw error;
	});
	coming.set(key, fetched);
	return fetched;
}

async function fetchEngine(slug: string, version: string, key: string): Promise<void> {
	const [marking, answer] = await Promise.all([
		import('./marking.ts'),
		fetch(`/packs/${encodeURIComponent(slug)}/${version}`)
	]);
	if (!answer.ok) throw new Unanswered(answer.status, 'The pack could not be had');
	const pack = (await answer.json()) as PackVersion;
	const engine: Engine = { step: marking.stepFrom, result: marking.resultFrom };
	ready.set(key, (what, params) => engine[what](pack, params));
}
