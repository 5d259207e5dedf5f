/** What the templates on demands and the places that name them share. */
import type { Demand, FactReason, Facts } from '../../facts/schema.ts';
import type { Reason } from '../schema.ts';
import { settles, tooAlike, type Context } from './context.ts';

export type Place = Facts['places'][number];

export const demandsAt = ({ facts }: Context, place: Place): Demand[] =>
	facts.demands.filter((demand) => demand.where === place.id);

/** @throws when the pack has no such place (`check.ts` has proved that it has) */
export function placeOf({ facts }: Context, demand: Demand): Place {
	const place = facts.places.find(({ id }) => id === demand.where);
	if (!place) throw new Error(`no place ${demand.where}`);
	return place;
}

/** An umbrella and its example never meet, nor do two demands that the pack marks as too alike. */
export const mayMeet = (context: Context, one: Demand, other: Demand): boolean =>
	!one.within.includes(other.id) &&
	!other.within.includes(one.id) &&
	!tooAlike(context, one.id, other.id);

/**
 * Places that are surely not where the article names a demand: not its own, and none that names one
 * nearly the same.
 */
export const otherPlaces = (context: Context, demand: Demand): Place[] =>
	context.facts.places.filter(
		(place) =>
			place.id !== demand.where &&
			demandsAt(context, place).length > 0 &&
			demandsAt(context, place).every((one) => !tooAlike(context, one.id, demand.id))
	);

/** Why a demand belongs to its place, with the words that name both. */
export const whyHere = (context: Context, demand: Demand): Reason => ({
	why: demand.why,
	cite: settles(...distinct([...placeOf(context, demand).at, ...demand.at]))
});

/** Why a place is not the one asked for: what it names instead, and where the demand really stands. */
export function whyNotPlace(context: Context, place: Place, demand: Demand): Reason {
	const others = demandsAt(context, place);
	const instead = others.find((one) => mayMeet(context, one, demand)) ?? others[0];
	if (!instead) throw new Error(`${place.id} names nothing`);
	return {
		why: `Here the article names other points, such as ${instead.what}; this one it names ${placeOf(context, demand).phrase}.`,
		cite: settles(...distinct([...instead.at, ...demand.at]))
	};
}

/** Why a demand is not an answer for a place: where it is named, and what stays open. */
export const whyNotHere = (context: Context, demand: Demand, place: Place): Reason => ({
	why: `The article names this ${placeOf(context, demand).phrase}; ${place.open.why}.`,
	cite: settles(...distinct([...demand.at, ...place.open.at]))
});

type Quotes = NonNullable<FactReason['settles']>;

/** In reading order, without a quotation that lies inside another of the same sentence. */
export function distinct(quotes: Quotes): Quotes {
	return quotes
		.filter(
			(quote, i) =>
				!quotes.some(
					(other, j) =>
						other.s === quote.s &&
						other.words.includes(quote.words) &&
						(other.words !== quote.words || j < i)
				)
		)
		.sort((one, other) => one.s - other.s);
}
