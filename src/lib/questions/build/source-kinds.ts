/**
 * Kinds of sources as a question shows them. Groups and unnamed sources are one class here: both are
 * people without names, and where the line between them runs could be argued.
 */
import type { SourceKind, Voice, VoiceSpan } from '../../facts/schema.ts';
import { settles, voiceOf, type Context } from './context.ts';
import { quoteOfSpan } from './voices.ts';
import type { Citation } from '../schema.ts';

export type SourceClass = 'person' | 'body' | 'people' | 'document' | 'reporter' | 'not-given';

export const classOf: Record<SourceKind, SourceClass> = {
	'named-person': 'person',
	organisation: 'body',
	group: 'people',
	unnamed: 'people',
	document: 'document',
	reporter: 'reporter',
	'not-given': 'not-given'
};

interface ClassWords {
	/** As an option of 'What kind of source …?'. */
	kind: string;
	/** As an option of 'What does a reader learn about the source …?'. */
	learn: string;
	/** What it lets a reader check: general knowledge on sourcing, not a fact of the article. */
	lets: string;
}

export const sourceClasses: Record<SourceClass, ClassWords> = {
	person: {
		kind: 'A person with a name',
		learn: 'Who it is, by name',
		lets: 'A name can be looked up.'
	},
	body: {
		kind: 'A government or an organisation',
		learn: 'Which government or organisation it is',
		lets: 'A reader can look for its own statement.'
	},
	people: {
		kind: 'People without names',
		learn: 'What they are, without a name',
		lets: 'Without names there is nobody to look up.'
	},
	document: {
		kind: 'A document',
		learn: 'Which document it is',
		lets: 'A reader can look for the document.'
	},
	reporter: {
		kind: 'The reporter’s own voice',
		learn: 'That it is the reporter',
		lets: 'A reader can compare other reports.'
	},
	'not-given': {
		kind: 'A source that is not given',
		learn: 'Neither who nor what it is',
		lets: 'A reader can only compare other reports.'
	}
};

export const classOfSpan = (context: Context, span: VoiceSpan): SourceClass =>
	classOf[voiceOf(context, span.voice).kind];

/** What shows the kind: the cue, or for the reporter's own voice the words themselves. */
export const proofOfSpan = (context: Context, span: VoiceSpan): Citation =>
	settles(span.shown ?? quoteOfSpan(context, span));

/** Why a span is of its kind. */
export function sourceReason(context: Context, span: VoiceSpan): string {
	const voice: Voice = voiceOf(context, span.voice);
	const carried =
		span.shown && span.shown.s !== span.s ? `, from sentence ${String(span.shown.s)}` : '';
	switch (classOf[voice.kind]) {
		case 'reporter':
			return 'No other voice is brought in for these words.';
		case 'not-given':
			return `“${span.shown?.words ?? ''}” passes the words on without saying from whom.`;
		case 'document':
			return `The words tell what ${voice.name} holds.`;
		default:
			return `The words are tied to ${voice.name}${carried}.`;
	}
}
