// What an attempt stands in: its assignment, its class's dates and what its learner is granted; and
// what follows from them.

import { dueFor, type Grant } from '../assignments/deadline.ts';
import { selectGrant } from '../assignments/recompute.ts';
import { selectOptionalAssignmentOfLearner, type ClassAssignment } from '../store/assignment.ts';
import type { AttemptRow } from '../store/attempt.ts';
import type { Db } from '../store/store.ts';

export interface Around extends ClassAssignment {
	grant: Grant;
}

export async function selectAround(
	db: Db,
	{ assignment_id, learner_id }: Pick<AttemptRow, 'assignment_id' | 'learner_id'>
): Promise<Around> {
	const found = await selectOptionalAssignmentOfLearner(db, assignment_id, learner_id);
	if (!found) throw new Error(`The assignment ${assignment_id} is not there.`);
	return { ...found, grant: await selectGrant(db, learner_id, assignment_id) };
}

/**
 * When the teacher's closing ends it for the learner: not where the learner's own due date is later,
 * which is how one goes on after the others.
 */
export function closedFor({ dates, grant }: Pick<Around, 'dates' | 'grant'>): number | null {
	const { closed_at } = dates;
	const goesOn = closed_at !== null && grant.dueAt !== null && grant.dueAt > closed_at;
	return goesOn ? null : closed_at;
}

export interface Ending {
	at: number;
	by: 'deadline' | 'teacher';
}

/** When an open attempt ends if nobody submits it before; null: it goes on until somebody does. */
export function endingOf(
	{ deadline_at }: Pick<AttemptRow, 'deadline_at'>,
	{ dates, grant }: Pick<Around, 'dates' | 'grant'>
): Ending | null {
	const closed = closedFor({ dates, grant });
	if (closed !== null && (deadline_at === null || closed < deadline_at))
		return { at: closed, by: 'teacher' };
	return deadline_at === null ? null : { at: deadline_at, by: 'deadline' };
}

/** Has it ended by now? While the teacher has stopped the clock, no deadline passes. */
export function isOver(
	ending: Ending | null,
	{ dates }: Pick<Around, 'dates'>,
	now: number
): boolean {
	if (ending === null) return false;
	if (ending.by === 'teacher') return now >= ending.at;
	return now > ending.at && !(dates.paused_at !== null && dates.paused_at < ending.at);
}

/** The times from which the phase of an attempt follows (`phaseOf`). */
export const phaseTimes = ({ dates, grant }: Pick<Around, 'dates' | 'grant'>, now: number) => ({
	now,
	dueAt: dueFor(dates.due_at, grant),
	closedAt: closedFor({ dates, grant })
});
