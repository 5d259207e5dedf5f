// How learners come into a class: by a nickname of their own or by a name from the teacher's list, and
// back into it by their return code. What begins the session is passed in, so that it is written in the
// same transaction as the learner: whoever is in the class is signed in, and the other way round.

import { lockClass, selectOptionalClassByCode, type ClassRow } from '../store/class.ts';
import { newId } from '../store/ids.ts';
import {
	countLearners,
	insertLearner,
	selectLearners,
	selectOptionalLearnerByKey,
	selectOptionalLearnerByReturnCode,
	selectOptionalMember,
	updateLearner,
	type LearnerRow
} from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { CLASS_LIMIT } from './classes.ts';
import { parseCode } from './codes.ts';
import { nicknameKey, parseNickname, type NicknameProblem } from './nickname.ts';
import { hashReturnCode, makeReturnCode } from './return-code.ts';
import { suggestNickname } from './suggestions.ts';

/** Why nobody joins a class now. */
export type Closed = 'locked' | 'ended' | 'full';

/** What begins a session for a learner. */
export type Begin = (trx: Db, learnerId: string) => Promise<void>;

export interface Joined {
	learner: Pick<LearnerRow, 'id' | 'nickname'>;
	/** Shown once. */
	returnCode: string;
}

/** The class that a code names, however it is typed; undefined for a wrong one. */
export const findClass = (db: Db, typed: string): Promise<ClassRow | undefined> =>
	selectOptionalClassByCode(db, parseCode(typed));

/** Why nobody can join the class now; null: they can. Names on a list have their places already. */
export async function whyClosed(db: Db, group: ClassRow, now: number): Promise<Closed | null> {
	if (group.archived_at !== null || group.ends_at < now) return 'ended';
	if (group.joining === 'locked') return 'locked';
	if (group.join_by === 'list') return null;
	return (await countLearners(db, group.id)).all >= CLASS_LIMIT ? 'full' : null;
}

/** A nickname that is free in the class. */
export async function freeNickname(db: Db, classId: string): Promise<string> {
	const learners = await selectLearners(db, classId);
	return suggestNickname(new Set(learners.map(({ nickname_key }) => nickname_key)));
}

/** Names of the list that nobody has taken; only while the teacher holds joining open. */
export async function freeNames(
	db: Db,
	group: ClassRow,
	now: number
): Promise<{ id: string; name: string }[]> {
	if (group.join_by !== 'list' || (await whyClosed(db, group, now)) !== null) return [];
	const learners = await selectLearners(db, group.id);
	return learners
		.filter(({ listed, joined_at }) => listed === 1 && joined_at === null)
		.map(({ id, nickname }) => ({ id, name: nickname }));
}

export async function joinByNickname(
	db: Db,
	classId: string,
	typed: string,
	begin: Begin,
	now: number
): Promise<Joined | { problem: NicknameProblem | Closed | 'taken' | 'by-list' }> {
	const parsed = parseNickname(typed);
	if ('problem' in parsed) return parsed;
	return db.transaction().execute(async (trx) => {
		const group = await lockClass(trx, classId);
		if (!group) return { problem: 'ended' };
		if (group.join_by === 'list') return { problem: 'by-list' };
		if (await selectOptionalLearnerByKey(trx, classId, parsed.key)) return { problem: 'taken' };
		const closed = await whyClosed(trx, group, now);
		if (closed) return { problem: closed };
		const code = makeReturnCode(classId);
		const learner: LearnerRow = {
			id: newId(),
			class_id: classId,
			nickname: parsed.nickname,
			nickname_key: parsed.key,
			listed: 0,
			joined_at: now,
			return_code_hash: code.hash,
			removed_at: null,
			created_at: now
		};
		await insertLearner(trx, learner);
		await begin(trx, learner.id);
		return { learner, returnCode: code.shown };
	});
}

/** Who is meant: one of the names that are shown, or one that is typed. */
export type Wanted = { id: string } | { name: string };

/**
 * Takes a name from the list that nobody has taken.
 * @returns `taken` with the learner where somebody has, which a claim is for
 */
export async function joinByList(
	db: Db,
	classId: string,
	who: Wanted,
	begin: Begin,
	now: number
): Promise<
	Joined | { problem: Closed | 'not-listed' } | { problem: 'taken'; learner: LearnerRow }
> {
	return db.transaction().execute(async (trx) => {
		const group = await lockClass(trx, classId);
		if (!group) return { problem: 'ended' };
		if (group.join_by !== 'list') return { problem: 'not-listed' };
		const closed = await whyClosed(trx, group, now);
		if (closed) return { problem: closed };
		const learner = await findListed(trx, classId, who);
		if (!learner) return { problem: 'not-listed' };
		if (learner.joined_at !== null) return { problem: 'taken', learner };
		const code = makeReturnCode(classId);
		await updateLearner(trx, learner.id, { joined_at: now, return_code_hash: code.hash });
		await begin(trx, learner.id);
		return { learner, returnCode: code.shown };
	});
}

async function findListed(db: Db, classId: string, who: Wanted): Promise<LearnerRow | undefined> {
	const found =
		'id' in who
			? await selectOptionalMember(db, classId, who.id)
			: await selectOptionalLearnerByKey(db, classId, nicknameKey(who.name));
	return found?.removed_at === null ? found : undefined;
}

/** Signs a learner in on another device; also while joining is locked, and after the class has ended. */
export async function returnToClass(
	db: Db,
	typed: { classCode: string; returnCode: string },
	begin: Begin
): Promise<LearnerRow | undefined> {
	const group = await findClass(db, typed.classCode);
	if (!group) return undefined;
	const learner = await selectOptionalLearnerByReturnCode(
		db,
		group.id,
		hashReturnCode(group.id, parseCode(typed.returnCode))
	);
	if (learner) await begin(db, learner.id);
	return learner;
}
