/**
 * An attempt at an assigned quiz as plain data: what crosses between the server and a learner's
 * device, and what the device keeps so that it goes on without a network. Nothing in here holds a
 * key, a reason or feedback unless the assignment's policy allows it at that moment.
 *
 * What breaks if this changes: rows in outboxes and attempts kept on devices of an earlier release.
 * Both carry `v`; the server accepts the older ones.
 */
import type { PublicQuestion } from '../questions/public.ts';
import type { Certainty, Response } from '../questions/response.ts';
import type { ArticleView, Explanation, Outcome } from '../study/view.ts';
import type { Feedback, Policy } from './policy.ts';

/** Milliseconds after the deadline in which answers from before it still count, marked late. */
export const GRACE = 24 * 60 * 60 * 1000;

/** What the learner is told about one answer, at the level that the policy allows. */
export type SlotFeedback =
	| { level: 'score'; points: string; max: number }
	| { level: 'right-or-wrong'; outcome: Outcome; points: string; max: number }
	| { level: 'explanations'; explanation: Explanation };

/** The answer that counts at one place, as the server has it. */
export interface SlotState {
	/** The highest revision that the server has; 0: none. The next answer is one more. */
	revision: number;
	/** null: not answered, or taken back. */
	response: Response | null;
	certainty: Certainty | null;
	/** The learner left it open knowingly. */
	skipped: boolean;
	/** It arrived after the deadline. */
	late: boolean;
	feedback: SlotFeedback | null;
}

/** What changes while an attempt goes on: always the server's word. */
export interface AttemptState {
	state: 'open' | 'submitted';
	/** The server's clock as it answered, in milliseconds since 1970. */
	now: number;
	/** By the server's clock; null: untimed. */
	deadlineAt: number | null;
	/** The teacher stopped the clock: nothing is taken while it stands, nothing is lost either. */
	paused: boolean;
	/** What the learner may be told now. */
	feedback: Feedback;
	/** Points and maximum of the whole, where `feedback` allows; null otherwise. */
	score: { points: string; max: number; regraded: boolean } | null;
	/** When the next thing will be told ('after the due date'); null: nothing more to wait for. */
	moreAt: number | null;
	slots: SlotState[];
}

/** Everything that taking the attempt needs; the device keeps it until the submission is acknowledged. */
export interface AttemptSheet {
	v: 1;
	id: string;
	/** Lets whoever holds the device send this attempt's answers, whoever is signed in. */
	token: string;
	assignment: { id: string; title: string };
	className: string;
	learner: { id: string; nickname: string; partner: string | null };
	/** 1 for the first attempt; null: as many as one likes. */
	n: number;
	allowed: number | null;
	timed: boolean;
	policy: Pick<Policy, 'article' | 'certainty' | 'feedback'>;
	article: ArticleView;
	questions: PublicQuestion[];
	state: AttemptState;
}

/** An answer on its way: what an outbox row holds and a sending carries. Read by `schemas.ts`. */
export interface SentAnswer {
	/** Made by the client: the same answer sent twice is stored once. */
	op: string;
	position: number;
	revision: number;
	/** As form fields of the question (`formFromResponse`); empty: skipped or taken back. */
	fields: [name: string, value: string][];
	certainty: Certainty | null;
	/** What the device's clock said when it was given. Only differences on one device mean anything. */
	at: number;
}

export interface Sending {
	v: 1;
	token: string;
	/** What the device's clock says as it sends. */
	sentAt: number;
	answers: SentAnswer[];
	/** Submit once these answers are stored. */
	submit: boolean;
}

/** What became of one answer. Only `stored` and `refused` may leave the outbox. */
export type Acknowledged =
	| { op: string; stored: true; counts: boolean; late: boolean }
	/** It can never be stored: the words say why; it stays on the device for the learner to read. */
	| { op: string; stored: false; why: 'no-such-question' | 'not-an-answer' | 'op-taken' | 'over' };

export interface Receipt {
	v: 1;
	answers: Acknowledged[];
	state: AttemptState;
}
