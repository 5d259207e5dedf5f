/** Rules on what every question has: keys that exist, reasons, citations that resolve. */
import { findWords } from '../../article/article.ts';
import { quoteFault } from '../../facts/check/quotes.ts';
import { publicQuestion } from '../public.ts';
import type { Question } from '../schema.ts';
import { explainedOf, groupsOf, normal, optionsOf } from './parts.ts';
import type { QuestionRule } from './rule.ts';

/** Three options are enough; two to five are allowed. */
export const optionCount: QuestionRule = (question) =>
	groupsOf(question).flatMap(({ what, choices }) => {
		const [min, max] = what === 'option' ? [2, 5] : [2, 8];
		const few = what === 'check' ? 3 : min;
		return choices.length < few || choices.length > max
			? [`${choices.length} ${what}s; ${few} to ${max} are allowed`]
			: [];
	});

/** The key is one of the options; a multiple response has at least one of each. */
export const keyExists: QuestionRule = (question) => {
	const missing = (ids: readonly string[], among: readonly { id: string }[]) =>
		ids
			.filter((id) => !among.some((one) => one.id === id))
			.map((id) => `the key “${id}” is none of the options`);
	switch (question.kind) {
		case 'choice':
		case 'two-part':
		case 'verdict':
			return missing([question.key], question.options);
		case 'multiple':
			return [
				...missing(question.keys, question.options),
				...(question.keys.length === 0 || question.keys.length >= question.options.length
					? ['right and wrong options are both needed']
					: [])
			];
		case 'match':
		case 'categorise':
			return missing(
				question.rows.map(({ key }) => key),
				question.columns
			);
		case 'order':
			return [
				...missing(question.key, question.items),
				...(new Set(question.key).size === question.items.length
					? []
					: ['the key does not hold every item once'])
			];
		case 'altered':
			return question.tokens.some(({ original }) => original !== undefined)
				? []
				: ['no word is altered'];
		case 'select':
		case 'leave':
			return [];
	}
};

const maxima: Partial<Record<Question['kind'], number>> = { 'two-part': 2, leave: 0 };

/** 2 for a two-part question, 0 for leaving the page, else 1. */
export const maximum: QuestionRule = ({ kind, max, skill }) => {
	const right = maxima[kind] ?? 1;
	return [
		...(max === right ? [] : [`the maximum is ${max}; for ${kind} it is ${right}`]),
		...((kind === 'leave') === (skill === 'leave-the-page')
			? []
			: [`the kind ${kind} does not go with the skill ${skill}`])
	];
};

/** Every part has a reason in words. */
export const everyReason: QuestionRule = (question, { article }) => {
	const empty = explainedOf(question)
		.filter(({ reason }) => reason.why.trim() === '')
		.map(({ what }) => `${what} has no reason`);
	if (question.kind !== 'select' && question.kind !== 'two-part') return empty;
	const have = new Set(question.sentences.map(({ sentence }) => sentence));
	return [
		...empty,
		...article.sentences
			.filter(({ n }) => !have.has(n))
			.map(({ n }) => `sentence ${n} has no reason`)
	];
};

/** Citations resolve, and quoted text is in its sentence character for character. */
export const citations: QuestionRule = (question, { article }) => {
	const faults = explainedOf(question).flatMap(({ what, reason }) => [
		...reason.cite.quotes.flatMap((quote) => {
			const fault = quoteFault(article, quote);
			return fault === undefined ? [] : [`${what}: ${fault}`];
		}),
		...((reason.cite.kind === 'whole') === (reason.cite.quotes.length === 0)
			? []
			: [
					`${what}: the citation “${reason.cite.kind}” has ${reason.cite.quotes.length} quotations; “whole” has none, the others at least one`
				])
	]);
	const shown =
		question.kind === 'altered'
			? [question.original]
			: 'passage' in question && question.passage
				? [question.passage]
				: [];
	for (const quote of shown) {
		const fault = quoteFault(article, quote);
		if (fault !== undefined) faults.push(`passage: ${fault}`);
	}
	return [...new Set(faults)];
};

/** An option that is marked as quoted holds the article's words. */
export const quotedOptions: QuestionRule = (question, { article }) =>
	groupsOf(question).flatMap(({ what, choices }) =>
		choices
			.filter(({ option }) => option.quoted === true)
			.filter(
				({ option }) =>
					!article.sentences.some(({ n }) =>
						findWords(article, { sentence: n, words: option.text.replace(/^[“"]|[”"]$/gu, '') })
					)
			)
			.map(
				({ option }) => `${what} “${option.text}” is marked as quoted, but no sentence has it once`
			)
	);

/** A verdict stands on words that settle it; 'not stated' cannot. */
export const verdictCitation: QuestionRule = (question) => {
	if (question.kind !== 'verdict') return [];
	const key = question.options.find(({ id }) => id === question.key);
	if (!key) return [];
	const settled = key.cite.kind === 'settles';
	return settled === (question.key !== 'not-stated')
		? []
		: [`the key is ${question.key}, but its reason cites “${key.cite.kind}”`];
};

/** Options differ, and the key is not contained in a distractor or the other way round. */
export const distinct: QuestionRule = (question) => {
	const twice = groupsOf(question).flatMap(({ what, choices }) => {
		const seen = new Set<string>();
		return choices.flatMap(({ option }) => {
			const text = normal(option.text);
			if (seen.has(text)) return [`${what} “${option.text}” stands there twice`];
			seen.add(text);
			return [];
		});
	});
	const choices = optionsOf(question);
	const contained = choices
		.filter(({ right }) => right)
		.flatMap((key) =>
			choices
				.filter(({ right }) => !right)
				.filter((other) => {
					const [one, two] = [` ${normal(key.option.text)} `, ` ${normal(other.option.text)} `];
					return one !== two && (one.includes(two) || two.includes(one));
				})
				.map(
					(other) =>
						`the key “${key.option.text}” and “${other.option.text}” contain one another; a reader could call both right`
				)
		);
	return [...twice, ...contained];
};

/** Accepted sets have the size that the stem names, and their sentences exist. */
export const acceptedSets: QuestionRule = (question, { article }) => {
	if (question.kind !== 'select' && question.kind !== 'two-part') return [];
	const { accepted, pick } = question;
	if (accepted.length === 0) return ['no set of sentences is accepted'];
	const keys = accepted.map((set) => [...set].sort((one, other) => one - other).join(','));
	return [
		...accepted
			.filter((set) => new Set(set).size !== pick || set.length !== pick)
			.map(
				(set) => `the accepted set [${set.join(', ')}] does not hold ${pick} different sentences`
			),
		...(new Set(keys).size === keys.length ? [] : ['one accepted set stands there twice']),
		...accepted
			.flat()
			.filter((n) => !article.sentences[n - 1])
			.map((n) => `sentence ${n} is accepted but does not exist`)
	];
};

/** A grid with one column in use asks nothing. */
export const columnsUsed: QuestionRule = (question) => {
	if (question.kind !== 'match' && question.kind !== 'categorise') return [];
	const used = new Set(question.rows.map(({ key }) => key)).size;
	return used < 2 ? [`only ${used} column is right for any row; at least 2 are needed`] : [];
};

/** The order shown first is never the key. */
export const orderStart: QuestionRule = (question) => {
	if (question.kind !== 'order') return [];
	for (let seed = 0; seed < 50; seed++) {
		const shown = publicQuestion(question, `lint/${seed}`);
		if (shown.kind === 'order' && shown.items.every(({ id }, i) => id === question.key[i]))
			return ['an order is shown that is the key already'];
	}
	return [];
};
