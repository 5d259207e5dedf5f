/**
 * Whose word is it: words in quotation marks and the voices they could be taken for, and the
 * reporter's own words in a sentence that also retells somebody.
 */
import type { Statement, VoiceSpan } from '../../facts/schema.ts';
import {
	mayCompete,
	quoteOf,
	settles,
	statementsBy,
	voiceOf,
	type Context,
	type Template
} from './context.ts';
import type { Draft, DraftOption } from './draft.ts';
import {
	dealer,
	factsOfSpan,
	inMarks,
	isShared,
	optionName,
	otherwise,
	quoteOfSpan
} from './voices.ts';

export const whoseWord: Template = (context) => {
	const deal = dealer(context);
	return [
		...context.facts.statements.flatMap((statement) => quotedWord(context, statement, deal)),
		...context.facts['voice-spans'].flatMap((span) => reporterWords(context, span))
	];
};

function quotedWord(
	context: Context,
	statement: Statement,
	deal: ReturnType<typeof dealer>
): Draft[] {
	const { word, form } = statement;
	if (!word || form === 'indirect' || statement['word-tempting'].length === 0) return [];
	const wrong = deal(statement, statement['word-tempting']);
	if (wrong.length < 2) return [];
	const name = voiceOf(context, statement.voice).name;
	return [
		{
			template: 'whose-word',
			facts: [statement.id],
			skill: 'quote-paraphrase',
			kind: 'choice',
			stem: `Whose ${word.words.includes(' ') ? 'words are' : 'word is'} “${word.words}” in this article?`,
			options: [
				{
					text: optionName(context, statement.voice),
					right: true,
					why: `It stands in quotation marks, and the article ties it to ${name}.`,
					cite: settles({ s: statement.cue.s, words: statement.cue.words }, inMarks(context, word))
				},
				...wrong
			]
		}
	];
}

/** A span in the reporter's own voice whose sentence also retells another voice. */
function reporterWords(context: Context, span: VoiceSpan): Draft[] {
	if (span.id === undefined || span.words === undefined) return [];
	if (voiceOf(context, span.voice).kind !== 'reporter') return [];
	const beside = context.facts['voice-spans'].find(
		(other) => other.s === span.s && other.voice !== span.voice && !other.told && other.shown
	);
	if (!beside) return [];
	const own = context.facts.statements.find(
		({ voice, at }) => voice === beside.voice && at.some(({ s }) => s === beside.s)
	);
	const near = own ? others(context, own) : [];
	if (near.length === 0) return [];
	return [
		{
			template: 'whose-word',
			variant: 'reporter',
			facts: [...factsOfSpan(context, span), ...factsOfSpan(context, beside)],
			skill: 'quote-paraphrase',
			kind: 'choice',
			stem: 'Whose words are these?',
			passage: quoteOf(quoteOfSpan(context, span)),
			options: [
				{
					text: optionName(context, span.voice),
					right: true,
					why: 'They stand in no quotation marks, and nothing ties them to another voice.',
					cite: settles(quoteOfSpan(context, span))
				},
				{
					text: optionName(context, beside.voice),
					why: `What is retold of ${voiceOf(context, beside.voice).name} in this sentence are other words.`,
					cite: settles(quoteOfSpan(context, beside))
				},
				...near
			]
		}
	];
}

/** Up to two voices that speak on the nearest topics, each with what it really says. */
function others(context: Context, own: Statement): DraftOption[] {
	const near = context.facts.statements.filter(
		(other) =>
			mayCompete(context, other.voice, own.voice) &&
			!isShared(own, other.voice) &&
			other.topics.some((topic) => own.topics.includes(topic)) &&
			statementsBy(context, other.voice)[0] === other
	);
	const [first, second] = near;
	if (!first) return [];
	const both = second && mayCompete(context, first.voice, second.voice) ? [first, second] : [first];
	return both.map((other) => ({
		text: optionName(context, other.voice),
		...otherwise(context, other)
	}));
}
