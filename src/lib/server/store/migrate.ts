// Brings a database up to this release, one migration at a time. Kysely's own migrator takes no lock
// on SQLite and cannot tell a newer database from a damaged one.

import { sql, type Kysely } from 'kysely';
import { Complaint } from '../../../cli/lib/machine.js';
import type { Engine, Migration } from './migrations/migration.ts';

/** The number of PostgreSQL's advisory lock: 'says' in ASCII. Another program would use another. */
const LOCK = 0x73617973;

/** The migrations' own notes, which no row module reads. */
export interface Noted {
	migration: { name: string; applied_at: number };
}

/**
 * Safe when several processes start at once: each migration runs in one transaction with the note
 * that it ran, and whoever comes second waits for that transaction and then reads the note.
 *
 * @param place what to call the database when it must be refused
 * @throws Complaint when a newer release has used the database, which is left as it is
 */
export async function migrate<T>(
	db: Kysely<T>,
	engine: Engine,
	options: { migrations: readonly Migration[]; now: number; place: string }
): Promise<void> {
	const { migrations, now, place } = options;
	const noted = db as unknown as Kysely<Noted>;
	let done = false;
	while (!done) {
		// On SQLite this begins with the lock that writing needs: see sqlite.ts.
		done = await noted.transaction().execute(async (trx) => {
			if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
			const applied = await namesApplied(trx, engine);
			refuseNewer(applied, migrations, place);
			const next = migrations[applied.length];
			if (next === undefined) return true;
			if (applied.length === 0) await createNotes(trx, engine);
			await next.up(trx as unknown as Kysely<unknown>, engine);
			await trx.insertInto('migration').values({ name: next.name, applied_at: now }).execute();
			return false;
		});
	}
}

/** Names in the order they ran, which is that of their numbers. */
export async function namesApplied(db: Kysely<Noted>, engine: Engine): Promise<string[]> {
	const { rows } = await (
		engine === 'postgres'
			? sql`select 1 where to_regclass('migration') is not null`
			: sql`select 1 from sqlite_master where type = 'table' and name = 'migration'`
	).execute(db);
	if (rows.length === 0) return [];
	const notes = await db.selectFrom('migration').select('name').execute();
	// Sorted here, as the engines may order text differently.
	return notes.map(({ name }) => name).sort();
}

/** @throws Complaint unless what was applied is how our own list begins */
export function refuseNewer(
	applied: readonly string[],
	migrations: readonly Migration[],
	place: string
): void {
	const foreign = applied.find((name, i) => migrations[i]?.name !== name);
	if (foreign === undefined) return;
	throw new Complaint(
		`The database ${place} was made by a newer release of Says Who (it has '${foreign}', which this one does not know): start that release, or restore a backup from before it. Nothing was changed.`
	);
}

async function createNotes(db: Kysely<Noted>, engine: Engine): Promise<void> {
	await db.schema
		.createTable('migration')
		.addColumn('name', 'text', (column) => column.notNull().primaryKey())
		.addColumn('applied_at', engine === 'sqlite' ? 'integer' : 'bigint', (column) =>
			column.notNull()
		)
		.execute();
}
