// Ends attempts: by whoever submits, by the deadline, by the teacher's closing. Decided by one
// conditional update, so of all who try at once one wins and everybody sees the same result.

import { endAttempt, selectAttemptToChange, selectOverdueAttempts } from '../store/attempt.ts';
import type { AttemptRow } from '../store/attempt.ts';
import type { Db } from '../store/store.ts';
import { tellChange } from '../live/bus.ts';
import { endingOf, isOver, selectAround, type Around } from './around.ts';
import { gradeAttempt } from './grade-attempt.ts';

/**
 * Ends an open attempt and grades it, in the transaction of whoever calls.
 * @returns false when it was ended already
 */
export async function submit(
	trx: Db,
	attemptId: string,
	at: number,
	by: NonNullable<AttemptRow['submitted_by']>,
	now: number
): Promise<boolean> {
	if (!(await endAttempt(trx, attemptId, at, by))) return false;
	await gradeAttempt(trx, attemptId, null, now);
	return true;
}

/**
 * Ends an attempt whose end is past, as of that end, in the transaction of whoever calls.
 * @returns whether it was this call that ended it
 */
export async function settle(
	trx: Db,
	attempt: AttemptRow,
	around: Around,
	now: number
): Promise<boolean> {
	if (attempt.state !== 'open') return false;
	const ending = endingOf(attempt, around);
	if (ending === null || !isOver(ending, around, now)) return false;
	// Closed before it was begun, as where the class was closed and one learner let in again.
	const at = Math.max(ending.at, attempt.started_at);
	return submit(trx, attempt.id, at, ending.by, now);
}

/**
 * Ends every attempt whose end is past. Called before anything is read that depends on it, so nobody
 * has to watch the clock.
 */
export async function settleOverdue(
	db: Db,
	of: Parameters<typeof selectOverdueAttempts>[1],
	now: number
): Promise<void> {
	for (const id of await selectOverdueAttempts(db, of, now)) {
		const assignmentId = await db.transaction().execute(async (trx) => {
			const attempt = await selectAttemptToChange(trx, id);
			if (!attempt) return undefined;
			const settled = await settle(trx, attempt, await selectAround(trx, attempt), now);
			return settled ? attempt.assignment_id : undefined;
		});
		if (assignmentId !== undefined) tellChange(assignmentId);
	}
}
