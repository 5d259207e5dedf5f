// Begins an attempt, or goes on with the one that is open.

import { Trouble } from '../../study/trouble.ts';
import { requireLearner } from '../access.ts';
import type { LearnerActor } from '../actor.ts';
import { attemptsFor, dueFor } from '../assignments/deadline.ts';
import { selectDeadline, selectGrant } from '../assignments/recompute.ts';
import { tellChange } from '../live/bus.ts';
import { holdClassAssignment } from '../store/assignment.ts';
import { insertAttempt, selectAttemptsOf, type AttemptRow } from '../store/attempt.ts';
import { selectOptionalClass } from '../store/class.ts';
import { newId } from '../store/ids.ts';
import { lockLearners, selectOptionalLearner } from '../store/learner.ts';
import { selectQuizVersion } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { hashToken, newToken } from '../tokens.ts';
import { closedFor, type Around } from './around.ts';
import { quizQuestionsOf } from './kept.ts';
import { settleOverdue } from './settle.ts';
import { drawSlots } from './slots.ts';
import { tokenOf } from './token.ts';

export interface StartOptions {
	/** The second of a pair at this device. */
	partnerId?: string | null;
}

/**
 * Starts an attempt at an assignment, or hands back the one that is open. Of two starts at once the
 * second gets what the first has started. Whoever comes late starts on a clock of their own.
 *
 * @throws Trouble `join-first`, `not-yours`; `not-open-yet`, `assignment-over`, `paused`,
 *   `attempts-used-up`; `no-such-partner`, `partner-busy`
 */
export async function startAttempt(
	db: Db,
	learner: LearnerActor | null,
	assignmentId: string,
	{ partnerId = null }: StartOptions,
	now: number
): Promise<AttemptRow> {
	const me = requireLearner(learner);
	await settleOverdue(db, { learnerId: me.id }, now);
	if (partnerId !== null) await settleOverdue(db, { learnerId: partnerId }, now);
	const { attempt, isNew } = await db.transaction().execute(async (trx) => {
		await lockLearners(trx, partnerId === null ? [me.id] : [me.id, partnerId]);
		const found = await holdClassAssignment(trx, assignmentId, me.classId);
		const group = await selectOptionalClass(trx, me.classId);
		if (!found || !group || group.deleted_at !== null) throw new Trouble('not-yours');
		const mine = await selectAttemptsOf(trx, assignmentId, me.id);
		const open = mine.find(({ state }) => state === 'open');
		if (open) return { attempt: open, isNew: false };

		const around: Around = { ...found, grant: await selectGrant(trx, me.id, assignmentId) };
		if (group.archived_at !== null) throw new Trouble('assignment-over');
		const refusal = refusalOf(around, mine.length, now);
		if (refusal) throw new Trouble(refusal);
		const partner = partnerId === null ? null : await requirePartner(trx, me, partnerId, around);
		return { attempt: await begin(trx, me, around, mine, partner, now), isNew: true };
	});
	if (isNew) tellChange(assignmentId);
	return attempt;
}

/** Why nobody can start an assignment now, or null. */
export function refusalOf({ assignment, dates, grant }: Around, made: number, now: number) {
	if (dates.opens_at > now) return 'not-open-yet';
	if (isPast({ assignment, dates, grant }, now)) return 'assignment-over';
	if (made >= allowedAttempts({ assignment, grant })) return 'attempts-used-up';
	return dates.paused_at === null ? null : 'paused';
}

function isPast({ assignment, dates, grant }: Around, now: number): boolean {
	const past = (end: number | null) => end !== null && now >= end;
	return (
		assignment.archived_at !== null ||
		past(closedFor({ dates, grant })) ||
		past(dueFor(dates.due_at, grant))
	);
}

/** With what the learner is granted; as many as one likes is Infinity. */
const allowedAttempts = ({ assignment, grant }: Pick<Around, 'assignment' | 'grant'>): number =>
	attemptsFor(assignment.attempts_allowed, grant) ?? Infinity;

/** Both get the mark, so both must have an attempt left. */
async function requirePartner(
	trx: Db,
	me: LearnerActor,
	partnerId: string,
	{ assignment }: Around
): Promise<string> {
	const partner = await selectOptionalLearner(trx, partnerId);
	if (partner?.class_id !== me.classId || partner.id === me.id)
		throw new Trouble('no-such-partner');
	const grant = await selectGrant(trx, partnerId, assignment.id);
	const theirs = await selectAttemptsOf(trx, assignment.id, partnerId);
	const isBusy =
		theirs.some(({ state }) => state === 'open') ||
		theirs.length >= allowedAttempts({ assignment, grant });
	if (isBusy) throw new Trouble('partner-busy');
	return partnerId;
}

async function begin(
	trx: Db,
	me: LearnerActor,
	{ assignment, dates }: Around,
	mine: readonly AttemptRow[],
	partnerId: string | null,
	now: number
): Promise<AttemptRow> {
	const quiz = await selectQuizVersion(trx, assignment.quiz_version_id);
	const id = newId();
	const seed = newToken();
	const numbers = mine.filter(({ learner_id }) => learner_id === me.id).map(({ n }) => n);
	const attempt: AttemptRow = {
		id,
		assignment_id: assignment.id,
		learner_id: me.id,
		partner_id: partnerId,
		n: Math.max(0, ...numbers) + 1,
		seed,
		token_hash: hashToken(tokenOf({ id, seed })),
		state: 'open',
		via: 'device',
		started_at: now,
		deadline_at: null,
		extra_ms: 0,
		submitted_at: null,
		submitted_by: null
	};
	const slots = drawSlots({
		attemptId: id,
		quiz,
		questions: await quizQuestionsOf(trx, quiz.id),
		order: assignment.policy.order,
		seed
	});
	attempt.deadline_at = await selectDeadline(trx, { assignment, dates }, attempt);
	await insertAttempt(trx, attempt, slots);
	return attempt;
}
