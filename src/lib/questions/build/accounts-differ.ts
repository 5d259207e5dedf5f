/**
 * Two accounts that do not fit each other easily: what differs, who stands where, and does the text
 * settle it? Both may be right; no question asks which side is.
 */
import type { Facts } from '../../facts/schema.ts';
import {
	capital,
	mayCompete,
	reasonOf,
	settles,
	tooAlike,
	voiceOf,
	type Template
} from './context.ts';
import type { DraftOption, DraftRow } from './draft.ts';

type Conflict = Facts['conflicts'][number];

/** What differs between the two? Wrong options are what they agree on or do not speak of. */
export const whatDiffers: Template = (context) =>
	context.facts.conflicts
		.filter(({ shared }) => shared.length >= 2)
		.map((conflict) => ({
			template: 'what-differs',
			facts: [conflict.id],
			skill: 'conflict',
			kind: 'choice',
			stem: `${introduced(conflict)} What differs between them?`,
			options: [
				{ text: capital(conflict.on), right: true, why: conflict.why, cite: bothSides(conflict) },
				...conflict.shared
					.slice(0, 3)
					.map(({ text, reason }) => ({ text: capital(text), ...reasonOf(reason) }))
			]
		}));

/**
 * Which account does the text show to be right? Asked once a pack: asked more often, its key would
 * be known before reading.
 */
export const whichIsRight: Template = (context) => {
	const conflict = context.facts.conflicts.find(
		({ sides: [one, other] }) => one.voice !== other.voice
	);
	if (!conflict) return [];
	const options: DraftOption[] = [
		{
			text: 'Neither; they differ, and both may be right',
			right: true,
			why: conflict.why,
			cite: bothSides(conflict)
		},
		...conflict.sides.map((side) => ({
			text: `The account that ${side.gist}`,
			why: `This is what the article gives from ${voiceOf(context, side.voice).name}; it does not weigh it against the other.`,
			cite: settles(side.at)
		}))
	];
	return [
		{
			template: 'which-is-right',
			facts: [conflict.id],
			skill: 'conflict',
			kind: 'choice',
			stem: `${introduced(conflict)} Which account does the article show to be right?`,
			options
		}
	];
};

/** Who stands on which side: two conflicts whose four voices may stand in one question. */
export const whoStandsWhere: Template = (context) => {
	const { conflicts } = context.facts;
	const pairs = conflicts.flatMap((one, i) => conflicts.slice(i + 1).map((other) => [one, other]));
	const found = pairs.find((pair) => {
		const [one, other] = pair;
		if (!one || !other || tooAlike(context, one.id, other.id)) return false;
		const voices = pair.flatMap(({ sides }) => sides.map(({ voice }) => voice));
		return voices.every((voice, i) =>
			voices.slice(i + 1).every((other) => mayCompete(context, voice, other))
		);
	});
	if (!found) return [];
	const sides = found.flatMap(({ sides }) => sides);
	const rows: DraftRow[] = found.flatMap(({ sides: [one, other] }) =>
		[one, other].map((side) => ({
			text: capital(side.gist),
			column: capital(voiceOf(context, side.voice).name),
			why: `This is the account of ${voiceOf(context, side.voice).name}; the other comes from ${voiceOf(context, side === one ? other.voice : one.voice).name}.`,
			cite: settles(side.at)
		}))
	);
	return [
		{
			template: 'who-stands-where',
			facts: found.map(({ id }) => id),
			skill: 'conflict',
			kind: 'match',
			stem: `Accounts differ on ${found.map(({ topic }) => topic).join(' and on ')}. Who gives which account?`,
			rows,
			columns: sides.map((side) => ({
				text: capital(voiceOf(context, side.voice).name),
				why: `From this voice the article gives this: ${side.gist}.`,
				cite: settles(side.at)
			}))
		}
	];
};

/**
 * 'Sentences 12 and 24 both speak of Russia’s demands.' No names: who says it is what other questions
 * ask.
 */
const introduced = ({ sides: [one, other], topic }: Conflict): string =>
	one.at.s === other.at.s
		? `Sentence ${String(one.at.s)} gives two views of ${topic}.`
		: `Sentences ${String(one.at.s)} and ${String(other.at.s)} both speak of ${topic}.`;

const bothSides = ({ sides: [one, other] }: Conflict): DraftOption['cite'] =>
	settles(one.at, other.at);
