// What goes by itself, and when. Learners' data go some time after their class has ended; what a teacher
// deleted, and accounts that were closed, go when they can no longer be brought back; sessions, links,
// claims and parcels go when they are over.
// It touches rows of many tables, so its queries stand here and not with one table.

import {
	eraseAccount,
	holdTaughtClasses,
	keepOwned,
	selectTaughtWith
} from './accounts/leaving.ts';
import { leaveToPartners } from './store/attempt.ts';
import { updateClass } from './store/class.ts';
import { deleteParcelsOver } from './store/parcel.ts';
import type { Db } from './store/store.ts';
import { holdClosedTeacher, selectClosedTeachers } from './store/teacher.ts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** How long what a teacher deleted can be brought back. */
export const UNDO_DAYS = 7;
/** The last moment at which it can still be brought back. */
export const undoEnds = (goneAt: number): number => goneAt + UNDO_DAYS * DAY;
/** Somebody who waits for a name on the list is decided about in a lesson, not in a week. */
const CLAIM_DAYS = 7;

/** As many learners at once: deleting is quick and yet holds up whoever writes meanwhile. */
const AT_ONCE = 50;

export interface Gone {
	learners: number;
	accounts: number;
	classes: number;
	assignments: number;
	sessions: number;
	links: number;
	claims: number;
	parcels: number;
}

/**
 * Deletes what is over.
 * @param days how long learners' data are kept after their class has ended
 */
export async function purge(db: Db, days: number, now: number): Promise<Gone> {
	const undone = now - UNDO_DAYS * DAY;
	const learners =
		(await purgeLearners(db, await learnersOfEndedClasses(db, now - days * DAY))) +
		(await purgeLearners(db, await removedLearners(db, undone)));
	const accounts = await eraseClosedAccounts(db, undone, now);
	const { classes, orphans } = await purgeClasses(db, undone);
	const assignments = await purgeAssignments(db, [
		...orphans,
		...(await deletedAssignments(db, undone))
	]);
	return { learners, accounts, classes, assignments, ...(await purgeOver(db, now)) };
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

const learnersOfEndedClasses = async (db: Db, endedBefore: number): Promise<string[]> =>
	idsOf(
		await db
			.selectFrom('learner')
			.innerJoin('class', 'class.id', 'learner.class_id')
			.select('learner.id')
			.where('class.ends_at', '<=', endedBefore)
			.execute()
	);

const removedLearners = async (db: Db, removedBefore: number): Promise<string[]> =>
	idsOf(
		await db.selectFrom('learner').select('id').where('removed_at', '<=', removedBefore).execute()
	);

const deletedAssignments = async (db: Db, deletedBefore: number): Promise<string[]> =>
	idsOf(
		await db
			.selectFrom('assignment')
			.select('id')
			.where('deleted_at', '<=', deletedBefore)
			.execute()
	);

/** With all they answered; what a pair answered together stays with the one who stays. */
async function purgeLearners(db: Db, ids: readonly string[]): Promise<number> {
	let gone = 0;
	for (let from = 0; from < ids.length; from += AT_ONCE) {
		const some = ids.slice(from, from + AT_ONCE);
		gone += await db.transaction().execute(async (trx) => {
			await leaveToPartners(trx, some);
			const rows = await trx.deleteFrom('learner').where('id', 'in', some).executeTakeFirst();
			return Number(rows.numDeletedRows);
		});
	}
	return gone;
}

/** What nobody else teaches is deleted with the account: it could be brought back as long as that. */
async function eraseClosedAccounts(db: Db, closedBefore: number, now: number): Promise<number> {
	let gone = 0;
	for (const { id } of await selectClosedTeachers(db))
		gone += await db.transaction().execute(async (trx) => {
			// It may have been opened again, or another process may have done this.
			if (!(await holdClosedTeacher(trx, id, closedBefore))) return 0;
			await holdTaughtClasses(trx, id);
			const { alone, shared } = await selectTaughtWith(trx, id);
			for (const group of alone) await updateClass(trx, group.id, { deleted_at: closedBefore });
			for (const group of shared) await keepOwned(trx, group.id, id);
			await eraseAccount(trx, id, now);
			return 1;
		});
	return gone;
}

/** @returns also the assignments that no class is left for */
async function purgeClasses(
	db: Db,
	deletedBefore: number
): Promise<{ classes: number; orphans: string[] }> {
	const ids = idsOf(
		await db.selectFrom('class').select('id').where('deleted_at', '<=', deletedBefore).execute()
	);
	const orphans: string[] = [];
	for (const id of ids) {
		const learners = await db
			.selectFrom('learner')
			.select('id')
			.where('class_id', '=', id)
			.execute();
		await purgeLearners(db, idsOf(learners));
		const held = await db
			.selectFrom('assignment_class')
			.select('assignment_id as id')
			.where('class_id', '=', id)
			.execute();
		await db.deleteFrom('class').where('id', '=', id).execute();
		for (const assignment of idsOf(held))
			if (!(await hasClass(db, assignment))) orphans.push(assignment);
	}
	return { classes: ids.length, orphans };
}

const hasClass = async (db: Db, assignmentId: string): Promise<boolean> =>
	(await db
		.selectFrom('assignment_class')
		.select('class_id')
		.where('assignment_id', '=', assignmentId)
		.executeTakeFirst()) !== undefined;

/** What hangs on an assignment and does not go by itself goes first. */
async function purgeAssignments(db: Db, ids: readonly string[]): Promise<number> {
	const once = new Set(ids);
	for (const id of once)
		await db.transaction().execute(async (trx) => {
			await trx.deleteFrom('attempt').where('assignment_id', '=', id).execute();
			await trx.deleteFrom('scoring_override').where('assignment_id', '=', id).execute();
			await trx.deleteFrom('assignment').where('id', '=', id).execute();
		});
	return once.size;
}

async function purgeOver(
	db: Db,
	now: number
): Promise<Pick<Gone, 'sessions' | 'links' | 'claims' | 'parcels'>> {
	const sessions = await db.deleteFrom('session').where('expires_at', '<=', now).executeTakeFirst();
	const links = await db
		.deleteFrom('teacher_link')
		.where('expires_at', '<=', now)
		.executeTakeFirst();
	const claims = await db
		.deleteFrom('claim')
		.where('created_at', '<=', now - CLAIM_DAYS * DAY)
		.executeTakeFirst();
	return {
		sessions: Number(sessions.numDeletedRows),
		links: Number(links.numDeletedRows),
		claims: Number(claims.numDeletedRows),
		parcels: await deleteParcelsOver(db, now)
	};
}

/** One line for the log; undefined if nothing went. */
export function goneLine(gone: Gone): string | undefined {
	const parts = Object.entries(gone).filter(([, n]) => n > 0);
	if (parts.length === 0) return undefined;
	return `Retention deleted: ${parts.map(([what, n]) => `${what} ${n}`).join(', ')}`;
}

/**
 * Purges now and then every day, and parcels every minute, for as long as the process lives. A failure is
 * told, and tried again.
 */
export async function keepRetention(
	db: Db,
	{ days, now }: { days: number; now: () => number }
): Promise<void> {
	const orTold = async (run: () => Promise<void>, again: string) => {
		try {
			await run();
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			process.stderr.write(`Retention failed and is tried again in a ${again}: ${reason}\n`);
		}
	};
	const run = () =>
		orTold(async () => {
			const line = goneLine(await purge(db, days, now()));
			if (line !== undefined) process.stdout.write(`${line}\n`);
		}, 'day');
	// They last minutes, and are not worth a line.
	const clear = () =>
		orTold(async () => {
			await deleteParcelsOver(db, now());
		}, 'minute');
	await run();
	const daily = setInterval(() => void run(), DAY).unref();
	const often = setInterval(() => void clear(), MINUTE).unref();
	process.once('sveltekit:shutdown', () => {
		clearInterval(daily);
		clearInterval(often);
	});
}
