/**
 * The question schema: every question the app can ask, with its key and all its reasons.
 *
 * What breaks if this changes: built packs, stored question versions, exports, and every scorer.
 * A learner who has not answered yet never sees these types, only `PublicQuestion` (public.ts).
 *
 * Ids of options, rows, columns, items and words are assigned by `assemble` (build/assemble.ts)
 * from a hash of the text, so that neither an id nor the stored order says anything about the key.
 */
import type { Quote } from '../article/article.ts';
import type { Skill } from './skills.ts';

/**
 * Where the article backs a reason.
 * - `settles`: the quoted words decide it.
 * - `nearest`: the closest the article comes; it does not decide.
 * - `whole`: no sentence says it; the whole text had to be read.
 */
export type Citation =
	{ kind: 'settles' | 'nearest'; quotes: Quote[] } | { kind: 'whole'; quotes: [] };

/** Why an option is right, or what it really is. One or two lines about the text, never the reader. */
export interface Reason {
	why: string;
	cite: Citation;
}

/** Something a learner can choose. `quoted` means that `text` is the article's own words. */
export interface Option extends Reason {
	id: string;
	text: string;
	quoted?: boolean;
}

/** A line to be placed in one column. */
export interface Row extends Option {
	/** Id of the column that is right. */
	key: string;
}

/** A sentence as an option of a tap in the article. */
export interface SentenceReason extends Reason {
	sentence: number;
}

/** One word of a retold quotation. */
export interface Token extends Reason {
	id: string;
	text: string;
	/** The article's word in its place; present exactly where the retelling altered it. */
	original?: string;
}

interface Common {
	/** Six characters from a hash of `ref`; stable as long as `ref` is. */
	id: string;
	/** `template/fact[/variant]`. For authors and tables; it may give the key away. */
	ref: string;
	skill: Skill;
	/** Ids of the facts it rests on. Questions that share one are siblings. */
	facts: string[];
	/** Ids of questions whose key this one's stem or reasons tell; they never meet in a quiz. */
	tells?: string[];
	stem: string;
	/** 2 for a two-part question, 0 for leaving the page, else 1. */
	max: 0 | 1 | 2;
}

export interface ChoiceQuestion extends Common {
	kind: 'choice';
	/** A passage that the stem asks about, when it does. */
	passage?: Quote;
	options: Option[];
	key: string;
}

export interface MultipleQuestion extends Common {
	kind: 'multiple';
	passage?: Quote;
	options: Option[];
	keys: string[];
}

export const verdicts = ['stated', 'contradicted', 'not-stated'] as const;
export type Verdict = (typeof verdicts)[number];

/** The options' ids are the three verdicts, always in that order. */
export interface VerdictQuestion extends Common {
	kind: 'verdict';
	statement: string;
	options: Option[];
	key: Verdict;
}

/** `match`: who said what. `categorise`: which group each line belongs to. Marked alike. */
export interface GridQuestion extends Common {
	kind: 'match' | 'categorise';
	rows: Row[];
	columns: Option[];
}

export interface OrderQuestion extends Common {
	kind: 'order';
	items: Option[];
	/** Item ids, first to last. */
	key: string[];
}

export interface SelectQuestion extends Common {
	kind: 'select';
	/** How many sentences to tap; the stem names the number. */
	pick: number;
	/** Each accepted set holds `pick` sentence numbers. */
	accepted: number[][];
	/** A reason for every sentence of the article. */
	sentences: SentenceReason[];
}

export interface AlteredQuestion extends Common {
	kind: 'altered';
	/** Whose words are retold, as shown above them. */
	speaker: string;
	tokens: Token[];
	/** The words as the article has them. */
	original: Quote;
}

export interface TwoPartQuestion extends Common {
	kind: 'two-part';
	options: Option[];
	key: string;
	pick: number;
	accepted: number[][];
	sentences: SentenceReason[];
}

/** Unmarked: plan a check outside the article, then compare it with the list. */
export interface LeaveQuestion extends Common {
	kind: 'leave';
	/** The claim to check, as the article has it. */
	passage: Quote;
	checks: Option[];
}

export type Question =
	| ChoiceQuestion
	| MultipleQuestion
	| VerdictQuestion
	| GridQuestion
	| OrderQuestion
	| SelectQuestion
	| AlteredQuestion
	| TwoPartQuestion
	| LeaveQuestion;

export type Kind = Question['kind'];

export const kinds = [
	'choice',
	'multiple',
	'verdict',
	'match',
	'categorise',
	'order',
	'select',
	'two-part',
	'altered',
	'leave'
] as const satisfies readonly Kind[];
