// Who may do what. What belongs to others looks as if it were not there, so that nobody can find out by
// asking what there is.

import { Trouble } from '../study/trouble.ts';
import type { LearnerActor, TeacherActor } from './actor.ts';
import {
	selectAssignmentClasses,
	selectOptionalAssignment,
	selectOptionalClassAssignment,
	type AssignmentRow,
	type ClassAssignment
} from './store/assignment.ts';
import { selectOptionalAttempt, type AttemptRow } from './store/attempt.ts';
import { selectOptionalTaughtClass, type TaughtClass } from './store/class.ts';
import { selectOptionalLearner, type LearnerRow } from './store/learner.ts';
import type { Db } from './store/store.ts';
import { holdAdministrators } from './store/teacher.ts';

/** @throws Trouble `sign-in-first` */
export function requireTeacher(teacher: TeacherActor | null): TeacherActor {
	if (!teacher) throw new Trouble('sign-in-first');
	return teacher;
}

/** @throws Trouble `sign-in-first`, or `not-yours` for a teacher who is no administrator */
export function requireAdministrator(teacher: TeacherActor | null): TeacherActor {
	if (requireTeacher(teacher).role !== 'administrator') throw new Trouble('not-yours');
	return requireTeacher(teacher);
}

/**
 * The ids of all administrators, the actor among them, held until the transaction ends: whoever lost the
 * role while waiting has no say any more.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function requireHeldAdministrators(
	trx: Db,
	teacher: TeacherActor | null
): Promise<string[]> {
	const { id } = requireAdministrator(teacher);
	const administrators = await holdAdministrators(trx);
	if (!administrators.includes(id)) throw new Trouble('not-yours');
	return administrators;
}

/** @throws Trouble `join-first` */
export function requireLearner(learner: LearnerActor | null): LearnerActor {
	if (!learner) throw new Trouble('join-first');
	return learner;
}

/**
 * A class that the teacher owns or teaches with others. An administrator who does not teach it has no
 * part in it.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function requireTaughtClass(
	db: Db,
	teacher: TeacherActor | null,
	classId: string
): Promise<TaughtClass> {
	const row = await selectOptionalTaughtClass(db, classId, requireTeacher(teacher).id);
	if (!row) throw new Trouble('not-yours');
	return row;
}

/**
 * A class that the teacher owns.
 * @throws Trouble `sign-in-first`, `not-yours`, `owner-only`
 */
export async function requireOwnedClass(
	db: Db,
	teacher: TeacherActor | null,
	classId: string
): Promise<TaughtClass> {
	const row = await requireTaughtClass(db, teacher, classId);
	if (row.role !== 'owner') throw new Trouble('owner-only');
	return row;
}

/**
 * An assignment in a class that the teacher teaches, whoever made it.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function requireTaughtAssignment(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	assignmentId: string
): Promise<ClassAssignment & { group: TaughtClass }> {
	const group = await requireTaughtClass(db, teacher, classId);
	const found = await selectOptionalClassAssignment(db, assignmentId, classId);
	if (!found) throw new Trouble('not-yours');
	return { ...found, group };
}

/**
 * An assignment with all its classes: for whoever made it, and for whoever teaches one of them.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function requireAssignment(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string
): Promise<AssignmentRow> {
	const { id } = requireTeacher(teacher);
	const assignment = await selectOptionalAssignment(db, assignmentId);
	if (!assignment) throw new Trouble('not-yours');
	if (assignment.teacher_id === id) return assignment;
	for (const { class_id } of await selectAssignmentClasses(db, assignmentId))
		if (await selectOptionalTaughtClass(db, class_id, id)) return assignment;
	throw new Trouble('not-yours');
}

/**
 * A learner of a class that the teacher teaches.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function requireTaughtLearner(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	learnerId: string
): Promise<LearnerRow> {
	await requireTaughtClass(db, teacher, classId);
	const learner = await selectOptionalLearner(db, learnerId);
	if (learner?.class_id !== classId) throw new Trouble('not-yours');
	return learner;
}

/**
 * An attempt of this learner, alone or as the second of a pair.
 * @throws Trouble `join-first`, `not-yours`
 */
export async function requireOwnAttempt(
	db: Db,
	learner: LearnerActor | null,
	attemptId: string
): Promise<AttemptRow> {
	const { id } = requireLearner(learner);
	const attempt = await selectOptionalAttempt(db, attemptId);
	if (attempt?.learner_id !== id && attempt?.partner_id !== id) throw new Trouble('not-yours');
	return attempt;
}
