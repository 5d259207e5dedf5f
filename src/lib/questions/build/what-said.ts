/**
 * The other direction: a speaker given by name, and what the article gives on that word. Who says
 * much gets a question with several right lines, who says little one with a single right line.
 */
import type { Statement, Voice } from '../../facts/schema.ts';
import {
	compatible,
	settles,
	statementsBy,
	tooAlike,
	voiceOf,
	type Context,
	type Template
} from './context.ts';
import type { Draft, DraftOption } from './draft.ts';
import { attributionOf, claimOf, proofOf, rivalStatements } from './voices.ts';

export const whatSaid: Template = (context) =>
	context.facts.voices
		.filter(({ kind }) => kind === 'named-person')
		.flatMap((voice) => {
			// lines that another voice might claim too are no use here
			const own = statementsBy(context, voice.id).filter(({ shared }) =>
				shared.every((id) => voiceOf(context, id).kind === 'reporter')
			);
			const draft = own.length > 1 ? several(context, voice, own) : single(context, voice, own);
			return draft ?? [];
		});

function several(context: Context, voice: Voice, own: Statement[]): Draft | undefined {
	const right = own.slice(0, 3);
	const wrong = rivals(context, right, right.length + 1);
	if (wrong.length < 2) return undefined;
	return {
		template: 'what-said',
		variant: 'several',
		facts: right.map(({ id }) => id),
		skill: 'attribution',
		kind: 'multiple',
		stem: `Which of these does the article give on the word of ${voice.name}?`,
		options: options(context, right, wrong.slice(0, Math.max(2, 5 - right.length)))
	};
}

function single(context: Context, voice: Voice, own: Statement[]): Draft | undefined {
	const [right] = own;
	if (!right) return undefined;
	const wrong = rivals(context, [right], 3);
	if (wrong.length < 2) return undefined;
	return {
		template: 'what-said',
		facts: [right.id],
		skill: 'attribution',
		kind: 'choice',
		stem: `Which of these does the article give on the word of ${voice.name}?`,
		options: options(context, [right], wrong)
	};
}

/** Statements of other voices, one a voice, none of them too near to one that is right. */
function rivals(context: Context, right: readonly Statement[], count: number): Statement[] {
	const lists = right.map((statement) => rivalStatements(context, statement));
	const [first = [], ...rest] = lists;
	return compatible(
		first.filter((statement) => rest.every((list) => list.includes(statement))),
		count,
		(one, other) => one.voice !== other.voice && !tooAlike(context, one.id, other.id),
		right
	);
}

function options(
	context: Context,
	right: readonly Statement[],
	wrong: readonly Statement[]
): DraftOption[] {
	return [...right, ...wrong].map((statement) => ({
		text: claimOf(statement),
		right: right.includes(statement),
		why: attributionOf(context, statement),
		cite: settles(...proofOf(statement))
	}));
}
