/**
 * Where does the article name a demand, and which two sentences show it? Only where the proof is
 * spread over two, so that a pointing word has to be followed ('these', 'during those discussions',
 * 'that agreement'). One question a place, on the last of its demands that fits: `where-named` takes
 * the first.
 */
import { settles, type Context, type Template } from './context.ts';
import { demandsAt, otherPlaces, placeOf, whyHere, whyNotPlace } from './demands.ts';
import type { SentenceReasons } from './draft.ts';
import { givesAway } from './evidence.ts';

export const proveIt: Template = (context) =>
	context.facts.places.flatMap((place) => {
		const [where] = place.at;
		const demand = demandsAt(context, place).findLast(
			({ what, at }) =>
				at.length === 1 &&
				where !== undefined &&
				at[0]?.s !== where.s &&
				!givesAway(what, context.article, [at[0]?.s ?? 0])
		);
		const [named] = demand?.at ?? [];
		if (!demand || !where || !named || otherPlaces(context, demand).length < 2) return [];
		const proof = [where.s, named.s].sort((a, b) => a - b);
		return {
			template: 'prove-it',
			facts: [demand.id],
			skill: 'evidence',
			kind: 'two-part',
			stem: `Where does the article name this point: ${demand.what}? Then tap the two sentences that show it.`,
			options: [
				{ text: place.name, right: true, ...whyHere(context, demand) },
				...otherPlaces(context, demand).map((other) => ({
					text: other.name,
					...whyNotPlace(context, other, demand)
				}))
			],
			pick: 2,
			accepted: [proof],
			reasons: [
				{
					sentence: where.s,
					why: 'This sentence tells where the point belongs.',
					cite: settles(where)
				},
				{ sentence: named.s, why: 'This sentence names the point.', cite: settles(named) },
				...otherNamings(context, proof)
			]
		};
	});

/** Sentences that name other demands. */
function otherNamings(context: Context, proof: readonly number[]): SentenceReasons {
	const taken = new Set(proof);
	return context.facts.demands.flatMap((demand) =>
		demand.at.flatMap((at) => {
			if (taken.has(at.s)) return [];
			taken.add(at.s);
			return {
				sentence: at.s,
				why: `This sentence names other points, ${placeOf(context, demand).phrase}.`
			};
		})
	);
}
