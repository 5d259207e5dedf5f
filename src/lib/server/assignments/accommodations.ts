// What one learner is granted: more time, more attempts, another due date, for one assignment or for
// all; and who need not take an assignment. An attempt that is going on follows at once.

import { requireTaughtAssignment, requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import {
	deleteAccommodation,
	deleteExcused,
	insertExcused,
	replaceAccommodation
} from '../store/assignment.ts';
import type { OpenAttempt } from '../store/attempt.ts';
import { newId } from '../store/ids.ts';
import type { Db } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Grant, OwnGrant } from './deadline.ts';
import { recomputeDeadlines, recomputeDeadlinesOfLearner } from './recompute.ts';

export interface Whom {
	classId: string;
	learnerId: string;
	/** null: for all assignments. */
	assignmentId: string | null;
}

/**
 * Grants a learner something, in place of what was granted for the same assignment, or for all.
 * @returns the attempts that end at another time now
 * @throws Trouble `not-yours`
 */
export async function grant(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, learnerId, assignmentId }: Whom,
	granted: Grant & Partial<Pick<OwnGrant, 'alone'>>,
	now: number
): Promise<OpenAttempt[]> {
	await requireTaughtLearner(db, teacher, classId, learnerId);
	if (assignmentId !== null) await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const { timeFactor, untimed, extraAttempts, dueAt } = granted;
	const alone = assignmentId !== null && granted.alone === true;
	const isNothing = timeFactor === 1 && !untimed && extraAttempts === 0 && dueAt === null;
	return inTransaction(db, async (trx) => {
		if (isNothing && !alone) await deleteAccommodation(trx, learnerId, assignmentId);
		else
			await replaceAccommodation(trx, {
				id: newId(),
				learner_id: learnerId,
				assignment_id: assignmentId,
				time_factor: timeFactor,
				untimed: untimed ? 1 : 0,
				extra_attempts: extraAttempts,
				due_at: dueAt,
				alone: alone ? 1 : 0,
				created_at: now
			});
		return assignmentId === null
			? recomputeDeadlinesOfLearner(trx, learnerId)
			: recomputeDeadlines(trx, assignmentId, classId, learnerId);
	});
}

/**
 * Says that a learner need not take an assignment, or takes that back. What was answered stays.
 * @throws Trouble `not-yours`
 */
export async function excuse(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, learnerId, assignmentId }: Whom & { assignmentId: string },
	excused: boolean,
	now: number
): Promise<void> {
	await requireTaughtLearner(db, teacher, classId, learnerId);
	await requireTaughtAssignment(db, teacher, classId, assignmentId);
	if (!excused) await deleteExcused(db, assignmentId, learnerId);
	else
		await insertExcused(db, {
			assignment_id: assignmentId,
			learner_id: learnerId,
			created_at: now
		});
}
