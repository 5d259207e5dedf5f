/**
 * What a reason retells stands where it says: numbers, names and quoted words of a `why` are found
 * in a sentence that it cites, or in the question itself. Source: items.md, 'a retold number, name
 * or hedge matches its sentence'.
 */
import type { Article } from '../../article/article.ts';
import type { Facts } from '../../facts/schema.ts';
import type { Question, Reason } from '../schema.ts';
import { explainedOf, optionsOf, shownTexts, wordsOf } from './parts.ts';
import type { LintContext, QuestionRule } from './rule.ts';

export const retold: QuestionRule = (question, context) => {
	const shown = shownTexts(question).join('\n');
	// Every explanation is read beside the key's, which is cited on the same page.
	const key = keyReasons(question).map((reason) => groundOf(reason, context));
	const faults = explainedOf(question).flatMap(({ what, reason }) => {
		const ground = [shown, ...key, groundOf(reason, context)].join('\n');
		const counts = [reason.cite.quotes.length, ...partCounts(question)];
		return [
			...numbers(reason.why, ground, counts, context.article),
			...names(reason.why, ground, context),
			...quoted(reason.why, ground)
		].map((fault) => `${what}: ${fault}, in “${reason.why}”`);
	});
	return [...new Set(faults)];
};

function keyReasons(question: Question): Reason[] {
	const right = optionsOf(question).flatMap((choice) => (choice.right ? [choice.option] : []));
	if (question.kind !== 'select' && question.kind !== 'two-part') return right;
	const accepted = new Set(question.accepted.flat());
	return [...right, ...question.sentences.filter(({ sentence }) => accepted.has(sentence))];
}

/** '2 of these come from this voice' counts rows. */
function partCounts(question: Question): number[] {
	if (question.kind !== 'match' && question.kind !== 'categorise') return [];
	return question.columns.map(({ id }) => question.rows.filter(({ key }) => key === id).length);
}

/** The text that a reason may draw on. */
function groundOf({ cite }: Reason, { article, facts }: LintContext): string {
	if (cite.kind === 'whole') return article.text;
	const cited = new Set(cite.quotes.map(({ sentence }) => sentence));
	return [...cited]
		.flatMap((n) => [...upTo(n, article), facts.about[n] ?? '', ...voicesIn(n, facts)])
		.join('\n');
}

/** A sentence with those before it in its paragraph, which 'these terms' or 'it' point back to. */
function upTo(n: number, article: Article): string[] {
	const own = article.sentences[n - 1];
	return article.sentences
		.filter(({ n: other, paragraph }) => paragraph === own?.paragraph && other <= n)
		.map(({ text }) => text);
}

/** Whoever speaks in a sentence is known to speak there, even where the sentence has no cue of its own. */
function voicesIn(n: number, facts: Facts): string[] {
	const ids = new Set([
		...facts['voice-spans'].filter(({ s }) => s === n).map(({ voice }) => voice),
		...facts.statements.filter(({ at }) => at.some(({ s }) => s === n)).map(({ voice }) => voice)
	]);
	return facts.voices
		.filter(({ id }) => ids.has(id))
		.flatMap(({ name, also, roles }) => [name, ...also, ...roles.map(({ is }) => is)]);
}

function numbers(
	why: string,
	ground: string,
	counts: readonly number[],
	article: Article
): string[] {
	const have = ground.match(/\d+/gu) ?? [];
	const text = why
		// Sentences are named by number; that they exist is all there is to check.
		.replace(
			/\b(?:sentences?) ((?:\d+)(?:(?:,| and| or| to|–|-) ?\d+)*)/giu,
			(whole, list: string) =>
				(list.match(/\d+/gu) ?? []).every((n) => article.sentences[Number(n) - 1]) ? ' ' : whole
		)
		.replace(new RegExp(`\\b${article.sentences.length} sentences\\b`, 'gu'), ' ');
	return (text.match(/\d+/gu) ?? [])
		.filter((n) => !counts.includes(Number(n)))
		.filter(
			(n) =>
				!have.some((one) => one === n || (n.length === 2 && one.length === 4 && one.endsWith(n)))
		)
		.map((n) => `the number ${n} is in no sentence it cites`);
}

function names(why: string, ground: string, context: LintContext): string[] {
	const vocabulary = vocabularyOf(context.article);
	const told = capitalised(why).filter((name) => vocabulary.has(stem(name)));
	if (told.length === 0) return [];
	const plain = ground.replaceAll('.', '');
	return told
		.filter((name) => !new RegExp(`(?<!\\p{L})${stem(name)}`, 'u').test(plain))
		.filter((name) => !sameSide(name, ground, context.facts))
		.map((name) => `the name ${name} is in no sentence it cites`);
}

/** Made once an article: a bank has thousands of reasons. */
const vocabularies = new WeakMap<Article, ReadonlySet<string>>();

/** Capitalised words that the article also has inside a sentence: its names. */
function vocabularyOf(article: Article): ReadonlySet<string> {
	const known = vocabularies.get(article);
	if (known) return known;
	const inside = (text: string) =>
		text.replace(/^[“"]?\p{Lu}\S*/u, '').replace(/[“"]\p{Lu}/gu, ' ');
	const made = new Set(
		article.sentences.flatMap(({ text }) => capitalised(inside(text)).map(stem))
	);
	vocabularies.set(article, made);
	return made;
}

const capitalised = (text: string): string[] =>
	(text.match(/\p{Lu}[\p{L}.]*\p{L}\.?|\p{Lu}\./gu) ?? []).filter((word) => !common.has(word));

/** 'Russia', 'Russian' and 'Russia’s' are one name. */
const stem = (name: string): string => name.replaceAll('.', '').slice(0, 5);

const common = new Set([
	'The',
	'This',
	'That',
	'It',
	'In',
	'What',
	'Who',
	'Some',
	'A',
	'An',
	'No',
	'As',
	'For'
]);

/** 'Moscow' where the sentence has 'the Kremlin': two names of one side are one name. */
function sameSide(name: string, ground: string, facts: Facts): boolean {
	const namesOf = (voice: Facts['voices'][number]) => [voice.name, ...voice.also];
	const has = (text: string, word: string) =>
		` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(word).join(' ')} `);
	const meant = facts.voices.filter((voice) => namesOf(voice).some((one) => has(one, name)));
	return facts.voices
		.filter((voice) =>
			meant.some(({ id, side }) => id === voice.id || (side !== undefined && side === voice.side))
		)
		.some((voice) => namesOf(voice).some((one) => has(ground, one)));
}

/** Words in quotation marks are the article's, or the question's own. */
function quoted(why: string, ground: string): string[] {
	const fold = (text: string) => text.replace(/[“”"‘’]/gu, "'").toLowerCase();
	return [...why.matchAll(/“([^”]*)”|‘([^‘’]*(?:’\p{L}[^‘’]*)*)’/gu)]
		.map((match) => (match[1] ?? match[2] ?? '').replace(/[.,;:?!…]+$/u, '').trim())
		.filter((words) => words !== '')
		.filter((words) => !words.split(/\s*…\s*/u).every((part) => fold(ground).includes(fold(part))))
		.map((words) => `“${words}” is in no sentence it cites`);
}
