/**
 * A response as the compact text that a link carries, and back. Apart from response.ts, as a page that
 * only takes answers needs none of it.
 */
import { idFault, idsOf, sentencesOf, sorted, type AnyQuestion, type Known } from './ids.ts';
import { isEmptyResponse, type Response } from './response.ts';

/**
 * A response as text for a link: letters, digits, `-` and `_` only, '' when nothing is answered.
 * Option ids are single letters and stand side by side ('acd'); a grid has one letter a row, in the
 * order of the rows' ids, `-` for an open one ('ab-c'); sentences and words are numbers ('3-7'); a
 * two-part answer is 'b_14'.
 */
export function encodeResponse(response: Response, question: AnyQuestion): string {
	switch (response.kind) {
		case 'choice':
			return response.option;
		case 'verdict':
			return response.option.charAt(0);
		case 'multiple':
			return sorted(response.options).join('');
		case 'leave':
			return sorted(response.checks).join('');
		case 'altered':
			return sorted(response.tokens)
				.map((token) => token.slice(1))
				.join('-');
		case 'select':
			return numbers(response.sentences);
		case 'two-part':
			return isEmptyResponse(response)
				? ''
				: `${response.option ?? ''}_${numbers(response.sentences)}`;
		case 'match':
		case 'categorise':
			if (!('rows' in question) || isEmptyResponse(response)) return '';
			return sorted(idsOf(question.rows))
				.map((row) => columnOf(response.columns, row) ?? '-')
				.join('');
		case 'order':
			return response.items.join('');
	}
}

/**
 * The way back from {@link encodeResponse}. Never throws.
 *
 * @returns undefined for '' and for any text that is no answer to this question
 */
export function decodeResponse(text: string, question: AnyQuestion): Response | undefined {
	if (text === '') return undefined;
	switch (question.kind) {
		case 'choice':
			return idsOf(question.options).includes(text) ? { kind: 'choice', option: text } : undefined;
		case 'verdict': {
			const option = idsOf(question.options).find((id) => id.charAt(0) === text);
			return option === undefined ? undefined : { kind: 'verdict', option };
		}
		case 'multiple': {
			const options = distinct(Array.from(text), idsOf(question.options));
			return options && { kind: 'multiple', options };
		}
		case 'leave': {
			const checks = distinct(Array.from(text), idsOf(question.checks));
			return checks && { kind: 'leave', checks };
		}
		case 'altered': {
			const tokens = distinct(
				text.split('-').map((n) => `w${n}`),
				idsOf(question.tokens)
			);
			return tokens && { kind: 'altered', tokens };
		}
		case 'select': {
			const sentences = distinct(text.split('-'), sentencesOf(question), question.pick);
			return sentences && { kind: 'select', sentences: sentences.map(Number) };
		}
		case 'two-part': {
			const [option = '', taps, ...rest] = text.split('_');
			if (taps === undefined || rest.length > 0 || text === '_') return undefined;
			if (option !== '' && !idsOf(question.options).includes(option)) return undefined;
			const sentences =
				taps === '' ? [] : distinct(taps.split('-'), sentencesOf(question), question.pick);
			return (
				sentences && {
					kind: 'two-part',
					option: option === '' ? null : option,
					sentences: sentences.map(Number)
				}
			);
		}
		case 'match':
		case 'categorise': {
			const rows = sorted(idsOf(question.rows));
			const given = Array.from(text);
			const filled = rows
				.map((row, i) => [row, given[i] ?? ''] as const)
				.filter(([, column]) => column !== '-');
			const columns = idsOf(question.columns);
			const fits =
				given.length === rows.length &&
				filled.length > 0 &&
				filled.every(([, column]) => columns.includes(column));
			return fits ? { kind: question.kind, columns: Object.fromEntries(filled) } : undefined;
		}
		case 'order': {
			const items = Array.from(text);
			const all = idsOf(question.items);
			return items.length === all.length && distinct(items, all)
				? { kind: 'order', items }
				: undefined;
		}
	}
}

/** The ids in canonical order; undefined when the list is not sound. */
const distinct = (ids: readonly string[], allowed: Known, most?: number): string[] | undefined =>
	idFault(ids, allowed, most) ? undefined : sorted(ids);

/** An own property only: a row named like something every object has is still an open row. */
const columnOf = (columns: Readonly<Record<string, string>>, row: string): string | undefined =>
	Object.hasOwn(columns, row) ? columns[row] : undefined;

const numbers = (list: readonly number[]): string => [...list].sort((a, b) => a - b).join('-');
