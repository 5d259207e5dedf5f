/**
 * Which words hedge: a sentence and some of its words. One of them holds the claim back; the others
 * do something else, which their reasons name.
 */
import { quoteOf, settles, type Template } from './context.ts';

export const whichWordsHedge: Template = ({ facts }) =>
	facts.hedges.flatMap((hedge) => {
		const { shows, beside } = hedge;
		if (shows === undefined || beside.length < 2) return [];
		const options = [{ words: hedge.words, why: shows.why, right: true }, ...beside];
		const noun = options.some(({ words }) => words.includes(' ')) ? 'words show' : 'word shows';
		return [
			{
				template: 'which-words-hedge',
				facts: [hedge.id, ...hedge.about],
				skill: 'certainty' as const,
				kind: 'choice' as const,
				stem: `Which ${noun} ${shows.what}?`,
				passage: quoteOf(hedge.at),
				options: options.map(({ words, ...option }) => ({
					...option,
					text: words,
					quoted: true,
					cite: settles({ s: hedge.at.s, words })
				}))
			}
		];
	});
