/**
 * Fields of a submitted form → a response, or what to mend, in words about the answer. Which field
 * stands for what is said at `responseFromForm` (response.ts), the only caller.
 */
import { compareIds, idFault, idsOf, sorted, type AnyQuestion, type Known } from './ids.ts';
import type { FormAnswer, Response } from './response.ts';

/** Filled-in values by field name. */
export type Fields = ReadonlyMap<string, ReadonlySet<string>>;

const empty: FormAnswer = { empty: true };

export const foreign: FormAnswer = {
	fault: 'This answer does not belong to this question. Load the page again, then answer once more.'
};

/** A list of ids. `what` is one of them in words: 'sentence'. */
export function readList(
	given: readonly string[],
	allowed: Known,
	most: number,
	what: string,
	response: (ids: string[]) => Response
): FormAnswer {
	if (given.length === 0) return empty;
	const fault = idFault(given, allowed, most);
	if (fault === 'too-many') return tooMany(given.length, most, what);
	return fault ? foreign : { response: response(sorted(given)) };
}

function tooMany(given: number, most: number, what: string, where = ''): FormAnswer {
	const plural = most === 1 ? what : `${what}s`;
	return { fault: `Choose ${inWords(most)} ${plural}${where}: ${inWords(given)} are marked.` };
}

/** One column for each row that is filled in; the others stay open. */
export function readGrid(
	question: AnyQuestion & { kind: 'match' | 'categorise' },
	fields: Fields
): FormAnswer {
	const rows = idsOf(question.rows);
	const columns = idsOf(question.columns);
	const filled = placed(fields);
	if (filled.length === 0) return empty;
	for (const [row, values] of filled) {
		const fault = rows.includes(row) ? idFault(values, columns, 1) : 'unknown-id';
		if (fault === 'too-many') return tooMany(values.length, 1, 'answer', ' in each line');
		if (fault) return foreign;
	}
	return {
		response: {
			kind: question.kind,
			columns: Object.fromEntries(
				filled
					.map(([row, [column = '']]) => [row, column] as const)
					.sort(([a], [b]) => compareIds(a, b))
			)
		}
	};
}

/** Places from 1, each given once; or, without any, one field with all ids in order. */
export function readOrder(question: AnyQuestion & { kind: 'order' }, fields: Fields): FormAnswer {
	const ids = idsOf(question.items);
	const filled = placed(fields);
	if (filled.length === 0) {
		const [list] = fields.get('r') ?? [];
		if (list === undefined) return empty;
		const items = list.split(',').map((id) => id.trim());
		if (items.length !== ids.length || idFault(items, ids)) return foreign;
		return { response: { kind: 'order', items } };
	}
	const places = ids.map((_, i) => String(i + 1));
	const at = new Map<string, string[]>();
	for (const [item, values] of filled) {
		if (!ids.includes(item) || idFault(values, places)) return foreign;
		for (const place of values) at.set(place, [...(at.get(place) ?? []), item]);
	}
	const remedy = 'Give each event a place of its own.';
	for (const place of places) {
		const sharing = at.get(place)?.length ?? 0;
		if (sharing > 1)
			return { fault: `${capital(inWords(sharing))} events have place ${place}. ${remedy}` };
	}
	const missing = ids.length - filled.length;
	if (missing > 0) {
		const what = missing === 1 ? 'One event has' : `${capital(inWords(missing))} events have`;
		return { fault: `${what} no place yet. ${remedy}` };
	}
	// As many events as places and none shared: each event has exactly one.
	const items = places.flatMap((place) => at.get(place) ?? []);
	return { response: { kind: 'order', items } };
}

/** The fields `r.ID`: ids with what was filled in for them. */
function placed(fields: Fields): [id: string, string[]][] {
	return [...fields]
		.filter(([name]) => name.startsWith('r.'))
		.map(([name, values]) => [name.slice(2), [...values]]);
}

const inWords = (n: number): string =>
	['no', 'one', 'two', 'three', 'four', 'five', 'six'][n] ?? String(n);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
