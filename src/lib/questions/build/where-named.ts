/**
 * Where does the article name this demand? One question a place, on the first of its demands that
 * leaves two other places to choose from: the demand and the place that names it are what must be
 * kept apart, and more of the same question would only repeat that.
 */
import { type Template } from './context.ts';
import { demandsAt, otherPlaces, whyHere, whyNotPlace } from './demands.ts';

export const whereNamed: Template = (context) =>
	context.facts.places.flatMap((place) => {
		const demand = demandsAt(context, place).find((one) => otherPlaces(context, one).length >= 2);
		if (!demand) return [];
		return {
			template: 'where-named',
			facts: [demand.id],
			skill: 'chronology',
			kind: 'choice',
			stem: `Where does the article name this point: ${demand.what}?`,
			options: [
				{ text: place.name, right: true, ...whyHere(context, demand) },
				...otherPlaces(context, demand).map((other) => ({
					text: other.name,
					...whyNotPlace(context, other, demand)
				}))
			]
		};
	});
