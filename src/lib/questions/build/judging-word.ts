/**
 * Reports with a judgement inside: which word judges, and which sentence holds such a judgement?
 * Two questions on one fact, in two directions.
 */
import { quoteOf, settles, type Template } from './context.ts';
import type { Draft } from './draft.ts';

export const judgingWord: Template = ({ facts }) =>
	facts.passages.flatMap((passage) => {
		const { id, about, at, judging, why, beside, tap } = passage;
		if (judging === undefined) return [];
		const drafts: Draft[] = [];
		const options = [{ words: judging, why, right: true }, ...beside];
		if (beside.length >= 2)
			drafts.push({
				template: 'judging-word',
				facts: [id, ...about],
				variant: 'word',
				skill: 'fact-opinion',
				kind: 'choice',
				stem: options.some(({ words }) => words.includes(' '))
					? 'Which words in this passage judge rather than report?'
					: 'Which word in this passage judges rather than reports?',
				passage: quoteOf(at),
				options: options.map(({ words, ...option }) => ({
					...option,
					text: words,
					quoted: true,
					cite: settles({ s: at.s, words })
				}))
			});
		if (tap !== undefined)
			drafts.push({
				template: 'judging-word',
				facts: [id, ...about],
				variant: 'tap',
				skill: 'fact-opinion',
				kind: 'select',
				stem: `Tap the sentence in which ${tap}.`,
				pick: 1,
				accepted: [[at.s]],
				reasons: [{ sentence: at.s, why, cite: settles({ s: at.s, words: judging }) }]
			});
		return drafts;
	});
