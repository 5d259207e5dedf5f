// A learner who was absent gets the assignment later, with a due date of their own and a link to it.

import { linkTo } from '../../taking/way.ts';
import { requireTaughtAssignment, requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { grant, type Whom } from '../assignments/accommodations.ts';
import { grantOf } from '../assignments/deadline.ts';
import { selectAccommodations } from '../store/assignment.ts';
import type { Db } from '../store/store.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

export interface MakeUp {
	dueAt: number;
	/** Where the learner goes, whether they have joined or not. */
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
	const here = (await selectAccommodations(db, learnerId, assignmentId)).filter(
		({ assignment_id }) => assignment_id !== null
	);
	const dueAt = now + WEEK;
	await grant(db, teacher, whom, { ...grantOf(here), dueAt }, now);
	return { dueAt, path: linkTo(group.join_code, assignmentId) };
}
