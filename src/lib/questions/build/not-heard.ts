/**
 * Who is missing: whose words the article does not give, who has made no comment, and who is quoted
 * when others are only retold.
 */
import type { Statement } from '../../facts/schema.ts';
import { capital, mayCompete, reasonOf, settles, type Template } from './context.ts';
import type { Draft } from './draft.ts';
import { factsOfHeard, inMarks, optionName } from './voices.ts';

const mostOptions = 5;

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

/**
 * Who is quoted in whole clauses, and who is not? Whoever is quoted so anywhere counts as quoted, also
 * where other words of the same voice are retold. A document does not speak.
 */
export const quotedAtLength: Template = (context) => {
	const { statements } = context.facts;
	const voices = context.facts.voices.filter(({ kind }) => kind !== 'document');
	const ofForm = (id: string, form: Statement['form']) =>
		statements.find((statement) => statement.voice === id && statement.form === form);
	const quotedOf = (id: string) => ofForm(id, 'direct');
	const retoldOf = (id: string) => ofForm(id, 'partial') ?? ofForm(id, 'indirect');
	const isQuoted = (id: string) => quotedOf(id) !== undefined;
	const quoted = voices.filter(({ id }) => isQuoted(id));
	const asked = quoted.slice(0, 3);
	const retold = voices
		.filter(
			({ id }) =>
				!isQuoted(id) &&
				!quoted.some(({ within }) => within.includes(id)) &&
				asked.every((one) => mayCompete(context, one.id, id)) &&
				retoldOf(id) !== undefined
		)
		.sort(
			(one, other) =>
				Number(ofForm(other.id, 'partial') !== undefined) -
				Number(ofForm(one.id, 'partial') !== undefined)
		)
		.slice(0, mostOptions - asked.length);
	if (quoted.length < 2 || retold.length < 2) return [];
	const lines = [
		...asked.flatMap(({ id }) => quotedOf(id) ?? []),
		...retold.flatMap(({ id }) => retoldOf(id) ?? [])
	];
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
					partial: 'Only a word or two stand in quotation marks; the rest is retold.',
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
