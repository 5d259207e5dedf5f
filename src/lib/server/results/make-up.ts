// A learner who was absent gets the assignment later, with a due date of their own and a link to it.

import { linkTo } from '../../taking/way.ts';
import { requireTaughtAssignment, requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { grant, type Whom } from '../assignments/accommodations.ts';
import { noGrant, ownGrantOf } from '../assignments/deadline.ts';
import { selectAccommodations } from '../store/assignment.ts';
import type { Db } from '../store/store.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

export interface MakeUp {
	dueAt: number;
	/** Where the learner goes: their list, or the way into the class if they never joined. */
	path: string;
}

/**
 * Lets one learner take an assignment until a week from now. What else they were granted for it stays.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function giveMakeUp(
	db: Db,
	teacher: TeacherActor | null,
	whom: Whom & { assignmentId: string },
	now: number
): Promise<MakeUp> {
	const { classId, assignmentId, learnerId } = whom;
	const { group } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	await requireTaughtLearner(db, teacher, classId, learnerId);
	const own = ownGrantOf(await selectAccommodations(db, learnerId, assignmentId), 'this');
	// Whoever was given longer before keeps it.
	const dueAt = Math.max(now + WEEK, own?.dueAt ?? 0);
	await grant(db, teacher, whom, { ...noGrant, ...own, dueAt }, now);
	return { dueAt, path: linkTo(group.join_code, assignmentId) };
}
