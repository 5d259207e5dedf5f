// Two learners who are one person: somebody who joined twice, or by a nickname beside the listed name.
// Everything of the second goes to the first, and the second is gone.

import { requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { recomputeDeadlinesOfLearner } from '../assignments/recompute.ts';
import { selectAttemptsOfLearner, updateTaker, type AttemptRow } from '../store/attempt.ts';
import { moveClaims } from '../store/claim.ts';
import { lockClass } from '../store/class.ts';
import { deleteLearner, selectOptionalLearner, updateLearner } from '../store/learner.ts';
import { moveSessions } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { Trouble } from '../../study/trouble.ts';

/** Numbers that no attempt has, for the time between two rows. */
const APART = 1_000_000;

/**
 * Attempts at one assignment are numbered anew in the order in which they began; where the two took one
 * as a pair, it becomes an attempt of one. Devices that were signed in as the second are signed in as
 * the first. Where both have an accommodation for the same thing, that of the first stays, and attempts
 * that are going on end as it says. The second's
 * return code stops working unless the first had none.
 * @throws Trouble `not-yours`, also for a learner and itself
 */
export async function mergeLearners(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, keep, merge }: { classId: string; keep: string; merge: string }
): Promise<void> {
	await requireTaughtLearner(db, teacher, classId, keep);
	await requireTaughtLearner(db, teacher, classId, merge);
	if (keep === merge) throw new Trouble('not-yours');
	await db.transaction().execute(async (trx) => {
		await lockClass(trx, classId);
		const first = await selectOptionalLearner(trx, keep);
		const second = await selectOptionalLearner(trx, merge);
		if (!first || !second) throw new Trouble('not-yours');
		await moveAttempts(trx, keep, merge);
		await moveGrants(trx, keep, merge);
		await recomputeDeadlinesOfLearner(trx, keep);
		await moveSessions(trx, merge, keep);
		await moveClaims(trx, merge, keep);
		await deleteLearner(trx, merge);
		const joined = [first.joined_at, second.joined_at].filter((at) => at !== null);
		await updateLearner(trx, keep, {
			joined_at: joined.length > 0 ? Math.min(...joined) : null,
			return_code_hash: first.return_code_hash ?? second.return_code_hash
		});
	});
}

async function moveAttempts(trx: Db, keep: string, merge: string): Promise<void> {
	const both = [
		...(await selectAttemptsOfLearner(trx, keep)),
		...(await selectAttemptsOfLearner(trx, merge))
	];
	const attempts = [...new Map(both.map((one) => [one.id, one])).values()].sort(
		(a, b) => a.started_at - b.started_at || a.n - b.n || (a.id < b.id ? -1 : 1)
	);
	const one = (id: string | null) => (id === merge ? keep : id);
	const counted = new Map<string, number>();
	const changes = attempts.map((attempt): AttemptRow => {
		const learner_id = attempt.learner_id === merge ? keep : attempt.learner_id;
		const partner = one(attempt.partner_id);
		const partner_id = partner === learner_id ? null : partner;
		// As the second of a pair one's own numbers are not touched.
		if (learner_id !== keep) return { ...attempt, partner_id };
		const n = (counted.get(attempt.assignment_id) ?? 0) + 1;
		counted.set(attempt.assignment_id, n);
		return { ...attempt, learner_id, partner_id, n };
	});
	for (const change of changes)
		if (change.learner_id === keep)
			await updateTaker(trx, change.id, { ...taker(change), n: change.n + APART });
	for (const change of changes) await updateTaker(trx, change.id, taker(change));
}

const taker = ({ learner_id, partner_id, n }: AttemptRow) => ({ learner_id, partner_id, n });

/** Accommodations and excuses that the first has not; the others go with the second. */
async function moveGrants(trx: Db, keep: string, merge: string): Promise<void> {
	const granted = await trx
		.selectFrom('accommodation')
		.select('assignment_id')
		.where('learner_id', '=', keep)
		.execute();
	const has = new Set(granted.map(({ assignment_id }) => assignment_id));
	const coming = await trx
		.selectFrom('accommodation')
		.select(['id', 'assignment_id'])
		.where('learner_id', '=', merge)
		.execute();
	const missing = coming.filter(({ assignment_id }) => !has.has(assignment_id));
	if (missing.length > 0)
		await trx
			.updateTable('accommodation')
			.set({ learner_id: keep })
			.where(
				'id',
				'in',
				missing.map(({ id }) => id)
			)
			.execute();
	await trx
		.updateTable('excused')
		.set({ learner_id: keep })
		.where('learner_id', '=', merge)
		.where('assignment_id', 'not in', (where) =>
			where.selectFrom('excused').select('assignment_id').where('learner_id', '=', keep)
		)
		.execute();
}
