/**
 * Who said it: a statement and the voices it could belong to. Only statements with an `ask`, since
 * only these have one right voice; those to be proved are for `answer-and-evidence.ts`.
 */
import { capital, settles, voiceOf, type Context, type Template } from './context.ts';
import type { Statement } from '../../facts/schema.ts';
import type { DraftOption } from './draft.ts';
import { attributionOf, dealer, proofOf } from './voices.ts';

export const whoSaid: Template = (context) => {
	const deal = dealer(context);
	return context.facts.statements.flatMap((statement) => {
		if (statement.ask === undefined || statement.prove) return [];
		const wrong = deal(statement);
		if (wrong.length < 2) return [];
		return {
			template: 'who-said',
			facts: [statement.id],
			skill: 'attribution',
			kind: 'choice',
			stem: statement.ask,
			options: [rightVoice(context, statement), ...wrong]
		};
	});
};

/** The speaker of a statement as the key of a question. */
export function rightVoice(context: Context, statement: Statement): DraftOption {
	return {
		text: capital(statement.as ?? voiceOf(context, statement.voice).name),
		right: true,
		why: attributionOf(context, statement),
		cite: settles(...proofOf(statement))
	};
}
