// How far each learner of a class is with an assignment: what a teacher watches. It says nothing that
// depends on the moment it is asked, but `late`: two readings differ only if something happened.

import type { LearnerProgress, Progress, Stand } from '../../taking/progress.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { dueFor, grantOf } from '../assignments/deadline.ts';
import { selectAccommodationsOfClass, selectExcused } from '../store/assignment.ts';
import { selectAttemptsOfClass, type AttemptRow } from '../store/attempt.ts';
import { selectLearners, type LearnerRow } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { selectAnswered, selectSlotCounts, type AnsweredRow } from '../store/watching.ts';
import { settleOverdue } from './settle.ts';

/**
 * @param withNames false leaves out every nickname and puts the learners in an order that tells nothing
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function readProgress(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	assignmentId: string,
	now: number,
	withNames = true
): Promise<Progress> {
	const { assignment, dates, group } = await requireTaughtAssignment(
		db,
		teacher,
		classId,
		assignmentId
	);
	await settleOverdue(db, { assignmentId }, now);
	const learners = await selectLearners(db, classId);
	const attempts = await selectAttemptsOfClass(db, classId, assignmentId);
	const answered = await selectAnswered(db, assignmentId, classId);
	const slots = await selectSlotCounts(db, assignmentId, classId);
	const excused = await selectExcused(db, assignmentId, classId);
	const granted = Map.groupBy(
		await selectAccommodationsOfClass(db, assignmentId, classId),
		({ learner_id }) => learner_id
	);

	const names = new Map(learners.map(({ id, nickname }) => [id, nickname]));
	const mine = newestOf(attempts);
	const all = learners.map((learner) => {
		const attempt = mine.get(learner.id);
		return progressOf(learner, {
			attempt,
			answered: attempt && answered.get(attempt.id),
			slots: (attempt && slots.get(attempt.id)) ?? 0,
			isExcused: excused.has(learner.id),
			dueAt: dueFor(dates.due_at, grantOf(granted.get(learner.id) ?? [])),
			names,
			now
		});
	});
	return {
		title: assignment.title,
		className: group.name,
		opensAt: dates.opens_at,
		dueAt: dates.due_at,
		closedAt: dates.closed_at,
		pausedAt: dates.paused_at,
		learners: withNames ? all : all.sort(byId).map(nameless),
		sums: {
			learners: all.length,
			started: all.filter(({ attempt }) => attempt !== null).length,
			handedIn: all.filter(({ stand }) => stand === 'handed-in').length,
			excused: all.filter(({ stand }) => stand === 'excused').length
		}
	};
}

/** Of each learner, the second of a pair too, the attempt that is open, else the one begun last. */
function newestOf(attempts: readonly AttemptRow[]): Map<string, AttemptRow> {
	const newest = new Map<string, AttemptRow>();
	for (const attempt of attempts)
		for (const id of [attempt.learner_id, attempt.partner_id]) {
			if (id === null) continue;
			const before = newest.get(id);
			if (before?.state !== 'open' || attempt.state === 'open') newest.set(id, attempt);
		}
	return newest;
}

interface Known {
	attempt: AttemptRow | undefined;
	answered: AnsweredRow | undefined;
	slots: number;
	isExcused: boolean;
	dueAt: number | null;
	names: ReadonlyMap<string, string>;
	now: number;
}

function progressOf(learner: LearnerRow, known: Known): LearnerProgress {
	const { attempt, answered, slots, isExcused, dueAt, names, now } = known;
	const isSecond = attempt?.partner_id === learner.id;
	const other = (isSecond ? attempt.learner_id : attempt?.partner_id) ?? null;
	const end = attempt ? (attempt.deadline_at ?? dueAt) : dueAt;
	const at = attempt?.submitted_at ?? now;
	return {
		id: learner.id,
		nickname: learner.nickname,
		stand: isExcused ? 'excused' : standOf(learner, attempt),
		attempt: attempt
			? {
					id: attempt.id,
					n: attempt.n,
					via: attempt.via,
					submittedBy: attempt.submitted_by
				}
			: null,
		answered: answered?.answered ?? 0,
		of: slots,
		at: answered ? answered.furthest + 1 : 0,
		lastAt: answered?.last_at ?? attempt?.started_at ?? null,
		deadlineAt: attempt?.state === 'open' ? attempt.deadline_at : null,
		// What the teacher or the deadline ended came in time, and paper has no clock.
		late:
			!isExcused &&
			end !== null &&
			at > end &&
			(attempt?.state !== 'submitted' ||
				(attempt.submitted_by === 'learner' && attempt.via === 'device')),
		partner: other === null ? null : (names.get(other) ?? null),
		second: isSecond
	};
}

function standOf(learner: LearnerRow, attempt: AttemptRow | undefined): Stand {
	if (attempt) return attempt.state === 'open' ? 'answering' : 'handed-in';
	return learner.joined_at === null ? 'listed' : 'not-started';
}

/** Ids are made by chance, so their order says nothing about names. */
const byId = (a: LearnerProgress, b: LearnerProgress): number => (a.id < b.id ? -1 : 1);

const nameless = (one: LearnerProgress): LearnerProgress => ({
	...one,
	nickname: '',
	partner: one.partner === null ? null : ''
});
