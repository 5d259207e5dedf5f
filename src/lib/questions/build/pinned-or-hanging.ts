/**
 * Which times does the text pin to a year, and which hang on the day it was published? Asked only
 * of an article that came without a date.
 */
import type { Facts } from '../../facts/schema.ts';
import { capital, draw, nearest, settles, type Context, type Template } from './context.ts';

type Event = Facts['events'][number];
type Timed = Event & { when: string };

const PINNED = 'The text is enough: it gives the year';
const HANGING = 'The day of publication is needed too';

const isTimed = (event: Event): event is Timed => event.when !== undefined;

const timesOf = (context: Context, hangs: boolean): Timed[] =>
	context.facts.events
		.filter(isTimed)
		.filter((event) => event.hangs === hangs && (hangs || event.grain !== 'open'));

/** Each time to be put under what it takes to place it. */
export const pinnedOrHanging: Template = (context) => {
	const pinned = timesOf(context, false).slice(0, 3);
	const hanging = timesOf(context, true).slice(0, 3);
	if (context.facts.source.date !== null || pinned.length < 2 || hanging.length < 2) return [];
	return [
		{
			template: 'pinned-or-hanging',
			facts: [...hanging, ...pinned].map(({ id }) => id),
			skill: 'chronology',
			kind: 'categorise',
			stem: 'The text came without a date of publication. What does it take to work out when each of these was?',
			rows: [
				...pinned.map((event) => ({ ...row(event), column: PINNED, why: whyPinned(event) })),
				...hanging.map((event) => ({ ...row(event), column: HANGING, why: whyHanging(event) }))
			],
			columns: [
				{
					text: PINNED,
					why: 'A year in the text stays put, whenever the text is read.',
					cite: settles(...pinned.flatMap(({ at }) => at))
				},
				{
					text: HANGING,
					why: 'Such a time counts back from the day the text came out, which the text does not give.',
					cite: settles(...hanging.flatMap(({ at }) => at))
				}
			]
		}
	];

	function row(event: Timed) {
		return { text: `${capital(event.what)}: “${event.when}”`, cite: settles(...event.at) };
	}
};

/** One of the hanging times: what would tell a reader when it was? */
export const needsTheDate: Template = (context) => {
	const [hanging] = draw(context, 'needs-the-date', timesOf(context, true), 1);
	const pinned = timesOf(context, false).slice(0, 2);
	const [passage] = hanging?.at ?? [];
	if (context.facts.source.date !== null || !hanging || !passage || pinned.length < 2) return [];
	return [
		{
			template: 'needs-the-date',
			facts: [hanging.id],
			skill: 'chronology',
			kind: 'choice',
			stem: `The article says “${hanging.when}”. What would a reader have to know to put this on a calendar?`,
			passage: { sentence: passage.s, words: passage.words },
			options: [
				{
					text: 'The day on which the article came out',
					right: true,
					why: whyHanging(hanging),
					cite: settles(passage)
				},
				...pinned.map((event) => ({
					text: `The time of ${event.what}`,
					why: `The text gives that time itself, “${event.when}”; “${hanging.when}” does not count from it.`,
					cite: settles(...event.at)
				}))
			]
		}
	];
};

/** Which event has a full date? Only where exactly one has. */
export const theFullDate: Template = (context) => {
	const [day, ...more] = timesOf(context, false).filter(({ grain }) => grain === 'day');
	const coarser = timesOf(context, false).filter(({ grain }) => grain !== 'day');
	const hanging = draw(context, 'the-full-date', timesOf(context, true), 1);
	const others = [...coarser.slice(0, 2), ...hanging];
	if (!day || more.length > 0 || others.length < 2) return [];
	return [
		{
			template: 'the-full-date',
			facts: [day.id],
			skill: 'chronology',
			kind: 'choice',
			stem: 'For which of these does the article give the day, the month and the year?',
			options: [
				{
					text: capital(day.what),
					right: true,
					why: `The article dates it “${day.when}”.`,
					cite: settles(...day.at)
				},
				...others.map((event) => ({
					text: capital(event.what),
					why: `All the article says of its time is “${event.when}”.`,
					cite: nearest(...event.at)
				}))
			]
		}
	];
};

const whyPinned = ({ when }: Timed): string => `“${capital(when)}” names the year.`;

const whyHanging = ({ when }: Timed): string =>
	`“${capital(when)}” counts back from the day of publication, and the text does not give that day.`;
