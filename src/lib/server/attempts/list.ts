// A learner's list: what is open, what comes later, what is done.

import { toTenths, fraction } from '../../scoring/fraction.ts';
import { tells } from '../../taking/policy.ts';
import { requireLearner } from '../access.ts';
import type { LearnerActor } from '../actor.ts';
import { attemptsFor, dueFor } from '../assignments/deadline.ts';
import { selectGrant } from '../assignments/recompute.ts';
import { selectClassAssignments, selectExcusedAssignments } from '../store/assignment.ts';
import { selectAttemptsOf, type AttemptRow } from '../store/attempt.ts';
import { selectOptionalClass } from '../store/class.ts';
import { selectGrades } from '../store/grade.ts';
import { selectLearners } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import type { Around } from './around.ts';
import { settleOverdue } from './settle.ts';
import { refusalOf } from './start.ts';
import { feedbackOf, isRegrade } from './state.ts';

/** One assignment as a learner's list shows it. */
export interface ListedAssignment {
	id: string;
	title: string;
	opensAt: number;
	dueAt: number | null;
	/** With what the learner is granted; null: none. */
	timeLimitMs: number | null;
	/** null: as many as one likes. */
	attemptsLeft: number | null;
	/** The attempt that is going on. */
	going: string | null;
	/** May be started now, once more where there are attempts. */
	startable: boolean;
	paused: boolean;
	excused: boolean;
	/** Submitted attempts, the first first. */
	done: DoneAttempt[];
}

export interface DoneAttempt {
	id: string;
	submittedAt: number;
	/** null: not told yet. */
	score: { points: string; max: number; regraded: boolean } | null;
}

export interface LearnerList {
	className: string;
	learner: { id: string; nickname: string };
	/** Going on, or to be started. */
	now: ListedAssignment[];
	later: ListedAssignment[];
	/** Handed in, over or excused. */
	done: ListedAssignment[];
	/** With whom one could work at one device. */
	others: { id: string; nickname: string }[];
}

/** @throws Trouble `join-first` */
export async function listFor(
	db: Db,
	learner: LearnerActor | null,
	now: number
): Promise<LearnerList> {
	const me = requireLearner(learner);
	await settleOverdue(db, { learnerId: me.id }, now);
	const group = await selectOptionalClass(db, me.classId);
	const excused = await selectExcusedAssignments(db, me.id);
	const listed: ListedAssignment[] = [];
	for (const { assignment, dates } of await selectClassAssignments(db, me.classId)) {
		const around: Around = {
			assignment,
			dates,
			grant: await selectGrant(db, me.id, assignment.id)
		};
		const attempts = await selectAttemptsOf(db, assignment.id, me.id);
		// An archived one stays only where something was done.
		if (assignment.archived_at !== null && attempts.length === 0) continue;
		const isEnded = group?.archived_at !== null;
		listed.push(
			await list(db, around, attempts, { now, isEnded, isExcused: excused.has(assignment.id) })
		);
	}
	const byDue = (a: ListedAssignment, b: ListedAssignment) =>
		(a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.opensAt - b.opensAt;
	const isNow = ({ going, startable, paused, done }: ListedAssignment) =>
		going !== null || (done.length === 0 && (startable || paused));
	const isLater = (one: ListedAssignment) => !isNow(one) && one.opensAt > now && !one.excused;
	const isDone = (one: ListedAssignment) => !isNow(one) && !isLater(one);
	return {
		className: group?.name ?? '',
		learner: { id: me.id, nickname: me.nickname },
		now: listed.filter(isNow).sort(byDue),
		later: listed.filter(isLater).sort((a, b) => a.opensAt - b.opensAt),
		done: listed.filter(isDone),
		others: (await selectLearners(db, me.classId))
			.filter(({ id, joined_at }) => id !== me.id && joined_at !== null)
			.map(({ id, nickname }) => ({ id, nickname }))
	};
}

interface Moment {
	now: number;
	/** The class is archived. */
	isEnded: boolean;
	isExcused: boolean;
}

async function list(
	db: Db,
	around: Around,
	attempts: readonly AttemptRow[],
	{ now, isEnded, isExcused }: Moment
): Promise<ListedAssignment> {
	const { assignment, dates, grant } = around;
	const refusal = refusalOf(around, attempts.length, now);
	const allowed = attemptsFor(assignment.attempts_allowed, grant);
	const limit = assignment.time_limit_ms;
	const going = attempts.find(({ state }) => state === 'open')?.id ?? null;
	const done = [];
	for (const attempt of attempts)
		if (attempt.state === 'submitted') done.push(await doneAttempt(db, attempt, around, now));
	return {
		id: assignment.id,
		title: assignment.title,
		opensAt: dates.opens_at,
		dueAt: dueFor(dates.due_at, grant),
		timeLimitMs: limit === null || grant.untimed ? null : Math.round(limit * grant.timeFactor),
		attemptsLeft: allowed === null ? null : Math.max(0, allowed - attempts.length),
		going,
		startable: going === null && refusal === null && !isEnded,
		paused: dates.paused_at !== null && (going !== null || refusal === 'paused'),
		excused: isExcused,
		done
	};
}

async function doneAttempt(
	db: Db,
	attempt: AttemptRow,
	around: Around,
	now: number
): Promise<DoneAttempt> {
	const { feedback } = feedbackOf({ attempt, around }, now);
	const grades = tells(feedback, 'score') ? await selectGrades(db, attempt.id) : [];
	const grade = grades.at(-1);
	return {
		id: attempt.id,
		submittedAt: attempt.submitted_at ?? now,
		score: grade
			? {
					points: toTenths(fraction(grade.points_n, grade.points_d)),
					max: grade.max_points,
					regraded: grades.some(isRegrade)
				}
			: null
	};
}
