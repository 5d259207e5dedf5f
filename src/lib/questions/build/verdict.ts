/**
 * Stated, contradicted or not stated. A claim comes with a reason for each of the three; what counts
 * as which is laid down in the pack's schema (facts/schema.ts, `claim`).
 */
import { reasonOf, type Template } from './context.ts';

export const verdict: Template = ({ facts }) =>
	facts.claims.map((claim) => ({
		template: 'verdict',
		facts: [claim.id, ...claim.about],
		skill: claim.skill,
		kind: 'verdict',
		stem: 'Does the article state this, contradict it, or do neither?',
		statement: claim.text,
		key: claim.key,
		reasons: {
			stated: reasonOf(claim.stated),
			contradicted: reasonOf(claim.contradicted),
			'not-stated': reasonOf(claim['not-stated'])
		}
	}));
