/**
 * Who is missing: whose words the article does not give, who has made no comment, and who is quoted
 * when others are only retold.
 */
import { capital, mayCompete, reasonOf, settles, type Template } from './context.ts';
import type { Draft } from './draft.ts';
import { factsOfHeard, inMarks, optionName } from './voices.ts';

const MOST_OPTIONS = 5;

/** Of these, whose words are neither quoted nor retold? */
export const notHeard: Template = ({ facts }) => {
	// a named voice that is awaited is another matter: the article says so itself
	const missing = facts.heard.filter(({ how, voice }) => how === 'absent' && voice === undefined);
	const present = facts.heard.filter(({ how }) => how === 'retold');
	if (missing.length < 2 || present.length < 2) return [];
	const lines = [...missing.slice(0, 3), ...present.slice(0, 2)];
	return [
		{
			template: 'not-heard',
			facts: lines.flatMap(factsOfHeard),
			skill: 'missing-voices',
			kind: 'multiple',
			stem: 'Whose words are neither quoted nor retold anywhere in the article?',
			options: lines.map((line) => ({
				text: capital(line.who),
				right: line.how === 'absent',
				...reasonOf(line.reason)
			}))
		}
	];
};

/** Who is quoted in whole clauses, and who is not? */
export const quotedAtLength: Template = (context) => {
	const { statements, voices } = context.facts;
	const quoted = voices.filter(({ id }) =>
		statements.some(({ voice, form }) => voice === id && form === 'direct')
	);
	const firstOf = (id: string) =>
		statements.find(({ voice, form }) => voice === id && form === 'partial') ??
		statements.find(({ voice }) => voice === id);
	const shown = quoted.slice(0, 3);
	const retold = voices
		// a text does not speak, and who speaks for a body would stand against it
		.filter(
			({ id, kind }) =>
				kind !== 'document' &&
				firstOf(id) !== undefined &&
				quoted.every((one) => mayCompete(context, one.id, id))
		)
		.sort(
			(one, other) =>
				Number(firstOf(other.id)?.form === 'partial') - Number(firstOf(one.id)?.form === 'partial')
		)
		.slice(0, MOST_OPTIONS - shown.length);
	if (shown.length < 2 || retold.length < 2) return [];
	const lines = [...shown, ...retold].flatMap(({ id }) => firstOf(id) ?? []);
	return [
		{
			template: 'quoted-at-length',
			facts: lines.map(({ voice }) => voice),
			skill: 'missing-voices',
			kind: 'multiple',
			stem: 'Who speaks in whole sentences or clauses of their own, inside quotation marks?',
			options: lines.map((statement) => ({
				text: optionName(context, statement.voice),
				right: statement.form === 'direct',
				why: {
					direct: 'Whole sentences stand in quotation marks.',
					partial: 'Only a word or a phrase stands in quotation marks; the rest is retold.',
					indirect: 'The words are retold; none stand in quotation marks.'
				}[statement.form],
				cite: settles(
					{ s: statement.cue.s, words: statement.cue.words },
					...statement.at.map((at) => inMarks(context, at))
				)
			}))
		}
	];
};

/** What the article says of a voice that is hardly heard, against misreadings. */
export const aboutSilence: Template = ({ facts }) =>
	facts.heard.flatMap((heard): Draft[] => {
		if (!heard.retold) return [];
		const { ask, fits, misfits, at } = heard.retold;
		return [
			{
				template: 'about-silence',
				facts: factsOfHeard(heard),
				skill: 'missing-voices',
				kind: 'choice',
				stem: ask,
				options: [{ ...fits, right: true }, ...misfits].map((option) => ({
					...option,
					cite: settles(...at)
				}))
			}
		];
	});
