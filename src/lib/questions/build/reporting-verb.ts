/**
 * Verbs of saying: some present what follows as so ('noted'), others leave it as somebody's view
 * ('believe'). The key is one of the first kind, the distractors are of the second.
 */
import { settles, type Template } from './context.ts';

const DISTRACTORS = 2;

export const reportingVerb: Template = ({ facts }) => {
	const verbs = facts['certainty-spans'].flatMap(({ id, s, verb }) =>
		id !== undefined && verb ? [{ id, s, ...verb }] : []
	);
	const views = verbs.filter(({ force }) => force === 'as-view');
	return verbs
		.filter(({ force }) => force === 'as-so')
		.flatMap((key, i) => {
			// Each question takes the next views, so that no two questions share a distractor.
			const others = views.slice(i * DISTRACTORS, (i + 1) * DISTRACTORS);
			if (others.length < DISTRACTORS) return [];
			return [
				{
					template: 'reporting-verb',
					facts: [key.id, ...others.map(({ id }) => id)],
					skill: 'certainty' as const,
					kind: 'choice' as const,
					stem: 'Which of these presents what follows as a fact rather than as somebody’s view?',
					options: [key, ...others].map((verb) => ({
						text: verb.words,
						quoted: true,
						right: verb === key,
						why: verb.why,
						cite: settles({ s: verb.s, words: verb.words })
					}))
				}
			];
		});
};
