/** Tap the sentence, or the two, that show what the pack claims: one question a `proofs` fact. */
import type { Template } from './context.ts';
import { pickOf, reasonsOf, sentences } from './evidence.ts';

export const tapTheEvidence: Template = (context) =>
	context.facts.proofs.map(({ id, about, tap }) => ({
		template: 'tap-the-evidence',
		facts: [id, ...about],
		skill: 'evidence',
		kind: 'select',
		stem: `Tap the ${sentences(pickOf(tap))} that ${tap.that}.`,
		pick: pickOf(tap),
		accepted: tap.accept,
		reasons: reasonsOf(tap)
	}));
