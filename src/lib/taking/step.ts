/**
 * One step of an assigned attempt: a question, what may be told about it, or the end. The server calls
 * this for a first page and for browsers without scripts; a device that holds the sheet calls the same
 * function by itself, with the answers that it keeps.
 */
import type { PublicQuestion } from '../questions/public.ts';
import { asksCertainty } from '../scoring/rated.ts';
import type { SlotState as Stage, StepView } from '../study/view.ts';
import { fieldsFromAnswer, type Fields } from './answer.ts';
import type { AttemptSheet, AttemptState, SlotState } from './attempt.ts';

/** What is known about one place, from the server or from the device's own keeping. */
export type Held = Pick<SlotState, 'response' | 'certainty' | 'skipped' | 'feedback'>;

export const emptyHeld: Held = { response: null, certainty: null, skipped: false, feedback: null };

/** A form that was refused: why, and what was chosen. */
export interface Refused {
	notice: string;
	filled: Fields;
}

type Known = Pick<AttemptSheet, 'id' | 'assignment' | 'policy' | 'article' | 'questions'> & {
	state: Pick<AttemptState, 'paused'>;
};

/**
 * The step at question `n`, 1-based; one past the last asks for the end.
 *
 * Where something is told during the attempt, an answer stays: the step tells it, or says that it is
 * kept. Where nothing is, the question comes back filled in and may be changed.
 *
 * @param held one for each question, in their order
 */
export function takingStep(
	sheet: Known,
	held: readonly Held[],
	n: number,
	refused: Refused | null = null
): StepView {
	const total = sheet.questions.length;
	const at = clamp(n, total);
	const question = sheet.questions[at - 1];
	const here = held[at - 1] ?? emptyHeld;
	const whole = common(sheet, held);
	if (!question) {
		const open = whole.slots.flatMap((stage, i) => (stage === 'answered' ? [] : [i + 1]));
		return open.length > 0 ? { ...whole, kind: 'left-open', open } : { ...whole, kind: 'done' };
	}
	const step = { ...whole, n: at, question };
	if (here.response === null || whole.attempt.silent)
		return {
			...step,
			articleOpen: whole.articleOpen || namesSentences(question),
			kind: 'question',
			asksCertainty: sheet.policy.certainty && asksCertainty(question.kind),
			notice: refused?.notice ?? null,
			filled: refused?.filled ?? filledFrom(here)
		};
	const { feedback } = here;
	switch (feedback?.level) {
		case undefined:
			return { ...step, kind: 'kept' };
		case 'explanations':
			return { ...step, kind: 'explanation', explanation: feedback.explanation };
		case 'score':
			return { ...step, kind: 'told', outcome: null, ...pointsOf(feedback) };
		case 'right-or-wrong':
			return { ...step, kind: 'told', outcome: feedback.outcome, ...pointsOf(feedback) };
	}
}

/** The next question after `n` that nobody has looked at; without one, past the last: the end. */
export function nextOpen(held: readonly Held[], n: number): number {
	const i = held.findIndex((one, at) => at >= n && stageOf(one) === 'unseen');
	return i === -1 ? held.length + 1 : i + 1;
}

export const stageOf = ({ response, skipped }: Held): Stage =>
	response !== null ? 'answered' : skipped ? 'skipped' : 'unseen';

function common(sheet: Known, held: readonly Held[]) {
	return {
		article: sheet.article,
		articleOpen: sheet.policy.article === 'open',
		path: `/take/${sheet.id}`,
		quiz: '',
		answers: '',
		slots: sheet.questions.map((_, i) => stageOf(held[i] ?? emptyHeld)),
		attempt: {
			title: sheet.assignment.title,
			silent: sheet.policy.feedback.during === 'nothing',
			paused: sheet.state.paused
		}
	};
}

const clamp = (n: number, total: number): number =>
	Number.isInteger(n) ? Math.min(Math.max(n, 1), total + 1) : 1;

/** A stem that speaks of sentences by their numbers cannot be answered from memory. */
const namesSentences = ({ stem }: PublicQuestion): boolean => /\bsentences? \d/iu.test(stem);

const filledFrom = ({ response, certainty }: Held): Fields => [
	...fieldsFromAnswer(response),
	...(certainty === null ? [] : [['sure', String(certainty)] satisfies [string, string]])
];

const pointsOf = ({ points, max }: { points: string; max: number }) => ({ points, max });
