// Marks an attempt: which answer counts at each place, what it brings, and what a teacher's overrides
// change about it. Pure but for the rows it is given; who stores the grade is grade-attempt.ts.

import { fraction, one, sum, type Fraction } from '../../scoring/fraction.ts';
import { isInvalid, scored, unanswered } from '../../scoring/outcome.ts';
import { scoreResponse, type MarkedAnswer } from '../../scoring/score.ts';
import { GRACE } from '../../taking/attempt.ts';
import type { AttemptSlotRow } from '../store/attempt.ts';
import type { OverrideRow, SlotGrade } from '../store/grade.ts';
import type { QuestionVersionRow } from '../store/quiz-version.ts';
import type { ResponseRow } from '../store/response.ts';

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

/** Given before the deadline and here within the grace. */
export const isInTime = (
	{ answered_at, received_at }: Pick<ResponseRow, 'answered_at' | 'received_at'>,
	deadlineAt: number | null
): boolean =>
	deadlineAt === null || (answered_at <= deadlineAt && received_at <= deadlineAt + GRACE);

/** Here only after the deadline: it counts, and is marked late. */
export const isLate = (
	{ received_at }: Pick<ResponseRow, 'received_at'>,
	deadlineAt: number | null
): boolean => deadlineAt !== null && received_at > deadlineAt;

export interface MarkedSlot extends MarkedAnswer {
	position: number;
	questionVersionId: string;
	/** The question was dropped: in neither sum. */
	dropped: boolean;
}

/**
 * Marks every place of an attempt.
 * @param responses all of the attempt, in the order of `selectResponses`
 * @param questions by id of the question version; those of the slots must be among them
 */
export function markSlots(
	slots: readonly AttemptSlotRow[],
	responses: readonly ResponseRow[],
	questions: ReadonlyMap<string, QuestionVersionRow>,
	overrides: readonly OverrideRow[],
	deadlineAt: number | null
): MarkedSlot[] {
	return slots.map((slot) => {
		const row = questions.get(slot.question_version_id);
		if (!row) throw new Error(`The question ${slot.question_version_id} is not there.`);
		const { question } = row;
		const counted = countingResponse(responses, slot.position, deadlineAt);
		const response = counted?.answer.response ?? null;
		const mine = overrides.filter(
			({ question_version_id }) => question_version_id === slot.question_version_id
		);
		const plain = scoreResponse(response, question);
		const score = isInvalid(plain) ? unanswered(question) : plain;
		return {
			position: slot.position,
			questionVersionId: slot.question_version_id,
			question,
			response,
			certainty: counted?.answer.certainty ?? null,
			score: isGranted(mine, response)
				? { ...scored(question, one), answered: score.answered }
				: score,
			reached: counted !== undefined,
			dropped: mine.some(({ action }) => action.action === 'drop')
		};
	});
}

/** Full marks by a teacher's decision. */
function isGranted(overrides: readonly OverrideRow[], response: MarkedAnswer['response']): boolean {
	const picked = response && 'option' in response ? response.option : null;
	return overrides.some(
		({ action }) =>
			action.action === 'full' || (action.action === 'accept' && action.option === picked)
	);
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
