/** Who may not stand beside whom. Source: items.md, 'Where distractors come from'. */
import { mayCompete, tooAlike } from '../build/context.ts';
import { groupsOf, type Choice } from './parts.ts';
import type { LintContext, QuestionRule } from './rule.ts';

/**
 * An alias of the key, a group with its member and two names of one side never compete. In a
 * multiple response two right options may; a right one and a wrong one may not.
 */
export const rivalVoices: QuestionRule = (question, context) =>
	groupsOf(question)
		.filter(({ what }) => what === 'option' || what === 'column')
		.flatMap(({ choices }) =>
			pairs(choices)
				.filter(([one, other]) => question.kind !== 'multiple' || one.right !== other.right)
				.flatMap(([one, other]) => rivalry(one, other, context))
		);

function rivalry(one: Choice, other: Choice, { facts, article, names }: LintContext): string[] {
	const [a, b] = [names.voices(one.option.text), names.voices(other.option.text)];
	const both = `“${one.option.text}” and “${other.option.text}”`;
	if (a.some((id) => b.includes(id))) return [`${both} are names of one voice`];
	const clash = a.some((id) =>
		b.some((rival) => !mayCompete({ facts, article, seed: '' }, id, rival))
	);
	return clash ? [`${both} are one side, a group and its member, or marked as too alike`] : [];
}

/** Pairs that the pack marks as too alike never meet in one question, in no group of it. */
export const alikeNeverMeet: QuestionRule = (question, { facts, article, names }) => {
	const context = { facts, article, seed: '' };
	const seen = groupsOf(question)
		.filter(({ what }) => what !== 'check')
		.flatMap(({ choices }) =>
			pairs(choices).flatMap(([{ option: one }, { option: other }]) =>
				names
					.facts(one.text)
					.some((a) => names.facts(other.text).some((b) => a !== b && tooAlike(context, a, b)))
					? [`“${one.text}” and “${other.text}” are marked as too alike to meet`]
					: []
			)
		);
	// Rows of a grid may be shortened; the facts that it rests on are not.
	if (question.kind !== 'match' && question.kind !== 'categorise') return seen;
	const resting = pairs(question.facts)
		.filter(([a, b]) => tooAlike(context, a, b))
		.map(([a, b]) => `it rests on ${a} and ${b}, which are marked as too alike to meet`);
	return seen.length > 0 ? seen : resting;
};

const pairs = <T>(items: readonly T[]): [T, T][] =>
	items.flatMap((one, i) => items.slice(i + 1).map((other): [T, T] => [one, other]));
