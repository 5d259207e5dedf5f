/**
 * What a learner answered: the shapes by question kind, and the way from a form to one of them. The
 * compact text that a link carries is response-text.ts; how to mark a response belongs to `scoring/`.
 *
 * Everything here works with a full question (server, bank) and with its public side (a page that
 * has no key yet). Lists come out in a canonical order, so that one answer has one text.
 *
 * An ordering answer that equals the order first shown may be an untouched list; only `study/`,
 * which knows what was shown and touched, can tell, and passes null for it.
 */
import { foreign, readGrid, readList, readOrder } from './form.ts';
import { idsOf, sentencesOf, type AnyQuestion } from './ids.ts';

export type Response =
	| { kind: 'choice' | 'verdict'; option: string }
	| { kind: 'multiple'; options: string[] }
	/** Row id → column id; a row that is missing was left open. */
	| { kind: 'match' | 'categorise'; columns: Record<string, string> }
	/** Every item id once, first to last. */
	| { kind: 'order'; items: string[] }
	| { kind: 'select'; sentences: number[] }
	| { kind: 'two-part'; option: string | null; sentences: number[] }
	| { kind: 'altered'; tokens: string[] }
	| { kind: 'leave'; checks: string[] };

/** How sure the learner was: 1 guessing, 2 fairly sure, 3 certain. */
export type Certainty = 1 | 2 | 3;

/** An answer; nothing answered; or what to mend, in words for the learner. */
export type FormAnswer = { response: Response } | { empty: true } | { fault: string };

/**
 * Reads a submitted form. Field names: `r` (repeated where several may be chosen; sentence numbers
 * for `select`), `r.ROW` with a column id for `match` and `categorise`, `r.ITEM` with a place from
 * 1 for `order` (or one `r` with the ids in order, joined by commas; it counts only while no place
 * is filled in), `e` for the sentences of a two-part question. Other fields and empty values are
 * passed over; an id that the question does not have is a fault.
 *
 * Whether a sentence exists is known to a full question only; the scorer asks again.
 *
 * @param entries name and value pairs: URLSearchParams, FormData or an array
 */
export function responseFromForm(
	question: AnyQuestion,
	entries: Iterable<readonly [string, unknown]>
): FormAnswer {
	const fields = new Map<string, Set<string>>();
	for (const [name, value] of entries) {
		if (typeof value !== 'string') return foreign;
		const trimmed = value.trim();
		if (trimmed !== '') fields.set(name, (fields.get(name) ?? new Set()).add(trimmed));
	}
	const chosen = (name: string): string[] => [...(fields.get(name) ?? [])];

	switch (question.kind) {
		case 'choice':
			return readList(chosen('r'), idsOf(question.options), 1, 'answer', ([option = '']) => ({
				kind: 'choice',
				option
			}));
		case 'verdict':
			return readList(chosen('r'), idsOf(question.options), 1, 'answer', ([option = '']) => ({
				kind: 'verdict',
				option
			}));
		case 'multiple':
			return readList(chosen('r'), idsOf(question.options), Infinity, 'answer', (options) => ({
				kind: 'multiple',
				options
			}));
		case 'leave':
			return readList(chosen('r'), idsOf(question.checks), Infinity, 'check', (checks) => ({
				kind: 'leave',
				checks
			}));
		case 'altered':
			return readList(chosen('r'), idsOf(question.tokens), Infinity, 'word', (tokens) => ({
				kind: 'altered',
				tokens
			}));
		case 'select':
			return readList(chosen('r'), sentencesOf(question), question.pick, 'sentence', (ids) => ({
				kind: 'select',
				sentences: ids.map(Number)
			}));
		case 'two-part': {
			const answer = readList(
				chosen('r'),
				idsOf(question.options),
				1,
				'answer',
				([option = '']) => ({
					kind: 'two-part',
					option,
					sentences: []
				})
			);
			if ('fault' in answer) return answer;
			const option = 'response' in answer ? (chosen('r')[0] ?? null) : null;
			const taps = readList(
				chosen('e'),
				sentencesOf(question),
				question.pick,
				'sentence',
				(ids) => ({
					kind: 'two-part',
					option,
					sentences: ids.map(Number)
				})
			);
			return 'empty' in taps ? answer : taps;
		}
		case 'match':
		case 'categorise':
			return readGrid(question, fields);
		case 'order':
			return readOrder(question, fields);
	}
}

/** The form fields that stand for a response: {@link responseFromForm} reads them back. */
export function formFromResponse(response: Response): [name: string, value: string][] {
	const each = (name: string, values: readonly (string | number)[]): [string, string][] =>
		values.map((value) => [name, String(value)]);
	switch (response.kind) {
		case 'choice':
		case 'verdict':
			return each('r', [response.option]);
		case 'multiple':
			return each('r', response.options);
		case 'leave':
			return each('r', response.checks);
		case 'altered':
			return each('r', response.tokens);
		case 'select':
			return each('r', response.sentences);
		case 'two-part':
			return [
				...each('r', response.option === null ? [] : [response.option]),
				...each('e', response.sentences)
			];
		case 'match':
		case 'categorise':
			return Object.entries(response.columns).map(([row, column]) => [`r.${row}`, column]);
		case 'order':
			return response.items.map((item, i) => [`r.${item}`, String(i + 1)]);
	}
}

/** Does the response leave everything open? It is marked like no answer at all. */
export function isEmptyResponse(response: Response): boolean {
	return formFromResponse(response).length === 0;
}
