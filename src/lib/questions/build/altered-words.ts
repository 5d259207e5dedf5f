/**
 * A quotation with words changed: find them in the retold line. Every change alters the meaning; the
 * pack says how.
 */
import { quoteOf, voiceOf, type Template } from './context.ts';

const counts = ['No word', 'One word', 'Two words', 'Three words'];

export const alteredWords: Template = (context) =>
	context.facts.alterations.flatMap(({ id, statement: about, at, changes }) => {
		const statement = context.facts.statements.find((one) => one.id === about);
		const count = counts[changes.length];
		if (!statement || changes.length === 0 || count === undefined) return [];
		const is = changes.length === 1 ? 'is' : 'are';
		return {
			template: 'altered-words',
			facts: [id, statement.id],
			skill: 'altered-quote',
			kind: 'altered',
			stem: `${count} in this quotation ${is} not what the article has. Tap ${changes.length === 1 ? 'it' : 'them'}.`,
			speaker: voiceOf(context, statement.voice).name,
			original: quoteOf(at),
			changes
		};
	});
