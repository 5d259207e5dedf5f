/**
 * What a page of a quiz shows: plain data, made by `step.ts` and `result.ts` (self-study) or by
 * `taking/step.ts` (assigned) on the server or in the browser, drawn by `ui/`. A view of an unanswered question holds its public side only.
 */
import type { Block } from '../article/article.ts';
import type { PublicQuestion } from '../questions/public.ts';
import type { Citation, Kind } from '../questions/schema.ts';
import type { Certainty } from '../questions/response.ts';
import type { Skill } from '../questions/skills.ts';

export type ArticleBlock =
	| { kind: Extract<Block['kind'], 'heading'>; text: string }
	| { kind: Extract<Block['kind'], 'paragraph'>; sentences: { n: number; text: string }[] };

export interface ArticleView {
	slug: string;
	version: string;
	lang: string;
	title: string;
	/** `project`: the title is ours, and the page says so. */
	titleBy: 'project' | 'article';
	teaser: string;
	source: {
		publisher: string | null;
		author: string | null;
		date: string | null;
		link: string | null;
		/** People, places and events were made up for practice: said wherever the article is named. */
		invented: boolean;
		note: string;
		rights: string;
	};
	/** Reading time in minutes. */
	minutes: number;
	/** How hard the text is to read; `dateline.ts` has the words. */
	lix: number;
	/**
	 * What is known about the text, a phrase each, as it stands under the title. Absent from an attempt
	 * that a device has kept since an earlier release.
	 */
	dateline?: string[];
	/** Words that are explained, each at one place in a sentence. Absent like `dateline`. */
	glossary?: { word: string; means: string; sentence: number }[];
	blocks: ArticleBlock[];
	sentences: number;
}

/** Where one question of a quiz stands. */
export type SlotState = 'unseen' | 'skipped' | 'answered';

/** One thing that could be chosen, with its reason. */
export interface ReasonView {
	/** Empty where the reason is about a sentence: the citation shows it. */
	text: string;
	/** The text is the article's own words. */
	quoted: boolean;
	/** Set where the reason is about tapping a sentence. */
	sentence: number | null;
	picked: boolean;
	right: boolean;
	/** Grid and order: what was answered and what the article gives ('2nd', 'Talks of 2021-22'). Altered: the two words. */
	answer: string | null;
	key: string | null;
	why: string;
	cite: Citation;
}

export type Outcome = 'right' | 'partly' | 'wrong' | 'skipped' | 'unmarked';

export interface Explanation {
	kind: Kind;
	skill: Skill;
	stem: string;
	/** A statement, a passage or a retelling that the stem is about. */
	about: { text: string; sentence: number | null } | null;
	outcome: Outcome;
	/** Display points, '0.7', and their maximum. */
	points: string;
	max: number;
	certainty: Certainty | null;
	/** Sentences that settle it, in order; empty where the whole text had to be read. */
	settledIn: number[];
	/** `settles`, `nearest` or `whole`: what kind of citation backs the key. */
	settledBy: Citation['kind'];
	/** One list, or two for a two-part question; `rest` are the sentences nobody needs at once. */
	groups: {
		title: 'options' | 'rows' | 'columns' | 'sentences' | 'words' | 'checks';
		reasons: ReasonView[];
	}[];
	rest: ReasonView[];
}

interface Common {
	article: ArticleView;
	/** False: the quiz is 'from memory' and the article stays closed until the answer. */
	articleOpen: boolean;
	/** Where the quiz is taken, without its parameters: '/quiz/a-story'. */
	path: string;
	/** Parameters that name the quiz (pack version, questions, seed, mode): the link to share. */
	quiz: string;
	/** Answers so far in their compact form; in the address only where no script keeps them. */
	answers: string;
	slots: SlotState[];
	/** Set where it is an assigned attempt: answers go to the server, and the end asks to submit. */
	attempt?: AttemptFacts;
}

/** What a step says about the attempt that it belongs to. */
export interface AttemptFacts {
	title: string;
	/** Nothing is told while it goes on: an answer is kept, not checked, and may be changed. */
	silent: boolean;
	/** The teacher stopped the clock. */
	paused: boolean;
	/** Hidden fields that the server drew: by them a form that is sent twice is stored once. */
	hidden?: [name: string, value: string][];
}

export type StepView = Common &
	(
		| {
				kind: 'question';
				/** 1-based. */
				n: number;
				question: PublicQuestion;
				asksCertainty: boolean;
				/** What to mend before the answer can be marked; what was chosen is kept. */
				notice: string | null;
				/** Name and value pairs to fill the form with: it was refused, or may still be changed. */
				filled: [string, string][];
		  }
		| { kind: 'explanation'; n: number; question: PublicQuestion; explanation: Explanation }
		/** Assigned: the answer stays, and this is all that is told about it now. */
		| {
				kind: 'told';
				n: number;
				question: PublicQuestion;
				/** null: only the points are told. */
				outcome: Outcome | null;
				points: string;
				max: number;
		  }
		/** Assigned: the answer stays, and what may be told about it cannot be had now. */
		| { kind: 'kept'; n: number; question: PublicQuestion }
		/** Past the last question, some left open. */
		| { kind: 'left-open'; open: number[] }
		| { kind: 'done' }
	);

export interface RateView {
	percent: number | null;
	count: number;
	of: number;
	needed: number;
}

/** A printed worksheet: the questions as they would be asked, and their reasons for the key. */
export interface SheetView extends Common {
	questions: { n: number; question: PublicQuestion; explanation: Explanation }[];
}

export interface ResultView extends Common {
	/** null: nothing marked, shows 'no mark'. */
	points: string | null;
	max: number;
	counts: { right: number; partly: number; wrong: number; skipped: number; unseen: number };
	profile: {
		skill: Skill;
		/** Display points and maximum over answers; `tried` below 3 answers: no bar. */
		points: string;
		max: number;
		answers: number;
		/** 0..100 for the bar, null below 3 answers. */
		percent: number | null;
	}[];
	/** The next exercise, with how many of its answers were missed; null where it was not tried yet. */
	next: { skill: Skill; exercise: { missed: number; of: number } | null } | null;
	calibration: {
		rated: number;
		levels: { level: Certainty; right: number; answers: number; percent: number | null }[];
		/** Share right among the rated, in percent; null when none is rated. */
		accuracy: number | null;
		/** Display number with sign; null below 10 rated answers. */
		bonus: string | null;
		/** Mean certainty points with sign; null when none is rated. */
		points: string | null;
	};
	suspicion: {
		/** `count` of `of` answers; percent is null below `needed` answers. */
		credulity: RateView;
		overSuspicion: RateView;
		confused: number;
	};
	questions: { n: number; explanation: Explanation }[];
	/** Quiz parameters of 'try the ones you missed'; null when none was missed. */
	missed: string | null;
	/** 'Same skills, new questions'; null when the bank has no others. */
	fresh: string | null;
}
