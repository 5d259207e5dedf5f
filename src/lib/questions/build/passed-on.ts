/**
 * Tap the sentences that pass something on with a word that names no source ('reportedly').
 * All of them are asked for at once: tapping any one would leave the others as right answers.
 */
import { settles, type Template } from './context.ts';
import { levelReason } from './certainty-levels.ts';

const numbers = ['', 'the sentence', 'the two sentences', 'the three sentences'];

export const passedOn: Template = ({ facts }) => {
	const spans = facts['certainty-spans'].flatMap((span) =>
		span.level === 'reported' && span.id !== undefined ? [{ ...span, id: span.id }] : []
	);
	const sentences = [...new Set(spans.map(({ s }) => s))];
	const [first] = spans;
	const which = numbers[sentences.length];
	if (!first || !which) return [];
	return [
		{
			template: 'passed-on',
			facts: spans.map(({ id }) => id),
			skill: 'certainty',
			kind: 'select',
			stem: `Tap ${which} in which one word marks something as passed on, its source left out.`,
			pick: sentences.length,
			accepted: [sentences],
			reasons: spans.map((span) => ({
				sentence: span.s,
				why: levelReason(span),
				cite: settles({ s: span.s, words: span.shown ?? span.words ?? '' })
			}))
		}
	];
};
