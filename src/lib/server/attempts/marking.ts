// Marks an attempt: which answer counts at each place, what it brings, and what a teacher's overrides
// change about it. Pure but for the rows it is given; who stores the grade is grade-attempt.ts.

import { fraction, one, sum, type Fraction } from '../../scoring/fraction.ts';
import { isInvalid, scored, unanswered } from '../../scoring/outcome.ts';
import { scoreResponse, type MarkedAnswer } from '../../scoring/score.ts';
import { GRACE } from '../../taking/attempt.ts';
import type { Response } from '../../questions/response.ts';
import type { Question } from '../../questions/schema.ts';
import type { AttemptRow, SlotKey } from '../store/attempt.ts';
import { overridesInForce, type OverrideRow, type SlotGrade } from '../store/grade.ts';
import type { QuestionVersionRow } from '../store/quiz-version.ts';
import { isTyped, type ResponseRow } from '../store/response.ts';

/** Goes up when a scorer changes what a stored answer brings. */
export const SCORER_VERSION = '1';

/** The answer that counts at one place: of those from before anything was told, the newest in time. */
export function countingResponse(
	responses: readonly ResponseRow[],
	position: number,
	deadlineAt: number | null
): ResponseRow | undefined {
	return responses
		.filter((row) => row.position === position && row.told === 0 && isInTime(row, deadlineAt))
		.reduce<ResponseRow | undefined>(
			(best, row) => (best && best.revision > row.revision ? best : row),
			undefined
		);
}

type Arrival = Pick<ResponseRow, 'op_id' | 'answered_at' | 'received_at'>;

/**
 * Given before the deadline and here within the grace. For what was on paper the teacher vouches who
 * typed it in, whenever that was.
 */
const isInTime = (row: Arrival, deadlineAt: number | null): boolean =>
	deadlineAt === null ||
	isTyped(row) ||
	(row.answered_at <= deadlineAt && row.received_at <= deadlineAt + GRACE);

/** What of an attempt decides which answers count, and which of them are late. */
export type Ended = Pick<AttemptRow, 'via' | 'deadline_at' | 'submitted_at' | 'submitted_by'>;

/**
 * Here only after the deadline, or after the teacher had ended it: it counts, and is marked late. Paper
 * has no clock.
 */
export function isLate(
	row: Arrival,
	{ via, deadline_at, submitted_at, submitted_by }: Ended
): boolean {
	if (via === 'paper' || isTyped(row)) return false;
	const end = submitted_by === 'teacher' ? submitted_at : deadline_at;
	return end !== null && row.received_at > end;
}

export interface MarkedSlot extends MarkedAnswer {
	position: number;
	questionVersionId: string;
	/** The question was dropped: in neither sum. */
	dropped: boolean;
	/** The answer that counts came after the end, within the grace. */
	late: boolean;
}

/**
 * Marks every place of an attempt.
 * @param responses all of the attempt, in the order of `selectResponses`
 * @param overrides all of the assignment, in the order in which they were made
 * @param questions by id of the question version; those of the slots must be among them
 */
export function markSlots(
	slots: readonly SlotKey[],
	responses: readonly ResponseRow[],
	questions: ReadonlyMap<string, QuestionVersionRow>,
	overrides: readonly OverrideRow[],
	attempt: Ended
): MarkedSlot[] {
	const inForce = overridesInForce(overrides);
	return slots.map((slot) => {
		const row = questions.get(slot.question_version_id);
		if (!row) throw new Error(`The question ${slot.question_version_id} is not there.`);
		const { question } = row;
		const counted = countingResponse(responses, slot.position, attempt.deadline_at);
		const response = counted?.answer.response ?? null;
		const mine = inForce.filter(
			({ question_version_id }) => question_version_id === slot.question_version_id
		);
		const plain = scoreResponse(asAccepted(mine, response, question), question);
		const score = isInvalid(plain) ? unanswered(question) : plain;
		return {
			position: slot.position,
			questionVersionId: slot.question_version_id,
			question,
			response,
			certainty: counted?.answer.certainty ?? null,
			score: mine.some(({ action }) => action.action === 'full')
				? { ...scored(question, one), answered: score.answered }
				: score,
			reached: counted !== undefined,
			dropped: mine.some(({ action }) => action.action === 'drop'),
			late: counted !== undefined && isLate(counted, attempt)
		};
	});
}

/** An option that the teacher accepts counts as the key does; the rest of the answer stays what it was. */
function asAccepted(
	overrides: readonly OverrideRow[],
	response: Response | null,
	question: Question
): Response | null {
	if (!response || !('option' in response) || !('key' in question)) return response;
	if (typeof question.key !== 'string') return response;
	const accepted = overrides.some(
		({ action }) => action.action === 'accept' && action.option === response.option
	);
	return accepted ? { ...response, option: question.key } : response;
}

export const slotGrades = (marked: readonly MarkedSlot[]): SlotGrade[] =>
	marked.map(({ score, dropped }) => ({
		n: score.points.n,
		d: score.points.d,
		max: score.max,
		dropped
	}));

/** Points and maximum of the whole, without what was dropped. */
export function totalOf(slots: readonly SlotGrade[]): { points: Fraction; max: number } {
	const kept = slots.filter(({ dropped }) => !dropped);
	return {
		points: sum(kept.map(({ n, d }) => fraction(n, d))),
		max: kept.reduce((all, { max }) => all + max, 0)
	};
}

/** Equal marks, place by place? */
export const sameGrade = (a: readonly SlotGrade[], b: readonly SlotGrade[]): boolean =>
	a.length === b.length &&
	a.every((one, i) => {
		const other = b[i];
		return (
			other !== undefined &&
			one.n === other.n &&
			one.d === other.d &&
			one.max === other.max &&
			one.dropped === other.dropped
		);
	});
