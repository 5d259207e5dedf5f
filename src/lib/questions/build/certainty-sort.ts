/**
 * Sorting passages by how sure the text is of them. Three levels a question, chosen so that they
 * are told apart by different things: by the hedge, or by whose word it is.
 */
import type { CertaintyLevel, CertaintySpan } from '../../facts/schema.ts';
import { settles, type Context, type Template } from './context.ts';
import type { Draft } from './draft.ts';
import { levelReason, levelWords } from './certainty-levels.ts';

const grids: { variant: string; levels: CertaintyLevel[] }[] = [
	{ variant: 'by-hedge', levels: ['plain', 'possible', 'open'] },
	{ variant: 'by-voice', levels: ['plain', 'on-word', 'reported'] }
];

const ROWS_A_LEVEL = 2;

type Clear = CertaintySpan & { id: string; clear: string };

export const certaintySort: Template = (context) => {
	const left = clearSpans(context);
	return grids.flatMap(({ variant, levels }) => {
		const columns = levels.map((level) => ({ level, spans: take(left, level) }));
		if (columns.some(({ spans }) => spans.length < ROWS_A_LEVEL)) return [];
		const draft: Draft = {
			template: 'certainty-sort',
			facts: columns.flatMap(({ spans }) => spans.map(({ id }) => id)),
			variant,
			skill: 'certainty',
			kind: 'categorise',
			stem: 'Sort the passages: how sure is the article of each?',
			rows: columns.flatMap(({ level, spans }) =>
				spans.map((span) => ({
					text: span.clear,
					quoted: true,
					column: levelWords[level].column,
					why: levelReason(span),
					cite: settles({ s: span.s, words: span.clear }, ...shownOutside(span))
				}))
			),
			columns: columns.map(({ level, spans }) => ({
				text: levelWords[level].column,
				why: spans.map(levelReason).filter(isFirst).join(' '),
				cite: settles(...spans.map(({ s, clear }) => ({ s, words: clear })))
			}))
		};
		return [draft];
	});
};

/** Spans that may stand in a question, the pack's order kept. */
function clearSpans({ facts }: Context): Clear[] {
	return facts['certainty-spans'].flatMap((span) =>
		span.id !== undefined && span.clear !== undefined
			? [{ ...span, id: span.id, clear: span.clear }]
			: []
	);
}

/** Takes the next spans of a level, from different sentences; a span is used in one grid only. */
function take(left: Clear[], level: CertaintyLevel): Clear[] {
	const taken: Clear[] = [];
	for (const span of [...left]) {
		if (taken.length === ROWS_A_LEVEL) break;
		if (span.level !== level || taken.some(({ s }) => s === span.s)) continue;
		taken.push(span);
		left.splice(left.indexOf(span), 1);
	}
	return taken;
}

/** The showing words, where the quoted words do not hold them. */
const shownOutside = ({ s, clear, shown }: Clear) =>
	shown === undefined || clear.includes(shown) ? [] : [{ s, words: shown }];

const isFirst = (one: string, i: number, all: string[]): boolean => all.indexOf(one) === i;
