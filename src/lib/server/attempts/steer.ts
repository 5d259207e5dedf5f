// What a teacher does to an assignment while a class takes it: close and open again, pause and go on,
// add minutes, let one learner go on or end. Every one of them holds the class's row first, so that two
// teachers at once come one after the other, and does nothing where what it asks for is so already.

import { requireTaughtAssignment, requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { recomputeDeadlines } from '../assignments/recompute.ts';
import { tellChange } from '../live/bus.ts';
import {
	endAddedTime,
	insertAddedTime,
	selectOptionalAddedTime,
	type Moved
} from '../store/added-time.ts';
import {
	holdClassDates,
	replaceAccommodation,
	selectAccommodations,
	updateAssignmentClass,
	type AssignmentClassRow
} from '../store/assignment.ts';
import {
	addToDeadline,
	openAttempt,
	selectAttemptsOfClass,
	selectOpenAttempts,
	selectOptionalAttempt,
	type AttemptRow,
	type OpenAttempt
} from '../store/attempt.ts';
import { newId } from '../store/ids.ts';
import type { Db } from '../store/store.ts';
import { settleOverdue, submit } from './settle.ts';

/** Milliseconds that one press of the button adds. */
export const MINUTES = 5 * 60 * 1000;
/** A due date no further away than this is the end of a lesson: it moves when the clock was stopped. */
const LESSON = 3 * 60 * 60 * 1000;
/** Milliseconds that a learner who is let in again has at least, where a clock runs. */
const AT_LEAST = 10 * 60 * 1000;

/** Which class takes which assignment. */
export interface Place {
	classId: string;
	assignmentId: string;
}

/**
 * Runs what changes the dates of a class or its attempts, alone.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
async function steering<T>(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, assignmentId }: Place,
	run: (trx: Db, dates: AssignmentClassRow) => Promise<T>
): Promise<T> {
	await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const done = await db
		.transaction()
		.execute(async (trx) => run(trx, await holdClassDates(trx, assignmentId, classId)));
	tellChange(assignmentId);
	return done;
}

/**
 * Ends it for the class: what is open is handed in as it is, and nobody begins. A learner with a later
 * due date of their own goes on. Closing again ends what a first try left open.
 * @returns false when it was closed already
 */
export async function closeNow(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	now: number
): Promise<boolean> {
	const { assignmentId, classId } = place;
	const closed = await steering(db, teacher, place, async (trx, dates) => {
		if (dates.closed_at !== null) return false;
		if (dates.paused_at !== null) await moveOn(trx, dates, dates.paused_at, now);
		await updateAssignmentClass(trx, assignmentId, classId, { closed_at: now, paused_at: null });
		return true;
	});
	await settleOverdue(db, { assignmentId }, now);
	tellChange(assignmentId);
	return closed;
}

/**
 * Takes the closing back: attempts that it ended go on where they were, with the time they had left.
 * Their grades stay in the history.
 * @returns false when it was open already
 */
export const openAgain = (
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	now: number
): Promise<boolean> =>
	steering(db, teacher, place, async (trx, dates) => {
		const { closed_at } = dates;
		if (closed_at === null) return false;
		const { assignmentId, classId } = place;
		await openClosed(trx, place, closed_at);
		await updateAssignmentClass(trx, assignmentId, classId, { closed_at: null });
		await moveOn(trx, dates, closed_at, now);
		return true;
	});

/** Opens the attempts that the closing ended. */
export async function openClosed(
	trx: Db,
	{ classId, assignmentId }: Place,
	closedAt: number
): Promise<void> {
	for (const { id, via, submitted_by, submitted_at } of await selectAttemptsOfClass(
		trx,
		classId,
		assignmentId
	))
		if (via === 'device' && submitted_by === 'teacher' && submitted_at === closedAt)
			await openAttempt(trx, id, closedAt);
}

/** Stops the clock for the class. @returns false when it stood already, or all is closed */
export const pauseAll = (
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	now: number
): Promise<boolean> =>
	steering(db, teacher, place, async (trx, { paused_at, closed_at }) => {
		if (paused_at !== null || closed_at !== null) return false;
		await updateAssignmentClass(trx, place.assignmentId, place.classId, { paused_at: now });
		return true;
	});

/**
 * Lets the clock run again: every open attempt ends later by as long as it stood.
 * @returns false when it ran already
 */
export const goOn = (
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	now: number
): Promise<boolean> =>
	steering(db, teacher, place, async (trx, dates) => {
		if (dates.paused_at === null) return false;
		await updateAssignmentClass(trx, place.assignmentId, place.classId, { paused_at: null });
		await moveOn(trx, dates, dates.paused_at, now);
		return true;
	});

/**
 * The clock stood from `since` until now: ends that had not passed then come later by as long. A due
 * date moves with them while it is near; one far away is a date and no clock.
 */
async function moveOn(
	trx: Db,
	{ assignment_id, class_id, due_at }: AssignmentClassRow,
	since: number,
	now: number
): Promise<void> {
	const stood = now - since;
	const isNear = due_at !== null && due_at >= since && due_at - since <= LESSON;
	await moveEnds(
		trx,
		{ assignmentId: assignment_id, classId: class_id },
		{
			due: isNear ? { from: due_at, to: due_at + stood } : null,
			attempts: (
				await selectOpenAttempts(trx, { assignmentId: assignment_id, classId: class_id })
			).flatMap(({ id, deadline_at, started_at }) =>
				deadline_at === null || deadline_at < since
					? []
					: { id, from: deadline_at, to: deadline_at + now - Math.max(since, started_at) }
			)
		}
	);
}

/**
 * Moves the due date and then each attempt to exactly where it shall end: how much was added by hand is
 * what the dates do not explain, so that a later accommodation keeps it.
 */
async function moveEnds(
	trx: Db,
	{ assignmentId, classId }: Place,
	{ due, attempts }: Omit<Moved, 'v'>
): Promise<void> {
	if (due) {
		await updateAssignmentClass(trx, assignmentId, classId, { due_at: due.to });
		await recomputeDeadlines(trx, assignmentId, classId);
	}
	const open = new Map(
		(await selectOpenAttempts(trx, { assignmentId, classId })).map((one) => [one.id, one])
	);
	for (const { id, to } of attempts) {
		const deadline = open.get(id)?.deadline_at ?? null;
		if (deadline !== null && deadline !== to) await addToDeadline(trx, id, to - deadline);
	}
}

export interface Added {
	op: string;
	/** How many attempts end later. */
	attempts: number;
	/** The class's due date moved. */
	due: boolean;
}

/**
 * Adds minutes: for the class, to every open attempt and to the due date; for one learner, to what that
 * learner has open. What had ended already has the minutes from now on.
 * @param op the same for the same press of the button, however often it arrives
 */
export async function addMinutes(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	{ op, learnerId }: { op: string; learnerId: string | null },
	now: number
): Promise<Added> {
	const { assignmentId, classId } = place;
	if (learnerId !== null) await requireTaughtLearner(db, teacher, classId, learnerId);
	return steering(db, teacher, place, async (trx, { due_at, paused_at }) => {
		const before = await selectOptionalAddedTime(trx, op);
		if (before) return addedOf(op, before.moved);
		// While the clock stands, it still is when it stopped.
		const at = paused_at ?? now;
		const later = (from: number) => ({ from, to: Math.max(from, at) + MINUTES });
		const attempts: OpenAttempt[] = await selectOpenAttempts(trx, {
			assignmentId,
			classId: learnerId === null ? classId : undefined,
			learnerId: learnerId ?? undefined
		});
		const moved: Moved = {
			v: 1,
			due: learnerId === null && due_at !== null ? later(due_at) : null,
			attempts: attempts.flatMap(({ id, deadline_at }) =>
				deadline_at === null ? [] : { id, ...later(deadline_at) }
			)
		};
		await moveEnds(trx, place, moved);
		await insertAddedTime(trx, {
			op_id: op,
			assignment_id: assignmentId,
			class_id: classId,
			learner_id: learnerId,
			moved,
			created_at: now,
			undone_at: null
		});
		return addedOf(op, moved);
	});
}

const addedOf = (op: string, { due, attempts }: Moved): Added => ({
	op,
	attempts: attempts.length,
	due: due !== null
});

/**
 * Takes added minutes back. What was moved again since stays where it is now.
 * @returns false when they were taken back before, or were never added
 */
export const takeMinutesBack = (
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	op: string,
	now: number
): Promise<boolean> =>
	steering(db, teacher, place, async (trx, { due_at }) => {
		const { assignmentId, classId } = place;
		const row = await selectOptionalAddedTime(trx, op);
		if (row?.assignment_id !== assignmentId || row.class_id !== classId) return false;
		if (!(await endAddedTime(trx, op, now))) return false;
		const { due, attempts } = row.moved;
		const open = await selectOpenAttempts(trx, { assignmentId, classId });
		const isWhere = (id: string, at: number) =>
			open.some((one) => one.id === id && one.deadline_at === at);
		await moveEnds(trx, place, {
			due: due && due.to === due_at ? { from: due.to, to: due.from } : null,
			attempts: attempts
				.filter(({ id, to }) => isWhere(id, to))
				.map(({ id, from, to }) => ({ id, from: to, to: from }))
		});
		return true;
	});

/** An attempt that a learner of the class has handed in, or is at. */
interface OfLearner {
	learnerId: string;
	attemptId: string;
}

async function selectTheirs(
	trx: Db,
	{ assignmentId }: Place,
	{ learnerId, attemptId }: OfLearner
): Promise<AttemptRow | undefined> {
	const attempt = await selectOptionalAttempt(trx, attemptId);
	const isTheirs = attempt?.learner_id === learnerId || attempt?.partner_id === learnerId;
	return isTheirs && attempt.assignment_id === assignmentId ? attempt : undefined;
}

/**
 * Lets one learner go on with an attempt that was handed in. Where a clock ran, it goes on with what was
 * left, ten minutes at least; where the class is closed or past its due date, the learner gets a due
 * date of their own. Grades stay in the history.
 * @returns false when it was open already
 */
export async function reopen(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	who: OfLearner,
	now: number
): Promise<boolean> {
	await requireTaughtLearner(db, teacher, place.classId, who.learnerId);
	return steering(db, teacher, place, async (trx, { closed_at, due_at }) => {
		const attempt = await selectTheirs(trx, place, who);
		if (attempt?.submitted_at == null || attempt.via !== 'device') return false;
		const { submitted_at, deadline_at } = attempt;
		if (!(await openAttempt(trx, attempt.id, submitted_at))) return false;
		const left = Math.max(AT_LEAST, deadline_at === null ? 0 : deadline_at - submitted_at);
		const end = now + left;
		const learners = [attempt.learner_id, attempt.partner_id].filter((id) => id !== null);
		for (const id of learners) {
			const rows = await selectAccommodations(trx, id, place.assignmentId);
			const own = rows.find((row) => row.due_at !== null)?.due_at ?? null;
			const isOver = (at: number | null) => at !== null && at < end;
			if (!isOver(own ?? due_at) && !(closed_at !== null && (own ?? 0) <= closed_at)) continue;
			const mine = rows.find((row) => row.assignment_id !== null);
			await replaceAccommodation(trx, {
				id: newId(),
				learner_id: id,
				assignment_id: place.assignmentId,
				time_factor: mine?.time_factor ?? 1,
				untimed: mine?.untimed ?? 0,
				extra_attempts: mine?.extra_attempts ?? 0,
				due_at: end,
				alone: mine?.alone ?? 0,
				created_at: now
			});
			await recomputeDeadlines(trx, place.assignmentId, place.classId, id);
		}
		if (deadline_at !== null)
			await moveEnds(trx, place, {
				due: null,
				attempts: [{ id: attempt.id, from: deadline_at, to: end }]
			});
		return true;
	});
}

/** Hands in for one learner what is there. @returns false when it was handed in already */
export async function endFor(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	who: OfLearner,
	now: number
): Promise<boolean> {
	await requireTaughtLearner(db, teacher, place.classId, who.learnerId);
	return steering(db, teacher, place, async (trx) => {
		const attempt = await selectTheirs(trx, place, who);
		return attempt !== undefined && (await submit(trx, attempt.id, now, 'teacher', now));
	});
}
