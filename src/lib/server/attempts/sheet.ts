// Everything that a learner's page needs to take an attempt, and nothing that it must not have.

import type { AttemptSheet, AttemptState } from '../../taking/attempt.ts';
import { Trouble } from '../../study/trouble.ts';
import { requireOwnAttempt } from '../access.ts';
import type { LearnerActor } from '../actor.ts';
import { attemptsFor } from '../assignments/deadline.ts';
import { selectOptionalAttempt, type AttemptRow } from '../store/attempt.ts';
import { selectOptionalClass } from '../store/class.ts';
import { selectOptionalLearner } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { articleOf } from './kept.ts';
import { settleOverdue } from './settle.ts';
import { selectKnown, stateFrom, stateOf } from './state.ts';
import { isTokenOf, tokenOf } from './token.ts';

/**
 * The sheet of a learner's own attempt.
 * @throws Trouble `join-first`, `not-yours`
 */
export async function sheetOf(
	db: Db,
	learner: LearnerActor | null,
	attemptId: string,
	now: number
): Promise<AttemptSheet> {
	const attempt = await requireSettledAttempt(db, learner, attemptId, now);
	const known = await selectKnown(db, attempt);
	const { assignment, dates, grant } = known.around;
	if (assignment.deleted_at !== null || !learner) throw new Trouble('not-yours');
	const group = await selectOptionalClass(db, dates.class_id);
	const otherId = attempt.learner_id === learner.id ? attempt.partner_id : attempt.learner_id;
	const other = otherId === null ? undefined : await selectOptionalLearner(db, otherId);
	const { article, certainty, feedback } = assignment.policy;
	return {
		v: 1,
		id: attempt.id,
		token: tokenOf(attempt),
		assignment: { id: assignment.id, title: assignment.title },
		className: group?.name ?? '',
		learner: { id: learner.id, nickname: learner.nickname, partner: other?.nickname ?? null },
		n: attempt.n,
		allowed: attemptsFor(assignment.attempts_allowed, grant),
		timed: assignment.time_limit_ms !== null && !grant.untimed,
		policy: { article, certainty, feedback },
		article: await articleOf(db, assignment.quiz_version_id),
		questions: known.slots.map(({ shown }) => shown),
		state: await stateFrom(db, known, now)
	};
}

/** A learner's own attempt, ended if its end is past. */
export async function requireSettledAttempt(
	db: Db,
	learner: LearnerActor | null,
	attemptId: string,
	now: number
): Promise<AttemptRow> {
	const attempt = await requireOwnAttempt(db, learner, attemptId);
	if (attempt.state !== 'open') return attempt;
	await settleOverdue(db, { attemptId }, now);
	return requireOwnAttempt(db, learner, attemptId);
}

/**
 * The state for a device that holds the attempt's token, whoever is signed in on it.
 * @throws Trouble `not-yours`
 */
export async function stateByToken(
	db: Db,
	attemptId: string,
	token: string,
	now: number
): Promise<AttemptState> {
	const find = async () => {
		const attempt = await selectOptionalAttempt(db, attemptId);
		if (!attempt || !isTokenOf(token, attempt)) throw new Trouble('not-yours');
		return attempt;
	};
	await find();
	await settleOverdue(db, { attemptId }, now);
	return stateOf(db, await find(), now);
}
