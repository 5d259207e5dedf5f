// The teacher's list of names: read, shown before anything changes, and taken in as a whole or not at
// all. Learners then pick themselves from it.

import { requireTaughtClass } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { parseNameList, type ListedName, type NameListFault } from '../../interop/name-list.ts';
import { lockClass, updateClass } from '../store/class.ts';
import { newId } from '../store/ids.ts';
import { insertLearner, selectLearners, updateLearner, type LearnerRow } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { Trouble } from '../../study/trouble.ts';
import { CLASS_LIMIT } from './classes.ts';
import { nicknameKey, parseListedName, type NicknameProblem } from './nickname.ts';

/** UTF-16 units of pasted text. */
const LONGEST = 100_000;

export type ListFault =
	| NameListFault
	| { what: 'name-long' | 'name-characters'; line: number; name: string }
	/** How many places are left. */
	| { what: 'full'; line: number; left: number };

export interface ListPreview {
	/** They will be added. */
	names: string[];
	/** They are in the class already and stay as they are. */
	there: string[];
}

const nameFaults: Record<Exclude<NicknameProblem, 'offensive'>, 'name-long' | 'name-characters'> = {
	empty: 'name-characters',
	long: 'name-long',
	characters: 'name-characters'
};

/** What the text would bring to the class; nothing changes. */
export async function previewNames(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	text: string
): Promise<ListPreview | { fault: ListFault }> {
	await requireTaughtClass(db, teacher, classId);
	const sorted = sortOut(text, await selectLearners(db, classId));
	if ('fault' in sorted) return sorted;
	return {
		names: sorted.added.map(({ nickname }) => nickname),
		there: sorted.there.map(({ nickname }) => nickname)
	};
}

/** Adds all names or none, and lets learners pick themselves from the list from now on. */
export async function addNames(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	{ text, now }: { text: string; now: number }
): Promise<{ added: number } | { fault: ListFault }> {
	await requireTaughtClass(db, teacher, classId);
	return db.transaction().execute(async (trx) => {
		if (!(await lockClass(trx, classId))) throw new Trouble('not-yours');
		const sorted = sortOut(text, await selectLearners(trx, classId));
		if ('fault' in sorted) return sorted;
		for (const { nickname, key } of sorted.added)
			await insertLearner(trx, {
				id: newId(),
				class_id: classId,
				nickname,
				nickname_key: key,
				listed: 1,
				joined_at: null,
				return_code_hash: null,
				removed_at: null,
				created_at: now
			});
		for (const { id } of sorted.there) await updateLearner(trx, id, { listed: 1 });
		await updateClass(trx, classId, { join_by: 'list' });
		return { added: sorted.added.length };
	});
}

interface Sorted {
	added: { nickname: string; key: string }[];
	there: LearnerRow[];
}

function sortOut(text: string, learners: readonly LearnerRow[]): Sorted | { fault: ListFault } {
	const read = parseNameList(text, { most: CLASS_LIMIT, longest: LONGEST, keyOf: nicknameKey });
	if ('fault' in read) return read;
	const byKey = new Map(learners.map((learner) => [learner.nickname_key, learner]));
	const sorted: Sorted = { added: [], there: [] };
	const left = CLASS_LIMIT - learners.length;
	for (const listed of read.names) {
		const parsed = parseListedName(listed.name);
		if ('problem' in parsed) return { fault: faultOf(listed, nameFaults[parsed.problem]) };
		const there = byKey.get(parsed.key);
		if (there) sorted.there.push(there);
		else if (sorted.added.length >= left)
			return { fault: { what: 'full', line: listed.line, left } };
		else sorted.added.push(parsed);
	}
	return sorted;
}

const faultOf = ({ line, name }: ListedName, what: 'name-long' | 'name-characters'): ListFault => ({
	what,
	line,
	// Enough to find it; it may be a whole page.
	name: Array.from(name).slice(0, 40).join('')
});
