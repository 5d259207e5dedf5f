/**
 * What every template is given: the facts with ways to look them up, and the rules on who may
 * compete with whom. Templates are pure: (context) → drafts.
 */
import type { Article, Quote } from '../../article/article.ts';
import type { FactQuote, FactReason, Facts, Statement, Voice } from '../../facts/schema.ts';
import type { Citation, Reason } from '../schema.ts';
import { shuffle } from '../random.ts';
import type { Draft } from './draft.ts';

export interface Context {
	facts: Facts;
	article: Article;
	/** Varies which distractors are taken; the bank of a pack uses one seed for ever. */
	seed: string;
}

export type Template = (context: Context) => Draft[];

export const quoteOf = (at: FactQuote): Quote => ({ sentence: at.s, words: at.words });

export const settles = (...at: FactQuote[]): Citation => ({
	kind: 'settles',
	quotes: at.map(quoteOf)
});

export const nearest = (...at: FactQuote[]): Citation => ({
	kind: 'nearest',
	quotes: at.map(quoteOf)
});

export const wholeText: Citation = { kind: 'whole', quotes: [] };

/** A reason as the pack writes it → a reason as a question carries it. */
export function reasonOf(reason: FactReason): Reason {
	if (reason.settles) return { why: reason.why, cite: settles(...reason.settles) };
	if (reason.nearest) return { why: reason.why, cite: nearest(...reason.nearest) };
	return { why: reason.why, cite: wholeText };
}

/** @throws when the pack has no such voice (`check.ts` has proved that it has) */
export function voiceOf({ facts }: Context, id: string): Voice {
	const voice = facts.voices.find((one) => one.id === id);
	if (!voice) throw new Error(`no voice ${id}`);
	return voice;
}

export const statementsBy = ({ facts }: Context, voice: string): Statement[] =>
	facts.statements.filter((statement) => statement.voice === voice);

/**
 * May two voices be options of one question? Never a group with its member, never two names of one
 * side, never a pair that the pack marks as too alike.
 */
export function mayCompete(context: Context, one: string, other: string): boolean {
	if (one === other) return false;
	const a = voiceOf(context, one);
	const b = voiceOf(context, other);
	if (a.within.includes(b.id) || b.within.includes(a.id)) return false;
	if (a.side !== undefined && a.side === b.side) return false;
	return !tooAlike(context, one, other);
}

/** Has the pack marked these two facts as too alike to meet in one question? */
export const tooAlike = ({ facts }: Context, one: string, other: string): boolean =>
	facts.alike.some((group) => group.includes(one) && group.includes(other));

/** The first `count` of a seeded shuffle; `key` names what they are drawn for. */
export const draw = <T>(context: Context, key: string, from: readonly T[], count: number): T[] =>
	shuffle(from, `${context.seed}/${key}`).slice(0, count);

/**
 * Takes options one after the other as long as each may stand beside all that were taken.
 *
 * @returns at most `count` of them
 */
export function compatible<T>(
	candidates: readonly T[],
	count: number,
	fits: (one: T, other: T) => boolean,
	taken: readonly T[] = []
): T[] {
	const result: T[] = [];
	for (const candidate of candidates) {
		if (result.length === count) break;
		if ([...taken, ...result].every((other) => fits(candidate, other))) result.push(candidate);
	}
	return result;
}

/** First letter in upper case, for a phrase that begins a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
