import { expect, it } from 'vitest';
import { distinct, mayMeet, otherPlaces, whyNotHere } from './demands.ts';
import { harbour } from './testing/harbour.ts';

const demandOf = (id: string, context = harbour()) => {
	const demand = context.facts.demands.find((one) => one.id === id);
	if (!demand) throw new Error(`no demand ${id}`);
	return demand;
};

it('an umbrella and its example never meet, whichever comes first', () => {
	expect(mayMeet(harbour(), demandOf('control'), demandOf('forms'))).toBe(false);
	expect(mayMeet(harbour(), demandOf('forms'), demandOf('control'))).toBe(false);
	expect(mayMeet(harbour(), demandOf('forms'), demandOf('inspections'))).toBe(true);
});

it('a place that names nothing is no other place', () => {
	const context = harbour();
	context.facts.demands = context.facts.demands.filter(({ where }) => where !== 'insisted');
	expect(otherPlaces(context, demandOf('rent')).map(({ id }) => id)).toEqual(['talks', 'leith']);
});

it('a reason never says that a place lacks a demand, only that the text leaves it open', () => {
	const context = harbour();
	const [place] = context.facts.places;
	if (!place) throw new Error('no place');
	expect(whyNotHere(context, demandOf('night'), place).why).toBe(
		'The article names this in the draft written in Leith; what else belongs to them is not stated.'
	);
});

it('leaves out a quotation that lies inside another and keeps reading order', () => {
	const long = { s: 4, words: 'took place in March 2019' };
	const short = { s: 4, words: 'March 2019' };
	const first = { s: 2, words: 'a lower rent' };
	expect(distinct([long, short, first, long])).toEqual([first, long]);
});
