/**
 * The guess test: what somebody gains over chance who picks by the look of the options and never
 * reads the article. Over questions with one right option: choice, part one of two-part, verdict.
 */
import type { Option, Question } from '../schema.ts';
import { isContent, wordsOf } from './parts.ts';

export const strategies = [
	'longest',
	'most hedged',
	'most words of the stem',
	'most frequent'
] as const;
export type Strategy = (typeof strategies)[number];

/** Gain in share of questions over chance above which the bank gives itself away. */
export const MAX_GAIN = 0.1;

export interface Guess {
	strategy: Strategy;
	/** Expected share right by this strategy, ties broken by lot. */
	share: number;
	/** Expected share right by lot. */
	chance: number;
	/** `share − chance`. */
	gain: number;
	questions: number;
}

const hedges = new Set(
	(
		'may might could would can perhaps possibly probably likely unlikely reportedly apparently seem ' +
		'seems seemed appear appears appeared suggest suggests suggested some sometimes often unclear ' +
		'uncertain potential potentially about almost mostly largely partly open whether if'
	).split(' ')
);

export function guessTest(bank: readonly Question[]): Guess[] {
	const asked = bank.flatMap((question) =>
		question.kind === 'choice' || question.kind === 'two-part' || question.kind === 'verdict'
			? [question]
			: []
	);
	const frequency = new Map<string, number>();
	for (const { options } of asked)
		for (const { text } of options) frequency.set(text, (frequency.get(text) ?? 0) + 1);
	const chance = mean(asked.map(({ options }) => 1 / options.length));
	return strategies.map((strategy) => {
		const share = mean(
			asked.map((question) => {
				const text =
					question.kind === 'verdict' ? `${question.stem} ${question.statement}` : question.stem;
				return picked(question.options, question.key, (option) =>
					weigh(strategy, option, text, frequency)
				);
			})
		);
		return { strategy, share, chance, gain: share - chance, questions: asked.length };
	});
}

function weigh(
	strategy: Strategy,
	{ text }: Option,
	stem: string,
	frequency: ReadonlyMap<string, number>
): number {
	switch (strategy) {
		case 'longest':
			return text.length;
		case 'most hedged':
			return wordsOf(text).filter((word) => hedges.has(word)).length;
		case 'most words of the stem': {
			const asked = new Set(wordsOf(stem).filter(isContent));
			return new Set(wordsOf(text).filter((word) => asked.has(word))).size;
		}
		case 'most frequent':
			return frequency.get(text) ?? 0;
	}
}

/** Chance of hitting the key among the options that weigh most. */
function picked(
	options: readonly Option[],
	key: string,
	weight: (option: Option) => number
): number {
	const weights = options.map(weight);
	const most = Math.max(...weights);
	const best = options.filter((_, i) => weights[i] === most);
	return best.some(({ id }) => id === key) ? 1 / best.length : 0;
}

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
