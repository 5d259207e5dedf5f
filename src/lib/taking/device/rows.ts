/**
 * What a device keeps of attempts at assigned quizzes, and what follows from it: which answer counts
 * until the server has spoken, what is sent next, what may go once the server has answered. Pure; where
 * it is kept is store.ts, when it is sent is sender.ts.
 *
 * What breaks if this changes: rows that devices hold from an earlier release. They carry `v`.
 */
import type { PublicQuestion } from '../../questions/public.ts';
import type { Certainty } from '../../questions/response.ts';
import { answerFromFields } from '../answer.ts';
import type {
	Acknowledged,
	AttemptSheet,
	AttemptState,
	Receipt,
	Sending,
	SentAnswer,
	SlotState
} from '../attempt.ts';
import { ANSWERS_AT_ONCE } from '../limits.ts';

/** Why an answer will never be stored: the server's word on it, or on the whole attempt. */
export type Refusal = Extract<Acknowledged, { stored: false }>['why'] | 'gone' | 'not-understood';

/** An answer that the server has not acknowledged. */
export interface OutboxRow {
	v: 1;
	op: string;
	attempt: string;
	/** Whose it is: nobody else is shown it. */
	learner: string;
	/** The attempt's own, so that it can be sent whoever is signed in. */
	token: string;
	answer: SentAnswer;
	/** null: waits to be sent. A refused one is never sent again; it is kept to be read. */
	refused: Refusal | null;
}

/** An attempt that goes on without a network. Wiped once its submission is acknowledged. */
export interface KeptAttempt {
	v: 1;
	id: string;
	learner: string;
	sheet: AttemptSheet;
	/** The learner has handed it in; the server may not know yet. */
	handedIn: boolean;
	/** What the device's clock said when `sheet.state` came. Only differences mean anything. */
	stateAt: number;
}

/** What was given at a question: the fields of its form. */
export interface Given {
	position: number;
	fields: SentAnswer['fields'];
	certainty: Certainty | null;
}

export const waiting = (rows: readonly OutboxRow[]): OutboxRow[] =>
	rows.filter(({ refused }) => refused === null);

/** The row for an answer: its revision is above everything that the server or this device has. */
export function rowFor(
	{ id, token, learner, state }: AttemptSheet,
	rows: readonly OutboxRow[],
	{ position, fields, certainty }: Given,
	{ op, at }: { op: string; at: number }
): OutboxRow {
	const revisions = rows
		.filter((row) => row.attempt === id && row.answer.position === position)
		.map(({ answer }) => answer.revision);
	const revision = Math.max(state.slots[position]?.revision ?? 0, ...revisions) + 1;
	return {
		v: 1,
		op,
		attempt: id,
		learner: learner.id,
		token,
		answer: { op, position, revision, fields, certainty, at },
		refused: null
	};
}

/**
 * The state as this device should show it: the server's, with the answers on top that it has not
 * acknowledged yet. Of those nothing is told.
 */
export function withWaiting(
	state: AttemptState,
	questions: readonly PublicQuestion[],
	rows: readonly OutboxRow[]
): AttemptState {
	return {
		...state,
		slots: state.slots.map((slot, position): SlotState => {
			const question = questions[position];
			const row = newestAt(waiting(rows), position);
			if (!row || !question || row.answer.revision <= slot.revision) return slot;
			const read = answerFromFields(question, row.answer.fields);
			const response = 'response' in read ? read.response : null;
			return {
				revision: row.answer.revision,
				response,
				certainty: row.answer.certainty,
				skipped: response === null,
				late: false,
				feedback: null
			};
		})
	};
}

const newestAt = (rows: readonly OutboxRow[], position: number): OutboxRow | undefined =>
	rows
		.filter(({ answer }) => answer.position === position)
		.sort((a, b) => b.answer.revision - a.answer.revision)[0];

/** In the order in which they were given, as many as one sending may carry. */
export function sendingOf(
	rows: readonly OutboxRow[],
	{ token, handedIn, sentAt }: { token: string; handedIn: boolean; sentAt: number }
): Sending {
	const due = waiting(rows)
		.map(({ answer }) => answer)
		.sort((a, b) => a.at - b.at || a.revision - b.revision);
	const answers = due.slice(0, ANSWERS_AT_ONCE);
	// Handing in comes last: only once nothing else waits behind it.
	return { v: 1, token, sentAt, answers, submit: handedIn && answers.length === due.length };
}

export interface Settled {
	/** Acknowledged as stored: they may go. */
	gone: string[];
	/** They stay, with the reason. */
	refused: { op: string; why: Refusal }[];
}

/** What a receipt lets go and what it refuses. An answer that it does not name goes on waiting. */
export function settle({ answers }: Pick<Receipt, 'answers'>): Settled {
	return {
		gone: answers.flatMap((one) => (one.stored ? [one.op] : [])),
		refused: answers.flatMap((one) => (one.stored ? [] : [{ op: one.op, why: one.why }]))
	};
}

/** Nothing more is to be sent, and the server has the submission: nothing of it need stay here. */
export const mayBeWiped = (state: AttemptState, rows: readonly OutboxRow[]): boolean =>
	state.state === 'submitted' && waiting(rows).length === 0;

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/**
 * Milliseconds until the next try: twice as long after each failure, at least what the server asked
 * for, and never the same for a whole class that lost its server at one moment.
 * @param failures in a row, from 1
 * @param chance from 0 to 1
 */
export function waitAfter(failures: number, asked: number | null, chance: number): number {
	const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
	return Math.max(asked ?? 0, wait) + (wait / 2) * chance;
}

/** What the learner is told about where the answers are. */
export type Whereabouts = 'saved' | 'saving' | 'kept' | 'in-memory';

export function whereabouts(
	rows: readonly OutboxRow[],
	{ handedIn, failing, stored }: { handedIn: boolean; failing: boolean; stored: boolean }
): Whereabouts {
	if (waiting(rows).length === 0 && !handedIn) return 'saved';
	if (!failing) return 'saving';
	return stored ? 'kept' : 'in-memory';
}

/** What is unsent, as a file that the teacher can load. */
export interface UnsentFile extends Sending {
	attempt: string;
}

/** Refused answers go into the file too: the teacher may decide otherwise. */
export function unsentFile(
	rows: readonly OutboxRow[],
	attempt: { id: string; token: string; handedIn: boolean },
	sentAt: number
): UnsentFile {
	return {
		attempt: attempt.id,
		v: 1,
		token: attempt.token,
		sentAt,
		answers: rows.map(({ answer }) => answer).sort((a, b) => a.at - b.at),
		submit: attempt.handedIn
	};
}
