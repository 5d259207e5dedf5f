/** Rules on how stems and options are worded. Sources: items.md, 'Rules that are checked by machine'. */
import {
	groupsOf,
	isContent,
	optionsOf,
	shownTexts,
	explainedOf,
	trigramsOf,
	unquoted,
	wordsOf,
	type Choice
} from './parts.ts';
import type { Question } from '../schema.ts';
import type { LintContext, QuestionRule } from './rule.ts';

const MAX_STEM = 25;
const MAX_OPTION = 15;
/** Self-check lists are read after planning, not compared at a glance. */
const MAX_CHECK = 25;

/** Options whose wording is ours and could give the key away: no quotation, no name, no label. */
const writtenOptions = (question: Question, { names, labels }: LintContext): Choice[] =>
	optionsOf(question).filter(
		({ option }) => option.quoted !== true && !names.isName(option.text) && !labels.has(option.text)
	);

/** The key is not the longest option by more than a third; quoted options, names and dates are exempt. */
export const keyLength: QuestionRule = (question, context) => {
	const written = writtenOptions(question, context);
	const longest = (right: boolean) =>
		Math.max(
			0,
			...written.filter((one) => one.right === right).map(({ option }) => option.text.length)
		);
	const key = written.find(({ right, option }) => right && option.text.length === longest(true));
	const other = longest(false);
	// Up to three words it is a label ('A document'), not a written phrase.
	if (!key || other === 0 || wordsOf(key.option.text).length < 4) return [];
	return longest(true) > (other * 4) / 3
		? [
				`the key “${key.option.text}” has ${longest(true)} characters, the longest distractor ${other}; shorten the key or write a fuller distractor`
			]
		: [];
};

/** Stem at most 25 words, quotations excepted; a verdict's statement likewise. */
export const stemLength: QuestionRule = (question) => {
	const texts = question.kind === 'verdict' ? [question.stem, question.statement] : [question.stem];
	return texts.flatMap((text) => {
		const count = wordsOf(unquoted(text)).length;
		return count > MAX_STEM ? [`“${text}” has ${count} words; at most ${MAX_STEM}`] : [];
	});
};

/** Option at most 15 words, quotations excepted. */
export const optionLength: QuestionRule = (question) =>
	groupsOf(question).flatMap(({ what, choices }) => {
		const max = what === 'check' ? MAX_CHECK : MAX_OPTION;
		return choices.flatMap(({ option }) => {
			if (option.quoted) return [];
			const count = wordsOf(unquoted(option.text)).length;
			return count > max ? [`${what} “${option.text}” has ${count} words; at most ${max}`] : [];
		});
	});

/** No 'all of the above', no 'none of the above'. */
export const ofTheAbove: QuestionRule = (question) =>
	groupsOf(question).flatMap(({ choices }) =>
		choices
			.filter(({ option }) =>
				/^(all|none|both|neither|any)( of)? (the above|the others|these|them|of these)\b/iu.test(
					option.text
				)
			)
			.map(
				({ option }) =>
					`option “${option.text}” stands for other options; write one that stands alone`
			)
	);

/** A stem that asks for the exception says so in capitals: NOT, EXCEPT. */
export const negativeStem: QuestionRule = (question) => {
	const asked = unquoted(question.stem)
		// What follows a colon is what the question is about.
		.replace(/:[^?!]*/gu, ' ')
		.replace(/\bnot[ -]stated\b/giu, ' ')
		// 'U.S. officials' is no end of a sentence.
		.split(/(?<=[^.\s]{2}[.!?])\s+(?=\p{Lu})/u)
		.filter(
			(sentence) => sentence.endsWith('?') || /^(tap|choose|pick|mark|find|sort)\b/iu.test(sentence)
		)
		// What a clause reports is not what the stem asks for.
		.map(
			(sentence) => sentence.split(/(?<=\S+\s+\S+\s.*)\b(?:that|whether|because|if|so)\b/u)[0] ?? ''
		);
	return asked.some((text) => /\b(not|never|no|except)\b|n[’']t\b/u.test(text))
		? [
				`“${question.stem}” asks for the exception; put the negation in capitals or ask the other way round`
			]
		: [];
};

const absolutes =
	/\b(always|never|all|every|everyone|everything|everybody|none|nobody|nothing|no one|only|entirely|completely|certainly|definitely|impossible)\b/giu;

/** Absolutes do not stand in wrong options alone, unless they are the cited sentence's own. */
export const absolutesOnlyWrong: QuestionRule = (question, context) => {
	const { article } = context;
	const choices = writtenOptions(question, context);
	const own = ({ option }: Choice): string[] => {
		const cited = option.cite.quotes
			.map(({ sentence }) => article.sentences[sentence - 1]?.text ?? '')
			.join(' ')
			.toLowerCase();
		return (unquoted(option.text).match(absolutes) ?? [])
			.map((word) => word.toLowerCase())
			.filter((word) => !wordsOf(cited).includes(word));
	};
	if (choices.some((choice) => choice.right && own(choice).length > 0)) return [];
	return choices
		.filter((choice) => !choice.right && own(choice).length > 0)
		.map(
			(choice) =>
				`only wrong options have an absolute word: “${own(choice).join('”, “')}” in “${choice.option.text}”; soften it`
		);
};

/** No option alone repeats a phrase of the stem. */
export const stemEcho: QuestionRule = (question, { names }) => {
	const stem = new Set(trigramsOf(question.stem));
	const choices = optionsOf(question);
	const shared = choices.map(({ option }) =>
		trigramsOf(option.text).filter((one) => stem.has(one))
	);
	return choices.flatMap(({ option }, i) => {
		const alone = (shared[i] ?? []).find(
			(phrase) =>
				isPhrase(phrase, names.all) &&
				!shared.some((others, j) => j !== i && others.includes(phrase))
		);
		return alone === undefined
			? []
			: [`only “${option.text}” repeats “${alone}” from the stem; reword one of them`];
	});
};

/** A stem that asks for evidence is not a search: it shares no three words in a row with a key sentence. */
export const evidenceEcho: QuestionRule = (question, { article, names }) => {
	if (question.kind !== 'select' && question.kind !== 'two-part') return [];
	const stem = trigramsOf(question.stem);
	return [...new Set(question.accepted.flat())].flatMap((n) => {
		const sentence = new Set(trigramsOf(article.sentences[n - 1]?.text ?? ''));
		const phrase = stem.find((one) => sentence.has(one) && isPhrase(one, names.all));
		return phrase === undefined
			? []
			: [`the stem repeats “${phrase}” from sentence ${n}, which is asked for; reword the stem`];
	});
};

/** Three words that say something beyond a name. */
function isPhrase(phrase: string, names: readonly string[]): boolean {
	const content = phrase.split(' ').filter(isContent);
	return (
		content.length > 0 &&
		!names.some((name) => content.every((word) => ` ${name} `.includes(` ${word} `)))
	);
}

/** Options share one form: all begin alike, all end alike. */
export const oneForm: QuestionRule = (question) =>
	groupsOf(question).flatMap(({ what, choices }) => {
		const written = choices.map(({ option }) => option).filter(({ quoted }) => quoted !== true);
		const begins = new Set(written.map(({ text }) => /^[“‘]?\p{Ll}/u.test(text)));
		const ends = new Set(
			written.map(({ text }) => /[^.]\.$/u.test(text) && !/\p{Lu}\.$/u.test(text))
		);
		return [
			...(begins.size > 1
				? [`some ${what}s begin with a capital and some do not; write them alike`]
				: []),
			...(ends.size > 1
				? [`some ${what}s end with a full stop and some do not; write them alike`]
				: [])
		];
	});

/** Options are of one sort: voices with voices. */
export const oneType: QuestionRule = (question, { names }) => {
	const choices = optionsOf(question);
	const voices = choices.filter(({ option }) => names.voices(option.text).length > 0);
	if (voices.length < 2 || voices.length === choices.length) return [];
	return choices
		.filter((choice) => !voices.includes(choice) && !isNobody(choice.option.text))
		.map(({ option }) => `“${option.text}” is no voice of the pack, though the other options are`);
};

/** 'The article does not say' answers a question about voices too. */
const isNobody = (text: string): boolean => /\b(does not say|not given|nobody)\b/iu.test(text);

const banned: [pattern: RegExp, why: string][] = [
	[/\bexact words\b/iu, 'say “the words the article puts in quotation marks”'],
	[
		/\b(is|are|it’s) (really |actually )?(true|false|a lie|fake)\b/iu,
		'say what the article states, never what is true'
	],
	[
		/\b(who|which side) is (right|wrong)\b/iu,
		'ask what the article says, never which side is right'
	],
	[/\b(you|your|you’re)\b/iu, 'speak about the text, never about the person'],
	[/\p{L}'\p{L}|(?:^|\s)'|'(?:\s|$)/u, 'use curly quotation marks and apostrophes']
];

/** What the app never says. A task may address the learner; a reason never does. */
export const neverSaid: QuestionRule = (question) => {
	const shown = shownTexts(question).filter((text) => text !== passageOf(question));
	const reasons = explainedOf(question).map(({ reason }) => reason.why);
	const breaks = (text: string, isReason: boolean) =>
		banned.flatMap(([pattern, why]) => {
			if (!isReason && pattern.source.includes('your')) return [];
			const found = pattern.exec(unquoted(text));
			return found ? [`“${found[0].trim()}” in “${text}”: ${why}`] : [];
		});
	return [
		...new Set([
			...shown.flatMap((text) => breaks(text, false)),
			...reasons.flatMap((text) => breaks(text, true))
		])
	];
};

const passageOf = (question: Parameters<QuestionRule>[0]): string | undefined =>
	'passage' in question ? question.passage?.words : undefined;
