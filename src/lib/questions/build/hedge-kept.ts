/**
 * Hedge kept: a passage and retellings of it. One keeps both the voice and how sure the passage is;
 * the others are firmer, weaker, hedge the wrong thing, or give it to another voice.
 *
 * The most careful-sounding retelling must not be a safe guess, so a question needs at least one
 * distractor that hedges too much or in the wrong place.
 */
import { settles, type Template } from './context.ts';

export const hedgeKept: Template = ({ facts }) =>
	facts.hedges.flatMap((hedge) => {
		const { faithful, unfaithful } = hedge;
		const overHedged = unfaithful.some(({ slip }) => slip === 'weaker' || slip === 'moved');
		if (!faithful || unfaithful.length < 2 || !overHedged) return [];
		return [
			{
				template: 'hedge-kept',
				facts: [hedge.id, ...hedge.about],
				skill: 'certainty' as const,
				kind: 'choice' as const,
				stem: 'Which retelling keeps both the speaker and how sure the passage is?',
				passage: { sentence: hedge.at.s, words: hedge.at.words },
				options: [
					{ text: faithful.text, why: faithful.why, cite: settles(hedge.at), right: true },
					...unfaithful.slice(0, 3).map(({ text, why, also }) => ({
						text,
						why,
						cite: also ? settles(hedge.at, also) : settles(hedge.at)
					}))
				]
			}
		];
	});
