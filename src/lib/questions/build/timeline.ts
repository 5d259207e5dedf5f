/**
 * Putting events in order, where the text itself orders them and they do not overlap. A timeline is
 * a chain of the pack's `before` facts; of the same events in other orders nothing is asked.
 */
import type { Facts } from '../../facts/schema.ts';
import { capital, nearest, settles, type Context, type Template } from './context.ts';
import { distinct } from './demands.ts';
import type { DraftOption } from './draft.ts';

type Event = Facts['events'][number];
type Before = Facts['before'][number];

/** The longest chain of at least three events, as items to be put in order. */
export const timeline: Template = (context) => {
	const chain = context.facts.events
		.map(({ id }) => longestFrom(context, id))
		.reduce<Before[]>((most, one) => (one.length > most.length ? one : most), []);
	const [first] = chain;
	if (!first || chain.length < 2) return [];
	const links = [undefined, ...chain];
	const events = [first.first, ...chain.map(({ then }) => then)].map((id) => eventOf(context, id));
	return [
		{
			template: 'timeline',
			facts: events.map(({ id }) => id),
			skill: 'chronology',
			kind: 'order',
			stem: 'Put these in the order in which, by the text, they came about, the earliest first.',
			items: events.map((event, i) => {
				const link = links[i] ?? first;
				return {
					text: capital(event.what),
					why: link.why,
					cite: settles(...distinct([...link.at, ...event.at]))
				};
			})
		}
	];
};

/**
 * What does the article place before a day that it names? Wrong options came later, or the text
 * leaves their order open.
 */
export const beforeTheDay: Template = (context) => {
	const { events, before, unsettled } = context.facts;
	const name = (id: string): string => capital(eventOf(context, id).what);
	return events
		.filter(({ grain }) => grain === 'day')
		.flatMap((day) => {
			const earlier = before.filter(({ then }) => then === day.id).slice(0, 2);
			const later = before.filter(({ first }) => first === day.id).slice(0, 2);
			const open = unsettled
				.filter(({ one, other }) => one === day.id || other === day.id)
				.slice(0, 1)
				.map((pair) => ({ ...pair, id: pair.one === day.id ? pair.other : pair.one }));
			if (earlier.length === 0 || open.length === 0 || later.length === 0) return [];
			const options: DraftOption[] = [
				...earlier.map(({ first, why, at }) => ({
					text: name(first),
					right: true,
					why,
					cite: settles(...at)
				})),
				...open.map(({ id, why, at }) => ({ text: name(id), why, cite: nearest(...at) })),
				...later.map(({ then, why, at }) => ({ text: name(then), why, cite: settles(...at) }))
			];
			return {
				template: 'before-the-day',
				facts: [day.id, ...earlier.map(({ first }) => first)],
				skill: 'chronology',
				kind: 'multiple',
				stem: `Which of these does the article place before ${day.what}?`,
				options
			};
		});
};

/** The longest chain of orders that begins with an event; none may hold a pair left open. */
function longestFrom(context: Context, id: string, passed: readonly string[] = []): Before[] {
	const { before, unsettled } = context.facts;
	const chain = [...passed, id];
	return before
		.filter(
			({ first, then }) =>
				first === id &&
				!chain.includes(then) &&
				!unsettled.some(
					({ one, other }) =>
						(one === then && chain.includes(other)) || (other === then && chain.includes(one))
				)
		)
		.map((link) => [link, ...longestFrom(context, link.then, chain)])
		.reduce<Before[]>((most, one) => (one.length > most.length ? one : most), []);
}

function eventOf({ facts }: Context, id: string): Event {
	const event = facts.events.find((one) => one.id === id);
	if (!event) throw new Error(`no event ${id}`);
	return event;
}
