// The learners of a class as its teachers keep them: named, removed and brought back, reset, erased.
// Merging two into one is in merge.ts, a list of names in name-list.ts.

import { requireTaughtClass, requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { leaveToPartners, selectAttemptsOfLearner } from '../store/attempt.ts';
import { deleteClaimsOf } from '../store/claim.ts';
import { lockClass } from '../store/class.ts';
import {
	countLearners,
	deleteLearner,
	selectLearners,
	selectOptionalLearnerByKey,
	selectOptionalMember,
	selectRemovedLearners,
	updateLearner,
	type LearnerRow
} from '../store/learner.ts';
import { deleteSessionsOf } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { Trouble } from '../../study/trouble.ts';
import { CLASS_LIMIT } from './classes.ts';
import { nicknameKey, parseListedName, type NicknameProblem } from './nickname.ts';
import { makeReturnCode } from './return-code.ts';
import { untaken } from './suggestions.ts';

type Teacher = TeacherActor | null;

export interface ClassMembers {
	learners: LearnerRow[];
	/** They can be brought back. */
	removed: LearnerRow[];
}

export async function classMembers(
	db: Db,
	teacher: Teacher,
	classId: string
): Promise<ClassMembers> {
	await requireTaughtClass(db, teacher, classId);
	return {
		learners: await selectLearners(db, classId),
		removed: await selectRemovedLearners(db, classId)
	};
}

/** @returns what is wrong with the name, or undefined once the learner has it */
export async function renameLearner(
	db: Db,
	teacher: Teacher,
	{ classId, learnerId, name }: { classId: string; learnerId: string; name: string }
): Promise<Exclude<NicknameProblem, 'offensive'> | 'taken' | undefined> {
	await requireTaughtLearner(db, teacher, classId, learnerId);
	const parsed = parseListedName(name);
	if ('problem' in parsed) return parsed.problem;
	return db.transaction().execute(async (trx) => {
		await lockClass(trx, classId);
		const other = await selectOptionalLearnerByKey(trx, classId, parsed.key);
		if (other && other.id !== learnerId) return 'taken';
		await updateLearner(trx, learnerId, {
			nickname: parsed.nickname,
			nickname_key: parsed.key
		});
		return undefined;
	});
}

/** Out of the class and signed out; the name is free again. What was answered stays for the undo. */
export async function removeLearner(
	db: Db,
	teacher: Teacher,
	{ classId, learnerId }: { classId: string; learnerId: string },
	now: number
): Promise<void> {
	await requireTaughtLearner(db, teacher, classId, learnerId);
	await db.transaction().execute(async (trx) => {
		await lockClass(trx, classId);
		await updateLearner(trx, learnerId, {
			removed_at: now,
			// No nickname has a colon and an id in it that nobody knows.
			nickname_key: `removed:${learnerId}`
		});
		await deleteClaimsOf(trx, learnerId);
	});
}

/**
 * Undoes the removal; devices that were signed in are so again. Where somebody has the name meanwhile,
 * it gets a number.
 * @returns the name, or what is in the way
 * @throws Trouble `not-yours`
 */
export async function bringLearnerBack(
	db: Db,
	teacher: Teacher,
	{ classId, learnerId }: { classId: string; learnerId: string }
): Promise<{ name: string } | { problem: 'full' }> {
	await requireTaughtClass(db, teacher, classId);
	return db.transaction().execute(async (trx) => {
		await lockClass(trx, classId);
		const learner = await selectOptionalMember(trx, classId, learnerId);
		if (!learner) throw new Trouble('not-yours');
		if (learner.removed_at === null) return { name: learner.nickname };
		if ((await countLearners(trx, classId)).all >= CLASS_LIMIT) return { problem: 'full' };
		const there = await selectLearners(trx, classId);
		const name = untaken(learner.nickname, new Set(there.map(({ nickname_key }) => nickname_key)));
		await updateLearner(trx, learnerId, {
			removed_at: null,
			nickname: name,
			nickname_key: nicknameKey(name)
		});
		return { name };
	});
}

/**
 * Signs a learner out everywhere and gives a new return code, for a device that somebody else has, or a
 * name that somebody else took. What was answered stays.
 * @returns the new code as it is shown, once
 */
export async function resetLearner(
	db: Db,
	teacher: Teacher,
	{ classId, learnerId }: { classId: string; learnerId: string }
): Promise<string> {
	await requireTaughtLearner(db, teacher, classId, learnerId);
	const { shown, hash } = makeReturnCode(classId);
	await db.transaction().execute(async (trx) => {
		await updateLearner(trx, learnerId, { return_code_hash: hash });
		await deleteSessionsOf(trx, { learner: learnerId });
		await deleteClaimsOf(trx, learnerId);
	});
	return shown;
}

/** What goes with a learner. */
export interface LearnerHoldings {
	attempts: number;
	answers: number;
	/** Taken with a partner, who keeps them. */
	shared: number;
}

export async function learnerHoldings(
	db: Db,
	teacher: Teacher,
	{ classId, learnerId }: { classId: string; learnerId: string }
): Promise<LearnerHoldings> {
	await requireMember(db, teacher, classId, learnerId);
	const attempts = await selectAttemptsOfLearner(db, learnerId);
	const own = attempts.filter(({ partner_id }) => partner_id === null);
	const { answers } = await db
		.selectFrom('response')
		.innerJoin('attempt', 'attempt.id', 'response.attempt_id')
		.select(({ fn }) => fn.countAll().as('answers'))
		.where('attempt.learner_id', '=', learnerId)
		.where('attempt.partner_id', 'is', null)
		.executeTakeFirstOrThrow();
	return {
		attempts: own.length,
		answers: Number(answers),
		shared: attempts.length - own.length
	};
}

/** For good, with all answers and marks; what was taken as a pair stays with the partner. */
export async function eraseLearner(
	db: Db,
	teacher: Teacher,
	{ classId, learnerId }: { classId: string; learnerId: string }
): Promise<void> {
	await requireMember(db, teacher, classId, learnerId);
	await db.transaction().execute(async (trx) => {
		await lockClass(trx, classId);
		await leaveToPartners(trx, [learnerId]);
		await deleteLearner(trx, learnerId);
	});
}

/**
 * A learner of a taught class, removed or not.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function requireMember(
	db: Db,
	teacher: Teacher,
	classId: string,
	learnerId: string
): Promise<LearnerRow> {
	await requireTaughtClass(db, teacher, classId);
	const learner = await selectOptionalMember(db, classId, learnerId);
	if (!learner) throw new Trouble('not-yours');
	return learner;
}
