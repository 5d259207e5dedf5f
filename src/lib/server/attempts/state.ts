// What a learner may know about their attempt now: the answers that count and, as far as the policy
// allows at this moment, what they brought. Nothing else leaves the server before.

import { fraction, toTenths } from '../../scoring/fraction.ts';
import { explain, outcomeOf } from '../../study/explain.ts';
import type { AttemptState, SlotFeedback, SlotState } from '../../taking/attempt.ts';
import { phaseOf, tells, type Feedback } from '../../taking/policy.ts';
import type { AttemptRow, AttemptSlotRow } from '../store/attempt.ts';
import { selectGrades, selectOverrides, type GradeRow } from '../store/grade.ts';
import { selectResponses, type ResponseRow } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { phaseTimes, selectAround, type Around } from './around.ts';
import { questionsOf, slotsOf } from './kept.ts';
import { countingResponse, isLate, markSlots, type MarkedSlot } from './marking.ts';

/** The reason of a grade that only took in what had been on its way. */
export const LATE_REASON = 'answers that arrived late';

/** What is read of an attempt before its state is made of it. */
export interface Known {
	attempt: AttemptRow;
	around: Around;
	slots: AttemptSlotRow[];
	responses: ResponseRow[];
}

export async function selectKnown(db: Db, attempt: AttemptRow): Promise<Known> {
	return {
		attempt,
		around: await selectAround(db, attempt),
		slots: await slotsOf(db, attempt.id),
		responses: await selectResponses(db, attempt.id)
	};
}

/** The state of an attempt as its learner may see it. */
export async function stateOf(db: Db, attempt: AttemptRow, now: number): Promise<AttemptState> {
	return stateFrom(db, await selectKnown(db, attempt), now);
}

/** What the policy tells about an attempt now. */
export function feedbackOf({ attempt, around }: Pick<Known, 'attempt' | 'around'>, now: number) {
	const phase = phaseOf(attempt.state, phaseTimes(around, now));
	return { phase, feedback: around.assignment.policy.feedback[phase] };
}

export async function stateFrom(db: Db, known: Known, now: number): Promise<AttemptState> {
	const { attempt, around, slots, responses } = known;
	const { phase, feedback } = feedbackOf(known, now);
	const marked = feedback === 'nothing' ? [] : await markKnown(db, known);
	const { dueAt } = phaseTimes(around, now);
	const { policy } = around.assignment;
	const more = !tells(feedback, policy.feedback.due) && phase === 'submitted';
	return {
		state: attempt.state,
		now,
		deadlineAt: attempt.deadline_at,
		paused: attempt.state === 'open' && around.dates.paused_at !== null,
		feedback,
		score: await scoreOf(db, attempt, feedback),
		moreAt: more ? dueAt : null,
		slots: slots.map(({ position }) => {
			const mine = responses.filter((row) => row.position === position);
			const counted = countingResponse(mine, position, attempt.deadline_at);
			const one = marked.find((slot) => slot.position === position);
			return slotState(attempt, mine, counted, one && tell(one, feedback, slots));
		})
	};
}

function slotState(
	attempt: AttemptRow,
	mine: readonly ResponseRow[],
	counted: ResponseRow | undefined,
	feedback: SlotFeedback | undefined
): SlotState {
	const response = counted?.answer.response ?? null;
	return {
		revision: Math.max(0, ...mine.map(({ revision }) => revision)),
		response,
		certainty: counted?.answer.certainty ?? null,
		skipped: counted !== undefined && response === null,
		late: counted !== undefined && isLate(counted, attempt),
		// What is still open is told about once it cannot be answered any more.
		feedback: (attempt.state === 'submitted' || response !== null ? feedback : undefined) ?? null
	};
}

async function markKnown(db: Db, { attempt, slots, responses }: Known): Promise<MarkedSlot[]> {
	const questions = await questionsOf(
		db,
		slots.map(({ question_version_id }) => question_version_id)
	);
	const overrides = await selectOverrides(db, attempt.assignment_id);
	return markSlots(slots, responses, questions, overrides, attempt);
}

function tell(
	marked: MarkedSlot,
	level: Feedback,
	slots: readonly AttemptSlotRow[]
): SlotFeedback | undefined {
	const points = { points: toTenths(marked.score.points), max: marked.question.max };
	switch (level) {
		case 'nothing':
			return undefined;
		case 'score':
			return { level, ...points };
		case 'right-or-wrong':
			return { level, outcome: outcomeOf(marked), ...points };
		case 'explanations': {
			const shown = slots.find(({ position }) => position === marked.position)?.shown;
			return shown && { level, explanation: explain(marked, shown) };
		}
	}
}

/** Of a submitted attempt, from its grade. */
async function scoreOf(
	db: Db,
	{ id, state }: AttemptRow,
	feedback: Feedback
): Promise<AttemptState['score']> {
	if (state === 'open' || !tells(feedback, 'score')) return null;
	const grades = await selectGrades(db, id);
	const grade = grades.at(-1);
	return (
		(grade && {
			points: toTenths(fraction(grade.points_n, grade.points_d)),
			max: grade.max_points,
			regraded: grades.some(isRegrade)
		}) ??
		null
	);
}

/** Did a teacher change it, and not only an answer that came late? */
export const isRegrade = ({ n, reason }: GradeRow): boolean =>
	n > 1 && reason !== null && reason !== LATE_REASON;
