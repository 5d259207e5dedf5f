// SQLite by Node's own module, with Kysely's own dialect.

import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { SqliteDialect, type SqliteDatabase } from 'kysely';

/** Milliseconds that a statement waits for another process, such as a backup, before it fails. */
const BUSY_TIMEOUT = 5000;
/** SQLITE_BUSY and SQLITE_LOCKED: what another process does is in the way. */
const BUSY = [5, 6];

/** In KiB, negative as SQLite has it. With its 2 MiB, a year's answers were read from the file again and again. */
const CACHE = -16_384;

/** What keeps an acknowledged answer through a power cut, and what else must hold. */
const PRAGMAS = [
	['journal_mode', 'wal'],
	['synchronous', 2],
	['foreign_keys', 1],
	['busy_timeout', BUSY_TIMEOUT],
	['cache_size', CACHE]
] as const;

/**
 * @param file is made if it is not there
 * @throws when it cannot be opened, or does not do what durability rests on
 */
export async function openSqlite(file: string): Promise<DatabaseSync> {
	const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
	try {
		for (const [name, value] of PRAGMAS) {
			await patiently(() => {
				database.exec(`pragma ${name} = ${value}`);
			});
			const [found] = Object.values(database.prepare(`pragma ${name}`).get() ?? {});
			// A network drive that has no shared memory stays without WAL and says nothing.
			if (found !== value) throw new Error(`${name} is ${String(found)} and must be ${value}`);
		}
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}

/** Changing to WAL fails at once where another process has the file, whatever the timeout says. */
async function patiently(work: () => void): Promise<void> {
	for (let left = 100; ; left -= 1) {
		try {
			work();
			return;
		} catch (error) {
			if (left === 0 || !isBusy(error)) throw error;
		}
		await setTimeout(BUSY_TIMEOUT / 100);
	}
}

const isBusy = (error: unknown): boolean =>
	error instanceof Error &&
	'errcode' in error &&
	typeof error.errcode === 'number' &&
	// The low byte is the kind of error, the rest says more about it.
	BUSY.includes(error.errcode & 0xff);

/** Opens a file for looking only, so that one which will be refused keeps every byte. */
export function openToLook(file: string): DatabaseSync | undefined {
	return existsSync(file)
		? new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT })
		: undefined;
}

export function sqliteDialect(database: DatabaseSync): SqliteDialect {
	return new SqliteDialect({ database: adapt(database) });
}

/** Statements that are kept prepared: more than the app has texts of. */
const PREPARED = 500;

function adapt(database: DatabaseSync): SqliteDatabase {
	const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
	return {
		close() {
			if (database.isOpen) database.close();
		},
		prepare(sql) {
			const known = prepared.get(sql);
			if (known) return known;
			// Texts with lists of any length must not fill the memory.
			if (prepared.size >= PREPARED) prepared.clear();
			// A transaction that begins by reading and then writes fails at once, whatever the timeout, when
			// another process wrote in between. So each takes the right to write as it begins.
			const made = statement(database.prepare(sql === 'begin' ? 'begin immediate' : sql));
			prepared.set(sql, made);
			return made;
		}
	};
}

function statement(prepared: StatementSync): ReturnType<SqliteDatabase['prepare']> {
	const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
	return {
		reader: prepared.columns().length > 0,
		all: (parameters) => prepared.all(...values(parameters)),
		run: (parameters) => prepared.run(...values(parameters)),
		iterate: (parameters) => prepared.iterate(...values(parameters))
	};
}
