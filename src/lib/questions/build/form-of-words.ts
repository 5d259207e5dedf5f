/**
 * Quoted or retold: in which form the article passes a statement on, which words stand in quotation
 * marks, and where retelling and quoted words are mixed.
 */
import type { Statement } from '../../facts/schema.ts';
import { settles, voiceOf, type Context, type Template } from './context.ts';
import type { Draft, DraftOption } from './draft.ts';
import { inMarks, optionName, proofOf } from './voices.ts';

type Form = Statement['form'];

const forms: Record<Form, { option: string; column: string; why: string }> = {
	direct: {
		option: 'As whole sentences or clauses in quotation marks',
		column: 'Quoted in whole clauses',
		why: 'The whole of it stands in quotation marks.'
	},
	partial: {
		option: 'Retold, with a word or a phrase in quotation marks',
		column: 'Retold with a quoted word or phrase',
		why: 'The reporter retells it and keeps a word or a phrase in quotation marks.'
	},
	indirect: {
		option: 'Retold, with nothing in quotation marks',
		column: 'Retold only',
		why: 'The reporter retells it; none of it stands in quotation marks.'
	}
};

const order: Form[] = ['direct', 'partial', 'indirect'];
const marks = /[“”"„«»]/u;

/** The statements that single questions ask about, one a form; the others are sorted. */
function asked(context: Context): Statement[] {
	const of = (form: Form) =>
		context.facts.statements.filter((statement) => statement.form === form && statement.at[0]);
	const sentence = (statement: Statement) =>
		context.article.sentences[(statement.at[0]?.s ?? 0) - 1]?.text ?? '';
	return [
		// a quotation whose speaker stands in another sentence
		of('direct').find(({ cue }) => cue.carried) ?? of('direct')[0],
		of('partial')[0],
		// retold in a sentence that does hold quotation marks, but not round these words
		of('indirect').find((one) => marks.test(sentence(one))) ?? of('indirect')[0]
	].flatMap((statement) => statement ?? []);
}

/** What shows the form: the cue, and of quoted words the marks too. */
const formProof = (context: Context, statement: Statement) =>
	settles(
		{ s: statement.cue.s, words: statement.cue.words },
		...statement.at.map((at) => inMarks(context, at))
	);

/** 'Ada Brook says about …', 'shop owners say about …'. */
function subject(context: Context, statement: Statement): string {
	const { name, many } = voiceOf(context, statement.voice);
	return `${statement.as ?? name} ${many ? 'say' : 'says'} about ${statement.on}`;
}

export const formOfWords: Template = (context) => {
	const statements = asked(context);
	if (new Set(statements.map(({ form }) => form)).size < 3) return [];
	return statements.map((statement) => ({
		template: 'form-of-words',
		facts: [statement.id],
		skill: 'quote-paraphrase',
		kind: 'choice',
		stem: `How does the article pass on what ${subject(context, statement)}?`,
		options: order.map((form): DraftOption => {
			if (form === statement.form)
				return {
					text: forms[form].option,
					right: true,
					why: forms[form].why,
					cite: formProof(context, statement)
				};
			const example = statements.find((other) => other.form === form) ?? statement;
			return {
				text: forms[form].option,
				why: `That is how it passes on what ${subject(context, example)}.`,
				cite: formProof(context, example)
			};
		})
	}));
};

/** Statements sorted by form, two of each where there are two that no single question asks about. */
export const formSort: Template = (context) => {
	const taken = asked(context);
	const rows = order.flatMap((form) => {
		const left = context.facts.statements.filter(
			(statement) => statement.form === form && !taken.includes(statement)
		);
		// one a voice: a second line of the same voice would be placed by its neighbour
		return left
			.filter(({ voice }, i) => left.findIndex((other) => other.voice === voice) === i)
			.slice(0, 2);
	});
	if (order.some((form) => !rows.some((row) => row.form === form)) || rows.length < 4) return [];
	return [
		{
			template: 'form-sort',
			facts: rows.map(({ id }) => id),
			skill: 'quote-paraphrase',
			kind: 'categorise',
			stem: 'Quoted or retold? Sort what is said by the form in which the article passes it on.',
			rows: rows.map((statement) => ({
				text: `${optionName(context, statement.voice)} on ${statement.on}`,
				column: forms[statement.form].column,
				why: forms[statement.form].why,
				cite: formProof(context, statement)
			})),
			columns: order.map((form) => ({
				text: forms[form].column,
				why: forms[form].why,
				cite: settles(
					...rows
						.filter((row) => row.form === form)
						.flatMap(({ at }) => at.map((one) => inMarks(context, one)))
				)
			}))
		}
	];
};

/** Which words stand in quotation marks. */
export const wordsInMarks: Template = (context) => {
	const words = context.facts.statements.flatMap((statement) =>
		statement.word ? [{ statement, word: statement.word }] : []
	);
	const quoted = words.filter(({ statement }) => statement.form !== 'indirect').slice(0, 3);
	const retold = words.filter(({ statement }) => statement.form === 'indirect').slice(0, 2);
	if (quoted.length < 2 || retold.length < 2) return [];
	return [
		{
			template: 'words-in-marks',
			facts: [...quoted, ...retold].map(({ statement }) => statement.id),
			skill: 'quote-paraphrase',
			kind: 'multiple',
			stem: 'Which of these words stand inside quotation marks in the article?',
			options: [...quoted, ...retold].map(({ statement, word }) => ({
				text: word.words,
				quoted: true,
				right: statement.form !== 'indirect',
				why:
					statement.form === 'indirect'
						? `The reporter retells ${voiceOf(context, statement.voice).name} here, without marks.`
						: `In quotation marks; the article ties them to ${voiceOf(context, statement.voice).name}.`,
				cite: settles(...statement.at.map((at) => inMarks(context, at)))
			}))
		}
	];
};

const numbers = ['no words', 'one word', 'two words', 'three words', 'four words'];

/** Find the sentence that mixes retelling and quoted words. */
export const mixedSentence: Template = (context) => {
	const taken = asked(context);
	return context.facts.statements
		.filter((statement) => statement.form === 'partial' && !taken.includes(statement))
		.flatMap((statement): Draft[] => {
			const [at] = statement.at;
			const count = numbers[statement.word?.words.split(' ').length ?? 0];
			if (!at || !statement.word || count === undefined) return [];
			const name = voiceOf(context, statement.voice).name;
			return [
				{
					template: 'mixed-sentence',
					facts: [statement.id],
					skill: 'quote-paraphrase',
					kind: 'select',
					stem: `Tap the sentence that retells ${name} but puts ${count} in quotation marks.`,
					pick: 1,
					accepted: [[at.s]],
					reasons: [
						{
							sentence: at.s,
							why: `The sentence is the reporter’s; “${statement.word.words}” stands in quotation marks.`,
							cite: settles(...proofOf(statement))
						}
					]
				}
			];
		});
};
