// The store: where everything lies that must outlive the server. SQLite in one file unless the
// environment names a PostgreSQL; one schema (tables.ts, migrations/) and one set of queries for
// both. One module for each table reads and writes its rows and parses what comes out. Nothing in
// here reads a clock or the environment; only running.ts does, for the server's own store. Relative
// imports that end in '.ts' let commands run it on bare Node.

import { Kysely, type Dialect } from 'kysely';
import { Complaint, codeOf } from '../../../cli/lib/machine.js';
import { migrate, namesApplied, refuseNewer, type Noted } from './migrate.ts';
import { migrations as released } from './migrations/all.ts';
import type { Engine, Migration } from './migrations/migration.ts';
import { openSqlite, openToLook, sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Where a store lies. */
export type Place = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string };

/** What rows are read from and written to: the store itself, or a transaction in it. */
export type Db = Kysely<Tables>;

export interface Store {
	db: Db;
	engine: Engine;
	/** Settles when everything is written and let go of. */
	close: () => Promise<void>;
}

export interface OpenOptions {
	/** Milliseconds since 1970, for the notes of the migrations that run. */
	now: number;
	/** Told what goes wrong later, outside any query. */
	report: (message: string) => void;
	migrations?: readonly Migration[];
}

/**
 * Opens a store and brings it up to this release. Other processes may do the same at once.
 * @throws Complaint when it cannot be opened, or a newer release has used it
 */
export async function openStore(place: Place, options: OpenOptions): Promise<Store> {
	const { engine } = place;
	const { now, report, migrations = released } = options;
	const name = nameOf(place);
	let db: Db | undefined;
	try {
		if (engine === 'sqlite') await lookAt(place.file, migrations, name);
		db = new Kysely<Tables>({ dialect: await dialectOf(place, report) });
		await migrate(db, engine, { migrations, now, place: name });
	} catch (error) {
		await db?.destroy();
		if (error instanceof Complaint) throw error;
		throw new Complaint(
			`The database ${name} cannot be opened (${reasonOf(error)}): ${
				engine === 'sqlite'
					? 'check the file and the folder that DATA_DIR names'
					: 'check that it runs and what DATABASE_URL says'
			}.`
		);
	}
	const opened = db;
	return { db: opened, engine, close: () => opened.destroy() };
}

async function dialectOf(place: Place, report: (message: string) => void): Promise<Dialect> {
	if (place.engine === 'sqlite') return sqliteDialect(await openSqlite(place.file));
	const { postgresDialect } = await import('./postgres.ts');
	return postgresDialect(place.url, report);
}

/** Opening a file for writing may change its bytes, so whether it is ours is asked before. */
async function lookAt(file: string, migrations: readonly Migration[], name: string): Promise<void> {
	const database = openToLook(file);
	if (database === undefined) return;
	const db = new Kysely<Noted>({ dialect: sqliteDialect(database) });
	try {
		refuseNewer(await namesApplied(db, 'sqlite'), migrations, name);
	} finally {
		await db.destroy();
	}
}

/** What to call it in a message: never with its password. */
function nameOf(place: Place): string {
	if (place.engine === 'sqlite') return place.file;
	const { hostname, port, pathname } = new URL(place.url);
	return `postgres://${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}

/** One line. Several addresses that all refused come as an error without a message of its own. */
function reasonOf(error: unknown): string {
	const { message } = error instanceof Error ? error : { message: String(error) };
	return message.split('\n', 1)[0] || codeOf(error) || 'unknown reason';
}
