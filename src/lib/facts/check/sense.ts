/** Facts that are well formed and still cannot be meant: each function is one such rule. */
import type { Article } from '../../article/article.ts';
import type { Facts, FactReason } from '../schema.ts';
import { show } from '../yaml.ts';
import type { Found } from './walk.ts';

export function checkSense(facts: Facts, article: Article): Found[] {
	return [
		...checkForms(facts, article),
		...checkOrders(facts),
		...checkReasons(facts),
		...checkHeadlines(facts)
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

/** Orders name two events, never run in a circle, and say nothing on a pair that the text leaves open. */
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
	for (const [i, { one, other }] of facts.unsettled.entries())
		if (reaches(after, one, other) || reaches(after, other, one))
			found.push({
				path: ['unsettled', i],
				message: `${show(one)} and ${show(other)} are put in order by “before”; delete one of the two`
			});
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

/** Why a headline goes too far in one step and not in the three others: all three, or none. */
function checkHeadlines(facts: Facts): Found[] {
	return facts.headlines.flatMap(({ overclaims }, i) =>
		overclaims.flatMap(({ step, keeps }, j) => {
			const steps = new Set([step, ...keeps.map((kept) => kept.step)]);
			return keeps.length === 0 || (keeps.length === 3 && steps.size === 4)
				? []
				: [
						{
							path: ['headlines', i, 'overclaims', j, 'keeps'],
							message: 'say for each of the three other steps, once, why it is kept; or for none'
						}
					];
		})
	);
}
