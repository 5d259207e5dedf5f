/** Parts of facts that must agree with the rest of the same fact, or with the article. */
import type { Article } from '../../article/article.ts';
import type { Facts } from '../schema.ts';
import { show } from '../yaml.ts';
import { checkSentence } from './quotes.ts';
import type { Found } from './walk.ts';

export function checkParts(facts: Facts, article: Article): Found[] {
	return [
		...checkRepeated(facts, article),
		...checkPassages(facts),
		...checkTaps(facts, article),
		...checkAlterations(facts),
		...checkGlossary(facts, article)
	];
}

/** Words that a fact repeats from its own quotation, or from a sentence of it, are really there. */
function checkRepeated(facts: Facts, article: Article): Found[] {
	const found: Found[] = [];
	const need = (path: Found['path'], part: string | undefined, wholes: readonly string[]) => {
		if (part !== undefined && !wholes.some((whole) => whole.includes(part)))
			found.push({ path, message: outside(part) });
	};
	const sentences = (at: readonly { s: number }[]) =>
		at.map(({ s }) => article.sentences[s - 1]?.text ?? '');
	for (const [i, { at, word, as }] of facts.statements.entries()) {
		need(['statements', i, 'as'], as, sentences(at));
		need(
			['statements', i, 'word'],
			word?.words,
			at.filter(({ s }) => s === word?.s).map(({ words }) => words)
		);
	}
	for (const [i, { at, when }] of facts.events.entries())
		need(['events', i, 'when'], when, sentences(at));
	for (const [i, { s, words, clear, verb }] of facts['certainty-spans'].entries()) {
		const sentence = article.sentences[s - 1]?.text ?? '';
		need(['certainty-spans', i, 'clear'], clear, [words ?? sentence]);
		// The verb of saying may stand before the span, in words of the reporter.
		need(['certainty-spans', i, 'verb', 'words'], verb?.words, [sentence]);
	}
	for (const [i, { at, words, beside }] of facts.hedges.entries()) {
		need(['hedges', i, 'words'], words, [at.words]);
		for (const [j, other] of beside.entries())
			need(['hedges', i, 'beside', j, 'words'], other.words, [at.words]);
	}
	for (const [i, { at, beside }] of facts.passages.entries())
		for (const [j, other] of beside.entries())
			need(['passages', i, 'beside', j, 'words'], other.words, [at.words]);
	return found;
}

/** Sentences to tap exist, and every accepted one has its reason. */
function checkTaps(facts: Facts, article: Article): Found[] {
	const taps = [
		...facts.proofs.map(({ tap }, i) => ({ tap, path: ['proofs', i, 'tap'] })),
		...facts.conflicts.map(({ tap }, i) => ({ tap, path: ['conflicts', i, 'tap'] }))
	];
	const found = facts.hedges.flatMap(({ evidence }, i) =>
		(evidence ?? []).flatMap((n, j) => missing(article, n, ['hedges', i, 'evidence', j]))
	);
	for (const { tap, path } of taps) {
		if (!tap) continue;
		for (const [i, set] of tap.accept.entries())
			for (const [j, n] of set.entries()) {
				found.push(...missing(article, n, [...path, 'accept', i, j]));
				if (!tap.reasons.some(({ s }) => s === n))
					found.push({
						path: [...path, 'reasons'],
						message: `sentence ${n} is accepted but has no reason; add one`
					});
			}
		for (const [i, { s }] of tap.reasons.entries())
			if (tap.reasons.findIndex((other) => other.s === s) < i)
				found.push({
					path: [...path, 'reasons', i],
					message: `sentence ${s} has a reason already; keep one`
				});
	}
	return found;
}

function missing(article: Article, n: number, path: Found['path']): Found[] {
	const message = checkSentence(article, n);
	return message === undefined ? [] : [{ path, message }];
}

/** Judgements name their judging words, and they are among the quoted ones. */
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
		return at.words.includes(judging)
			? []
			: [{ path: [...path, 'judging'], message: outside(judging) }];
	});
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

const outside = (part: string): string =>
	`${show(part)} is not among the words that this fact quotes; copy it from there`;
