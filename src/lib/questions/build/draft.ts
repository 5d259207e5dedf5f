/**
 * What a template writes: a question without ids. `assemble` turns it into a `Question`.
 * A draft marks its key in place (`right: true`), so that a key can never point at nothing.
 */
import type { Quote } from '../../article/article.ts';
import type { Reason, Verdict } from '../schema.ts';
import type { Skill } from '../skills.ts';

export interface DraftOption extends Reason {
	text: string;
	/** The text is the article's own words. */
	quoted?: boolean;
	right?: boolean;
}

export interface DraftRow extends Reason {
	text: string;
	quoted?: boolean;
	/** Text of the column that is right. */
	column: string;
}

interface Common {
	/** Name of the template's file. */
	template: string;
	/** Ids of the facts it rests on, the main one first. */
	facts: string[];
	/** Tells questions of one template on one fact apart. */
	variant?: string;
	skill: Skill;
	stem: string;
}

/** Reasons for particular sentences; the others get 'Sentence n is about …'. */
export type SentenceReasons = { sentence: number; why: string; cite?: Reason['cite'] }[];

export type Draft = Common &
	(
		| { kind: 'choice'; passage?: Quote; options: DraftOption[] }
		| { kind: 'multiple'; passage?: Quote; options: DraftOption[] }
		| { kind: 'verdict'; statement: string; key: Verdict; reasons: Record<Verdict, Reason> }
		| {
				kind: 'match' | 'categorise';
				rows: DraftRow[];
				columns: (Reason & { text: string })[];
		  }
		/** Items in the right order. */
		| { kind: 'order'; items: DraftOption[] }
		| { kind: 'select'; pick: number; accepted: number[][]; reasons?: SentenceReasons }
		| {
				kind: 'two-part';
				options: DraftOption[];
				pick: number;
				accepted: number[][];
				reasons?: SentenceReasons;
		  }
		| {
				kind: 'altered';
				speaker: string;
				original: Quote;
				/** Each `from` is one word of the original; punctuation stays where it is. */
				changes: { from: string; to: string; why: string }[];
		  }
		| { kind: 'leave'; passage: Quote; checks: DraftOption[] }
	);
