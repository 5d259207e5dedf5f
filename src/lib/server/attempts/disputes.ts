// What learners of a class doubt about the questions of an assignment, for their teachers.

import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { selectDisputesOfClass, updateDisputeOfClass } from '../store/dispute.ts';
import type { Db } from '../store/store.ts';
import type { Place } from './steer.ts';

export interface DisputeView {
	id: string;
	learner: { id: string; nickname: string };
	/** 1-based place in that learner's attempt. */
	n: number;
	stem: string;
	text: string;
	at: number;
	closed: boolean;
}

/**
 * Open ones first, then the newest first.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function listDisputes(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, assignmentId }: Place
): Promise<DisputeView[]> {
	await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const rows = await selectDisputesOfClass(db, assignmentId, classId);
	return rows.map((row) => ({
		id: row.id,
		learner: { id: row.learner_id, nickname: row.nickname },
		n: row.position + 1,
		stem: row.stem,
		text: row.text,
		at: row.created_at,
		closed: row.closed_at !== null
	}));
}

/**
 * Marks a doubt as dealt with, or takes that back; twice is once.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function markDispute(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	{ id, closed }: { id: string; closed: boolean },
	now: number
): Promise<void> {
	await requireTaughtAssignment(db, teacher, place.classId, place.assignmentId);
	await updateDisputeOfClass(db, { id, ...place }, closed ? now : null);
}
