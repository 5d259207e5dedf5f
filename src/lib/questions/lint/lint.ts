/**
 * The item lint: every rule of how questions are made that a machine can check. A finding is a fault
 * of the pack or of a template; `check:packs` refuses a bank with one. What a rule is and where it
 * comes from stands beside it; this file only lists them.
 */
import type { Article } from '../../article/article.ts';
import type { Facts } from '../../facts/schema.ts';
import type { Question } from '../schema.ts';
import * as bankRules from './bank.ts';
import { orderChain } from './chain.ts';
import { namesOf } from './names.ts';
import { optionsOf } from './parts.ts';
import { retold } from './retold.ts';
import { alikeNeverMeet, rivalVoices } from './rivals.ts';
import type { BankRule, Finding, LintContext, QuestionRule } from './rule.ts';
import * as shape from './shape.ts';
import * as wording from './wording.ts';

export const questionRules = {
	'key-exists': shape.keyExists,
	maximum: shape.maximum,
	'every-reason': shape.everyReason,
	citations: shape.citations,
	'verdict-citation': shape.verdictCitation,
	'quoted-options': shape.quotedOptions,
	'option-count': shape.optionCount,
	distinct: shape.distinct,
	'accepted-sets': shape.acceptedSets,
	'columns-used': shape.columnsUsed,
	'order-start': shape.orderStart,
	'order-chain': orderChain,
	'key-length': wording.keyLength,
	'stem-length': wording.stemLength,
	'option-length': wording.optionLength,
	'of-the-above': wording.ofTheAbove,
	'negative-stem': wording.negativeStem,
	absolutes: wording.absolutesOnlyWrong,
	'stem-echo': wording.stemEcho,
	'evidence-echo': wording.evidenceEcho,
	'one-form': wording.oneForm,
	'one-type': wording.oneType,
	'never-said': wording.neverSaid,
	'rival-voices': rivalVoices,
	'too-alike': alikeNeverMeet,
	retold
} as const satisfies Record<string, QuestionRule>;

export const wholeBankRules = {
	'unique-ids': bankRules.uniqueIds,
	doubles: bankRules.noDoubles,
	siblings: bankRules.siblingsDiffer,
	'equal-thirds': bankRules.equalThirds,
	enough: bankRules.enough,
	guessing: bankRules.guessing,
	places: bankRules.balancedPlaces
} as const satisfies Record<string, BankRule>;

/** What the rules look things up in. */
export function contextOf(bank: readonly Question[], facts: Facts, article: Article): LintContext {
	const choices = bank.flatMap(optionsOf);
	const right = new Set(choices.filter((one) => one.right).map(({ option }) => option.text));
	const wrong = choices.filter((one) => !one.right).map(({ option }) => option.text);
	const labels = new Set(wrong.filter((text) => right.has(text)));
	return { facts, article, names: namesOf(facts, article), labels };
}

/** Checks a bank against every rule. */
export function lintBank(bank: readonly Question[], facts: Facts, article: Article): Finding[] {
	const context = contextOf(bank, facts, article);
	return [
		...bank.flatMap((question) =>
			Object.entries<QuestionRule>(questionRules).flatMap(([rule, check]) =>
				check(question, context).map((message) => ({ ref: question.ref, rule, message }))
			)
		),
		...Object.entries<BankRule>(wholeBankRules).flatMap(([rule, check]) =>
			check(bank, context).map((found) => ({ rule, ...found }))
		)
	];
}
