/**
 * The other direction: which of these does the article name in this place? Wrong options are
 * demands of other places, each explained by its own sentence. With one demand to find it is a
 * single choice, with two a multiple response.
 */
import type { Demand } from '../../facts/schema.ts';
import { capital, compatible, draw, tooAlike, type Template } from './context.ts';
import { demandsAt, mayMeet, whyHere, whyNotHere } from './demands.ts';
import type { DraftOption } from './draft.ts';

export const whichIsNamedThere: Template = (context) =>
	context.facts.places.flatMap((place) => {
		const here = demandsAt(context, place);
		// An umbrella gives way to its examples: they say more, and never stand beside it.
		const own = here.filter(({ id }) => !here.some((one) => one.within.includes(id)));
		const keys = compatible(own, 2, (one, other) => mayMeet(context, one, other));
		const [main] = keys;
		const elsewhere = draw(
			context,
			`which-is-named-there/${place.id}`,
			context.facts.demands.filter(
				(demand) =>
					demand.where !== place.id &&
					here.every(
						(one) => !tooAlike(context, one.id, demand.id) && mayMeet(context, one, demand)
					)
			),
			Infinity
		);
		const wrong = compatible(
			spread(elsewhere),
			keys.length === 1 ? 2 : 3,
			(one, other) => mayMeet(context, one, other),
			keys
		);
		if (!main || wrong.length < 2) return [];
		const options: DraftOption[] = [
			...keys.map((demand) => ({
				text: capital(demand.what),
				right: true,
				...whyHere(context, demand)
			})),
			...wrong.map((demand) => ({
				text: capital(demand.what),
				...whyNotHere(context, demand, place)
			}))
		];
		return {
			template: 'which-is-named-there',
			facts: keys.map(({ id }) => id),
			variant: place.id,
			skill: 'chronology',
			kind: keys.length === 1 ? 'choice' : 'multiple',
			stem: `Which of these does the article name ${place.phrase}?`,
			options
		};
	});

/** One demand of every place, then the second of every place, and so on. */
function spread(demands: readonly Demand[]): Demand[] {
	const rank = (demand: Demand, i: number): number =>
		demands.slice(0, i).filter(({ where }) => where === demand.where).length;
	return demands
		.map((demand, i) => ({ demand, rank: rank(demand, i) }))
		.sort((one, other) => one.rank - other.rank)
		.map(({ demand }) => demand);
}
