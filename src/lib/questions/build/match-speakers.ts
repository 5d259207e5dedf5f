/**
 * Who said what: statements to be matched with their voices, once for the persons with names and
 * once for the people without.
 */
import type { SourceKind, Statement, Voice } from '../../facts/schema.ts';
import {
	compatible,
	mayCompete,
	settles,
	statementsBy,
	tooAlike,
	type Context,
	type Template
} from './context.ts';
import type { Draft } from './draft.ts';
import { attributionOf, claimOf, isShared, optionName, proofOf } from './voices.ts';

const mostRows = 5;

export const matchSpeakers: Template = (context) => [
	...match(
		context,
		'named',
		['named-person'],
		'Match each statement with the person who makes it.'
	),
	...match(
		context,
		'unnamed',
		['group', 'unnamed'],
		'Nobody here has a name. Match each statement with the people it comes from.'
	)
];

function match(context: Context, variant: string, kinds: SourceKind[], stem: string): Draft[] {
	const columns = widest(
		context,
		context.facts.voices.filter(
			({ kind, id }) => kinds.includes(kind) && statementsBy(context, id).length > 0
		)
	);
	const clear = columns.map((voice) =>
		statementsBy(context, voice.id).filter((statement) =>
			columns.every((other) => other === voice || !isShared(statement, other.id))
		)
	);
	if (columns.length < 3 || clear.some((own) => own.length === 0)) return [];
	// the first of every voice, then second ones while there is room
	const firsts = clear.flatMap((own) => own.slice(0, 1));
	const seconds = clear.flatMap((own) => own.slice(1, 2));
	const rows = compatible(
		[...firsts, ...seconds],
		mostRows,
		(one, other) => !tooAlike(context, one.id, other.id)
	);
	if (rows.length < columns.length + 1) return [];
	return [
		{
			template: 'match-speakers',
			variant,
			facts: rows.map(({ id }) => id),
			skill: 'attribution',
			kind: 'match',
			stem,
			rows: rows.map((statement) => ({
				text: claimOf(statement),
				column: optionName(context, statement.voice),
				why: attributionOf(context, statement),
				cite: settles(...proofOf(statement))
			})),
			columns: columns.map((voice) => column(context, voice, rows))
		}
	];
}

function column(context: Context, voice: Voice, rows: readonly Statement[]) {
	const own = rows.filter((statement) => statement.voice === voice.id);
	const times = own.length === 1 ? 'One of the statements comes' : 'Two of the statements come';
	return {
		text: optionName(context, voice.id),
		why: `${times} from this voice.`,
		cite: settles(...own.map(({ cue }) => ({ s: cue.s, words: cue.words })))
	};
}

/** The largest set of voices that may all stand side by side, at most four. */
function widest(context: Context, voices: readonly Voice[]): Voice[] {
	const fits = (one: Voice, other: Voice) => mayCompete(context, one.id, other.id);
	return voices
		.map((first) => [
			first,
			...compatible(
				voices.filter((voice) => voice !== first),
				3,
				fits,
				[first]
			)
		])
		.reduce((best, set) => (set.length > best.length ? set : best), []);
}
