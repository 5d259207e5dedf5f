/** The parts of a question as the rules see them, and what counts as a word, a phrase and a name. */
import type { Option, Question, Reason } from '../schema.ts';

/** Something that lies side by side with others of its sort in one question. */
export interface Choice {
	option: Option;
	/** Undefined where nothing of this sort is right or wrong by itself: rows, columns, items. */
	right: boolean | undefined;
}

export interface Group {
	what: 'option' | 'row' | 'column' | 'item' | 'check';
	choices: Choice[];
}

/** Whatever the learner sees side by side. A verdict's three answers are the same everywhere: no group. */
export function groupsOf(question: Question): Group[] {
	const group = (what: Group['what'], options: readonly Option[], keys?: readonly string[]) => ({
		what,
		choices: options.map((option) => ({ option, right: keys?.includes(option.id) }))
	});
	switch (question.kind) {
		case 'choice':
		case 'two-part':
			return [group('option', question.options, [question.key])];
		case 'multiple':
			return [group('option', question.options, question.keys)];
		case 'match':
		case 'categorise':
			return [group('row', question.rows), group('column', question.columns)];
		case 'order':
			return [group('item', question.items)];
		case 'leave':
			return [group('check', question.checks)];
		case 'verdict':
		case 'select':
		case 'altered':
			return [];
	}
}

/** Options of which some are right: where a rule compares the key with its distractors. */
export const optionsOf = (question: Question): Choice[] =>
	groupsOf(question).find(({ what }) => what === 'option')?.choices ?? [];

export interface Explained {
	/** Names the part in a message. */
	what: string;
	/** What the learner reads at that place. */
	text: string;
	reason: Reason;
}

/** Every part that carries a reason. */
export function explainedOf(question: Question): Explained[] {
	const parts: Explained[] = groupsOf(question).flatMap(({ what, choices }) =>
		choices.map(({ option }) => ({
			what: `${what} “${option.text}”`,
			text: option.text,
			reason: option
		}))
	);
	if (question.kind === 'verdict')
		for (const option of question.options)
			parts.push({ what: `answer “${option.id}”`, text: '', reason: option });
	if (question.kind === 'select' || question.kind === 'two-part')
		for (const reason of question.sentences)
			parts.push({ what: `sentence ${reason.sentence}`, text: '', reason });
	if (question.kind === 'altered')
		for (const token of question.tokens)
			parts.push({ what: `word “${token.text}”`, text: token.text, reason: token });
	return parts;
}

/** Everything that the learner reads in a question before answering, but for the article itself. */
export function shownTexts(question: Question): string[] {
	const texts = [question.stem];
	for (const { choices } of groupsOf(question))
		texts.push(...choices.map(({ option }) => option.text));
	if (question.kind === 'verdict') texts.push(question.statement);
	if ('passage' in question && question.passage) texts.push(question.passage.words);
	if (question.kind === 'altered') {
		texts.push(question.speaker, question.original.words);
		texts.push(...question.tokens.map(({ text }) => text));
	}
	return texts;
}

/** Lower case, straight signs, single spaces, no punctuation at the ends: for comparing texts. */
export const normal = (text: string): string => wordsOf(text).join(' ');

/** Words in lower case without punctuation round them. */
export function wordsOf(text: string): string[] {
	return text
		.toLowerCase()
		.replace(/[‘’]/gu, "'")
		.split(/[\s—–/]+/u)
		.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
		.filter((word) => word !== '');
}

/** A text without what it quotes. */
export const unquoted = (text: string): string =>
	text.replace(/“[^”]*”|"[^"]*"|‘[^‘’]*(?:’\p{L}[^‘’]*)*’/gu, ' ');

/** Runs of three words, in order of appearance. */
export function trigramsOf(text: string): string[] {
	const words = wordsOf(text);
	return words.slice(2).map((_, i) => words.slice(i, i + 3).join(' '));
}

const small = new Set(
	(
		'a an and are as at be been by can do does for from had has have he her his how in into is it its ' +
		'more most no not of on or she so some than that the their them then there these they this to ' +
		'was were what when where which who whom whose why will with would article say says said text ' +
		'sentence sentences one'
	).split(' ')
);

/** A word that carries meaning of its own. */
export const isContent = (word: string): boolean => !small.has(word);
