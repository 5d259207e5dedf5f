/**
 * What stands behind a passage: which kind of source, or what a reader learns about it. Only spans
 * that the pack marks with `asked`; the other kinds are distractors, each shown where it occurs.
 */
import type { VoiceSpan } from '../../facts/schema.ts';
import { quoteOf, settles, voiceOf, type Context, type Template } from './context.ts';
import type { DraftOption } from './draft.ts';
import {
	classOfSpan,
	proofOfSpan,
	sourceClasses,
	sourceReason,
	type SourceClass
} from './source-kinds.ts';
import { factsOfSpan, quoteOfSpan } from './voices.ts';

/** Kinds that may stand beside each other: the reporter's own voice and 'not given' never do. */
const ofKind: SourceClass[] = ['person', 'body', 'people', 'reporter'];
const ofLearning: SourceClass[] = ['person', 'people', 'document', 'not-given'];

export const sourceKind: Template = (context) =>
	ask(context, 'kind', ofKind, 'What kind of source stands behind these words?');

export const sourceLearnt: Template = (context) =>
	ask(context, 'source', ofLearning, 'What does a reader learn about the source of these words?');

const ask = (
	context: Context,
	asked: 'kind' | 'source',
	classes: SourceClass[],
	stem: string
): ReturnType<Template> =>
	context.facts['voice-spans'].flatMap((span) => {
		const right = classOfSpan(context, span);
		if (span.asked !== asked || !classes.includes(right)) return [];
		const wrong = classes
			.filter((one) => one !== right)
			.flatMap((one) => distractor(context, span, one, asked));
		if (wrong.length < 2) return [];
		return {
			template: asked === 'kind' ? 'source-kind' : 'source-learnt',
			facts: factsOfSpan(context, span),
			skill: 'source-type',
			kind: 'choice',
			stem,
			passage: quoteOf(quoteOfSpan(context, span)),
			options: [
				{
					text: wordsFor(right, asked),
					right: true,
					why: `${sourceReason(context, span)} ${sourceClasses[right].lets}`,
					cite: proofOfSpan(context, span)
				},
				...wrong
			]
		};
	});

const wordsFor = (one: SourceClass, asked: 'kind' | 'source'): string =>
	asked === 'kind' ? sourceClasses[one].kind : sourceClasses[one].learn;

/** A kind of source that the article has, but elsewhere. */
function distractor(
	context: Context,
	span: VoiceSpan,
	wrong: SourceClass,
	asked: 'kind' | 'source'
): DraftOption[] {
	const text = wordsFor(wrong, asked);
	if (wrong === 'reporter')
		return [
			{
				text,
				why: 'The reporter passes these words on and says whose they are.',
				cite: proofOfSpan(context, span)
			}
		];
	const elsewhere = context.facts['voice-spans']
		.filter((other) => other.id !== undefined && classOfSpan(context, other) === wrong)
		.sort((one, other) => Math.abs(one.s - span.s) - Math.abs(other.s - span.s))[0];
	if (!elsewhere?.shown) return [];
	const where = `sentence ${String(elsewhere.s)}`;
	const { name } = voiceOf(context, elsewhere.voice);
	return [
		{
			text,
			why:
				wrong === 'not-given'
					? `That is so in ${where}, where “${elsewhere.shown.words}” gives no source.`
					: `Words in ${where} rest on ${name}; these do not.`,
			cite: settles(elsewhere.shown, quoteOfSpan(context, elsewhere))
		}
	];
}
