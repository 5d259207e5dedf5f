/**
 * What the templates about voices share: which statement of another voice lies nearest, and how to
 * say what the article really gives of it.
 */
import type { FactQuote, Heard, Statement, VoiceSpan } from '../../facts/schema.ts';
import {
	capital,
	mayCompete,
	reasonOf,
	settles,
	statementsBy,
	voiceOf,
	type Context
} from './context.ts';
import type { DraftOption } from './draft.ts';
import { hash } from '../random.ts';

/** A voice as an option shows it. */
export const optionName = (context: Context, voice: string): string =>
	capital(voiceOf(context, voice).name);

/** What is said, as a line of its own: 'Russia’s demands reach further than Ukraine'. */
export const claimOf = ({ says }: Statement): string => capital(says.replace(/^that /u, ''));

/** The words that show whose statement it is, then the statement. */
export const proofOf = ({ cue, at }: Statement): FactQuote[] => [
	{ s: cue.s, words: cue.words },
	...at
];

/** A longer cue stands in the citation and need not be repeated in the reason. */
const mostCue = 60;

/** Says which voice a statement belongs to, as a reason beside its citation. */
export function attributionOf(context: Context, statement: Statement): string {
	const name = statement.as ?? voiceOf(context, statement.voice).name;
	if (statement.form === 'direct' && statement.cue.carried)
		return `No new speaker comes in after sentence ${String(statement.cue.s)}, which names ${name}.`;
	if (statement.cue.carried)
		return `No new voice comes in: these words still rest on ${name}, from sentence ${String(statement.cue.s)}.`;
	return statement.cue.words.length > mostCue
		? `The sentence ties it to ${name}.`
		: `The article ties it to ${name} with the words “${statement.cue.words}”.`;
}

const shareTopic = (one: Statement, other: Statement): number =>
	one.topics.filter((topic) => other.topics.includes(topic)).length;

/** Could the statement also be tied to this voice, so that it must not stand against it? */
export const isShared = (statement: Statement, voice: string): boolean =>
	statement.voice === voice || statement.shared.includes(voice);

/** The statement of a voice that lies nearest to another one. */
export function nearestStatement(
	context: Context,
	voice: string,
	to: Statement
): Statement | undefined {
	return [...statementsBy(context, voice)].sort(
		(one, other) => shareTopic(to, other) - shareTopic(to, one)
	)[0];
}

/** What the article really gives of a voice, as the reason of a wrong option. */
export function otherwise(context: Context, statement: Statement): Omit<DraftOption, 'text'> {
	const verb = statement.form === 'direct' ? 'quotes' : 'retells';
	return {
		why: `The article ${verb} ${voiceOf(context, statement.voice).name} on ${statement.on}, not on this.`,
		cite: settles(...proofOf(statement))
	};
}

/** Statements of other voices that may stand against one, the nearest first. */
export function rivalStatements(context: Context, to: Statement): Statement[] {
	return context.facts.statements
		.filter(
			(other) =>
				mayCompete(context, other.voice, to.voice) &&
				!isShared(to, other.voice) &&
				!isShared(other, to.voice)
		)
		.sort(
			(one, other) =>
				shareTopic(to, other) - shareTopic(to, one) ||
				hash(`${context.seed}/${to.id}/${one.id}`) - hash(`${context.seed}/${to.id}/${other.id}`)
		);
}

/**
 * Deals wrong voices evenly: who has served least as a distractor so far comes first among those
 * equally near, so that no name is right or wrong by habit.
 */
export function dealer(context: Context) {
	const served = new Map<string, number>();
	return function deal(
		statement: Statement,
		tempting: Statement['tempting'] = statement.tempting,
		count = 3
	): DraftOption[] {
		const taken = [statement.voice];
		const options: DraftOption[] = [];
		const take = (voice: string, reason: Omit<DraftOption, 'text'>) => {
			if (options.length === count) return;
			if (!taken.every((other) => mayCompete(context, voice, other))) return;
			taken.push(voice);
			served.set(voice, (served.get(voice) ?? 0) + 1);
			options.push({ text: optionName(context, voice), ...reason });
		};
		for (const { voice, reason } of tempting) take(voice, reasonOf(reason));
		// two wrong answers that the pack itself proposes are enough
		if (options.length >= 2) return options;
		const near = rivalStatements(context, statement)
			.map((other, rank) => ({ other, rank, topics: shareTopic(statement, other) }))
			.sort(
				(one, other) =>
					other.topics - one.topics ||
					(served.get(one.other.voice) ?? 0) - (served.get(other.other.voice) ?? 0) ||
					one.rank - other.rank
			);
		for (const { other } of near) take(other.voice, otherwise(context, other));
		return options;
	};
}

/**
 * Quoted words with the quotation marks round the whole run of them, where the sentence has such:
 * what shows that words are quoted are the marks.
 */
export function inMarks({ article }: Context, at: FactQuote): FactQuote {
	const text = article.sentences[at.s - 1]?.text ?? '';
	const runs = text.match(/“[^”]*”|"[^"]*"/gu) ?? [];
	const run = runs.find((words) => words.includes(at.words));
	return run === undefined ? at : { s: at.s, words: run };
}

/** The text of a span: its words, or its whole sentence. */
export function quoteOfSpan({ article }: Context, span: VoiceSpan): FactQuote {
	return { s: span.s, words: span.words ?? article.sentences[span.s - 1]?.text ?? '' };
}

/** Ids of the facts that a span carries: itself and the statements that lie in it. */
export function factsOfSpan(context: Context, span: VoiceSpan): string[] {
	const { words } = quoteOfSpan(context, span);
	const statements = context.facts.statements.filter(
		({ voice, at }) =>
			voice === span.voice &&
			at.some((one) => one.s === span.s && (words.includes(one.words) || one.words.includes(words)))
	);
	return [...(span.id === undefined ? [] : [span.id]), ...statements.map(({ id }) => id)];
}

/** An entry on how a voice is heard, its voice, and the facts that say the same elsewhere. */
export const factsOfHeard = ({ id, voice, about }: Heard): string[] => [
	id,
	...(voice === undefined ? [] : [voice]),
	...about
];
