// Keeps the ends of attempts what the assignment, its dates and the accommodations make them.

import {
	selectAccommodations,
	selectAccommodationsOfClass,
	selectOptionalClassAssignment,
	type AccommodationRow,
	type ClassAssignment
} from '../store/assignment.ts';
import {
	selectOpenAttempts,
	updateDeadline,
	type AttemptRow,
	type OpenAttempt
} from '../store/attempt.ts';
import type { Db } from '../store/store.ts';
import { deadlineOf, grantOf, laterOf, type Grant } from './deadline.ts';

type Timed = Pick<AttemptRow, 'learner_id' | 'partner_id' | 'started_at'> &
	Partial<Pick<AttemptRow, 'extra_ms'>>;

/** What a learner is granted at an assignment. */
export const selectGrant = async (
	db: Db,
	learnerId: string,
	assignmentId: string
): Promise<Grant> => grantOf(await selectAccommodations(db, learnerId, assignmentId));

/** The end of an attempt that starts now, alone or as a pair; null: it has none. */
export async function selectDeadline(
	db: Db,
	at: ClassAssignment,
	attempt: Timed
): Promise<number | null> {
	const grants = new Map<string, Grant>();
	for (const id of [attempt.learner_id, attempt.partner_id])
		if (id !== null) grants.set(id, await selectGrant(db, id, at.assignment.id));
	return endOf(at, attempt, (id) => grants.get(id) ?? grantOf([]));
}

function endOf(
	{ assignment, dates }: ClassAssignment,
	{ learner_id, partner_id, started_at, extra_ms = 0 }: Timed,
	grantFor: (learnerId: string) => Grant
): number | null {
	const running = {
		startedAt: started_at,
		limitMs: assignment.time_limit_ms,
		classDueAt: dates.due_at,
		extraMs: extra_ms
	};
	const own = deadlineOf(running, grantFor(learner_id));
	return partner_id === null ? own : laterOf(own, deadlineOf(running, grantFor(partner_id)));
}

/**
 * Works out again when the open attempts at an assignment end, after anything that it depends on has
 * changed. An attempt whose time was up and that nobody has ended goes on if it is given more.
 * @returns the attempts that end at another time now
 */
export async function recomputeDeadlines(
	db: Db,
	assignmentId: string,
	classId?: string,
	learnerId?: string
): Promise<OpenAttempt[]> {
	return recompute(db, await selectOpenAttempts(db, { assignmentId, classId, learnerId }));
}

/** The same for every assignment at which the learner has an open attempt. */
export async function recomputeDeadlinesOfLearner(
	db: Db,
	learnerId: string
): Promise<OpenAttempt[]> {
	return recompute(db, await selectOpenAttempts(db, { learnerId }));
}

async function recompute(db: Db, attempts: readonly OpenAttempt[]): Promise<OpenAttempt[]> {
	const places = new Map(attempts.map((one) => [`${one.assignment_id} ${one.class_id}`, one]));
	const changed: OpenAttempt[] = [];
	for (const { assignment_id, class_id } of places.values()) {
		const at = await selectOptionalClassAssignment(db, assignment_id, class_id);
		// A class that has lost the assignment leaves its attempts as they were.
		if (!at) continue;
		const granted = Map.groupBy(
			await selectAccommodationsOfClass(db, assignment_id, class_id),
			({ learner_id }: AccommodationRow) => learner_id
		);
		for (const attempt of attempts) {
			if (attempt.assignment_id !== assignment_id || attempt.class_id !== class_id) continue;
			const deadline_at = endOf(at, attempt, (id) => grantOf(granted.get(id) ?? []));
			if (deadline_at === attempt.deadline_at) continue;
			await updateDeadline(db, attempt.id, deadline_at);
			changed.push({ ...attempt, deadline_at });
		}
	}
	return changed;
}
