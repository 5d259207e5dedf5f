/** Tap the two sentences that do not fit each other easily: only where the pack says which pairs do. */
import type { Template } from './context.ts';
import { pickOf, reasonsOf, sentences } from './evidence.ts';

export const differingSentences: Template = (context) =>
	context.facts.conflicts.flatMap(({ id, tap }) =>
		tap
			? {
					template: 'differing-sentences',
					facts: [id],
					skill: 'conflict',
					kind: 'select',
					stem: `Tap the ${sentences(pickOf(tap))} that ${tap.that}.`,
					pick: pickOf(tap),
					accepted: tap.accept,
					reasons: reasonsOf(tap)
				}
			: []
	);
