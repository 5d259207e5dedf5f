/**
 * Which question gives away which. No stem, and no reason shown during a quiz, may hold the key of a
 * question that comes later (items.md); two such questions are sound by themselves, so that they are
 * kept apart when a quiz is drawn, and not refused.
 *
 * Finds keys that are told word for word. What tells a key in other words only a reader can find.
 */
import type { Question } from '../schema.ts';
import { explainedOf, normal, optionsOf, wordsOf } from './parts.ts';
import type { LintContext } from './rule.ts';

/** Shorter keys are labels ('A document') that stand everywhere. */
const MIN_WORDS = 4;

/** The bank with `tells` filled in. */
export function withTells(
	bank: readonly Question[],
	{ names, labels }: Pick<LintContext, 'names' | 'labels'>
): Question[] {
	const keys = bank.flatMap((question) =>
		optionsOf(question)
			.filter(({ right, option }) => right && wordsOf(option.text).length >= MIN_WORDS)
			.filter(({ option }) => !names.isName(option.text) && !labels.has(option.text))
			.map(({ option }) => ({ id: question.id, key: ` ${normal(option.text)} ` }))
	);
	return bank.map((question) => {
		const told = toldBy(question);
		const tells = keys.filter(({ id, key }) => id !== question.id && told.includes(key));
		return tells.length === 0
			? question
			: { ...question, tells: [...new Set(tells.map(({ id }) => id))] };
	});
}

/** What a learner has read once the question is explained, but for the article. */
function toldBy(question: Question): string {
	const texts = [question.stem, ...explainedOf(question).map(({ reason }) => reason.why)];
	if (question.kind === 'verdict') texts.push(question.statement);
	return ` ${texts.map(normal).join(' | ')} `;
}
