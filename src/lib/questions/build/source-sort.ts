/**
 * Passages by the kind of source behind them: sorted into three kinds, and those picked that rest on
 * people without names. Uses spans that are not asked for themselves, never `told` ones, where the
 * reporter and the voice could both be defended.
 */
import type { VoiceSpan } from '../../facts/schema.ts';
import { draw, type Context, type Template } from './context.ts';
import type { Draft } from './draft.ts';
import {
	classOfSpan,
	proofOfSpan,
	sourceClasses,
	sourceReason,
	type SourceClass
} from './source-kinds.ts';
import { factsOfSpan, quoteOfSpan } from './voices.ts';

/** Longer passages are hard to compare on a phone. */
const longest = 190;
const columns: SourceClass[] = ['person', 'people', 'reporter'];

export const sourceSort: Template = (context) => {
	const spans = columns.map((one) => {
		const drawn = draw(context, 'source-sort', passages(context, one), Infinity);
		// two of one voice only where there is no second voice
		const firsts = drawn.filter(
			({ voice }, i) => drawn.findIndex((other) => other.voice === voice) === i
		);
		return [...firsts, ...drawn.filter((span) => !firsts.includes(span))].slice(0, 2);
	});
	if (spans.some(({ length }) => length < 2)) return [];
	return [sort(context, spans.flat()), ...pick(context, spans.flat())];
};

function passages(context: Context, one: SourceClass): VoiceSpan[] {
	return context.facts['voice-spans'].filter(
		(span) =>
			span.id !== undefined &&
			span.asked === undefined &&
			!span.told &&
			classOfSpan(context, span) === one &&
			quoteOfSpan(context, span).words.length <= longest
	);
}

const line = (context: Context, span: VoiceSpan) => ({
	text: quoteOfSpan(context, span).words,
	quoted: true,
	why: sourceReason(context, span),
	cite: proofOfSpan(context, span)
});

const sort = (context: Context, spans: readonly VoiceSpan[]): Draft => ({
	template: 'source-sort',
	facts: spans.flatMap((span) => factsOfSpan(context, span)),
	skill: 'source-type',
	kind: 'categorise',
	stem: 'What kind of source stands behind each passage?',
	rows: spans.map((span) => ({
		...line(context, span),
		column: sourceClasses[classOfSpan(context, span)].kind
	})),
	columns: columns.flatMap((one) => {
		const own = spans.filter((span) => classOfSpan(context, span) === one);
		const [first] = own;
		return first
			? {
					text: sourceClasses[one].kind,
					why: `${own.length === 2 ? 'Two' : String(own.length)} of the passages. ${sourceClasses[one].lets}`,
					cite: proofOfSpan(context, first)
				}
			: [];
	})
});

/** Which passages rest on people without names: others than those that were sorted. */
function pick(context: Context, used: readonly VoiceSpan[]): Draft[] {
	const free = (one: SourceClass, count: number) =>
		draw(
			context,
			'source-pick',
			passages(context, one).filter((span) => !used.includes(span)),
			count
		);
	const right = free('people', 2);
	const wrong = [...free('person', 2), ...free('reporter', 1)];
	if (right.length < 2 || wrong.length < 2) return [];
	return [
		{
			template: 'source-pick',
			facts: [...right, ...wrong].flatMap((span) => factsOfSpan(context, span)),
			skill: 'source-type',
			kind: 'multiple',
			stem: 'Which of these passages rest on the word of people without names?',
			options: [...right, ...wrong].map((span) => ({
				...line(context, span),
				right: right.includes(span)
			}))
		}
	];
}
