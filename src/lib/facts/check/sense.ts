/** Facts that are well formed and still cannot be meant: each function is one such rule. */
import type { Article } from '../../article/article.ts';
import type { Facts, FactReason } from '../schema.ts';
import { show } from '../yaml.ts';
import type { Found } from './walk.ts';

export function checkSense(facts: Facts, article: Article): Found[] {
	return [
		...checkForms(facts, article),
		...checkOrders(facts),
		...checkPassages(facts),
		...checkHedges(facts),
		...checkReasons(facts),
		...checkAlterations(facts),
		...checkGlossary(facts, article)
	];
}

/** `direct` words stand inside quotation marks, `partial` ones hold some, `indirect` ones hold none. */
function checkForms(facts: Facts, article: Article): Found[] {
	return facts.statements.flatMap(({ form, at }, i) =>
		at.flatMap(({ s, words }, j) => {
			const text = article.sentences[s - 1]?.text ?? '';
			const start = text.indexOf(words);
			if (start === -1) return [];
			const path = ['statements', i, 'at', j];
			const inside = isQuoted(text, start, start + words.length);
			const holds = /[“”"]/u.test(words);
			if (form === 'direct' && !inside)
				return [
					{
						path,
						message: `the form is direct, but ${show(words)} is not all inside quotation marks; correct form or words`
					}
				];
			if (form === 'partial' && (inside || !holds))
				return [
					{
						path,
						message: `the form is partial, but ${show(words)} has no quoted part beside the reporter’s own words; correct form or words`
					}
				];
			if (form === 'indirect' && (inside || holds))
				return [
					{
						path,
						message: `the form is indirect, but ${show(words)} holds quoted words; correct form or words`
					}
				];
			return [];
		})
	);
}

/** Is [start, end) of a sentence inside one pair of quotation marks? */
function isQuoted(text: string, start: number, end: number): boolean {
	for (const match of text.matchAll(/“[^”]*(?:”|$)|"[^"]*"/gu))
		if (match.index < start && end <= match.index + match[0].length) return true;
	return false;
}

/** Orders name two events and never run in a circle. */
function checkOrders(facts: Facts): Found[] {
	const found: Found[] = [];
	const after = new Map<string, string[]>();
	for (const [i, { first, then }] of facts.before.entries()) {
		if (reaches(after, then, first))
			found.push({
				path: ['before', i],
				message: `${show(first)} before ${show(then)} contradicts the orders above it; delete one of them`
			});
		else after.set(first, [...(after.get(first) ?? []), then]);
	}
	return found;
}

function reaches(after: ReadonlyMap<string, string[]>, from: string, to: string): boolean {
	const seen = new Set([from]);
	for (const at of seen) {
		if (at === to) return true;
		for (const next of after.get(at) ?? []) seen.add(next);
	}
	return false;
}

function checkPassages(facts: Facts): Found[] {
	return facts.passages.flatMap(({ class: kind, at, judging }, i) => {
		const path = ['passages', i];
		if (kind === 'checkable')
			return judging === undefined
				? []
				: [
						{
							path,
							message:
								'a checkable passage has no judging words; delete “judging” or correct the class'
						}
					];
		if (judging === undefined)
			return [{ path, message: '“judging” is missing: name the judging words of this passage' }];
		return within(at.words, judging)
			? []
			: [{ path: [...path, 'judging'], message: outside(judging) }];
	});
}

function checkHedges(facts: Facts): Found[] {
	return facts.hedges.flatMap(({ at, words }, i) =>
		within(at.words, words) ? [] : [{ path: ['hedges', i, 'words'], message: outside(words) }]
	);
}

/** What the key of a fact claims decides which citation its reason can have. */
function checkReasons(facts: Facts): Found[] {
	const found: Found[] = [];
	const need = (path: Found['path'], reason: FactReason, settled: boolean, what: string) => {
		if ((reason.settles !== undefined) === settled) return;
		const use = settled
			? 'words that settle it: use “settles”'
			: 'the nearest words or the whole text: use “nearest” or “whole”';
		found.push({ path, message: `${what}, so its reason cites ${use}` });
	};
	for (const [i, claim] of facts.claims.entries())
		need(
			['claims', i, claim.key],
			claim[claim.key],
			claim.key !== 'not-stated',
			`the claim is ${claim.key}`
		);
	for (const [i, { kind, reason }] of facts.gaps.entries())
		need(
			['gaps', i, 'reason'],
			reason,
			kind !== 'unsaid',
			kind === 'unsaid' ? 'no sentence says anything on it' : `a sentence shows that it is ${kind}`
		);
	for (const [i, { how, reason }] of facts.heard.entries())
		// That somebody is absent may show in a sentence too: an answer that is still awaited.
		if (how !== 'absent') need(['heard', i, 'reason'], reason, true, `this voice is ${how}`);
	return found;
}

/** A change swaps one word of the quotation for one other, and belongs to the statement it names. */
function checkAlterations(facts: Facts): Found[] {
	return facts.alterations.flatMap(({ statement, at, changes }, i) => {
		const found: Found[] = [];
		const said = facts.statements.find(({ id }) => id === statement);
		if (said && !said.at.some(({ s }) => s === at.s))
			found.push({
				path: ['alterations', i, 'at'],
				message: `the statement ${show(statement)} is not in sentence ${at.s}; correct one of them`
			});
		const left = wordsOf(at.words);
		for (const [j, { from, to }] of changes.entries()) {
			const path = ['alterations', i, 'changes', j];
			const place = left.indexOf(from);
			if (place === -1)
				found.push({
					path,
					message: `${show(from)} is not one whole word of ${show(at.words)}; name a single word as it stands there`
				});
			else left.splice(place, 1);
			if (/\s/u.test(to))
				found.push({
					path,
					message: `${show(to)} is more than one word; change one word for one word`
				});
			if (from.toLowerCase() === to.toLowerCase())
				found.push({ path, message: `${show(to)} is the word that stands there; change it` });
		}
		return found;
	});
}

/** The words of a quotation as the templates cut it: at spaces and long dashes, bare of punctuation. */
const wordsOf = (words: string): string[] =>
	words.split(/(?<=[\s—])/u).map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));

function checkGlossary(facts: Facts, article: Article): Found[] {
	return facts.glossary.flatMap(({ word }, i) =>
		article.text.includes(word)
			? []
			: [
					{
						path: ['glossary', i, 'word'],
						message: `the article does not have ${show(word)}; write it as it stands there`
					}
				]
	);
}

const within = (whole: string, part: string): boolean => whole.includes(part);
const outside = (part: string): string =>
	`${show(part)} is not among the words of “at”; copy it from there`;
