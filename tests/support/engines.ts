// Runs tests on both engines: SQLite in a file and a real PostgreSQL.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject, onTestFinished } from 'vitest';
import { newId } from '../../src/lib/server/store/ids.ts';
import type { Engine } from '../../src/lib/server/store/migrations/migration.ts';
import { openStore, type Place, type Store } from '../../src/lib/server/store/store.ts';

/** When the tests take place. */
export const NOW = Date.UTC(2026, 10, 23, 12);

export interface OnEngine {
	engine: Engine;
	/** A new empty database, for tests that open it themselves. */
	place: () => Promise<Place>;
}

interface Opening extends OnEngine {
	/** A database without rows, which may have been another test's. */
	emptied: () => Promise<Place>;
}

/**
 * @param tests gets `open`, which gives a new store, up to date and of the running test alone; it is
 * closed when the test ends
 */
export function describeOnBothEngines(
	title: string,
	tests: (open: () => Promise<Store>, on: OnEngine) => void
): void {
	const engines: Opening[] = [
		{ engine: 'sqlite', place: newFile, emptied: newFile },
		{ engine: 'postgres', place: newDatabase, emptied: emptyDatabase }
	];
	for (const { emptied, ...on } of engines) {
		describe(`${title} (${on.engine})`, () => {
			tests(async () => openHere(await emptied()), on);
		});
	}
}

/** Opens a store that is closed when the test ends. */
export async function openHere(place: Place): Promise<Store> {
	// Connections that are being let go of may still be broken off when their database is dropped.
	let closing = false;
	const store = await openStore(place, {
		now: NOW,
		report: (message) => {
			if (!closing) throw new Error(message);
		}
	});
	onTestFinished(() => {
		closing = true;
		return store.close();
	});
	return store;
}

/** A place for a new SQLite file, in a folder of its own. */
export function newFile(): Promise<Extract<Place, { engine: 'sqlite' }>> {
	const folder = mkdtempSync(join(tmpdir(), 'says-who-store-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return Promise.resolve({ engine: 'sqlite', file: join(folder, 'says-who.db') });
}

async function newDatabase(): Promise<Place> {
	const url = await createDatabase();
	const name = new URL(url).pathname.slice(1);
	onTestFinished(() => ask(server(), `drop database ${name} with (force)`));
	return { engine: 'postgres', url };
}

/** Databases of this file's tests that no running test has; the whole server goes after the last file. */
const free: string[] = [];

/**
 * Making a database and its tables takes PostgreSQL many times as long as deleting a test's rows, so the
 * tests of a file hand one on. Whoever was left connected is cut off first.
 */
async function emptyDatabase(): Promise<Place> {
	const url = free.pop() ?? (await createDatabase());
	onTestFinished(async () => {
		await ask(url, CUT_OFF);
		await ask(url, EMPTY);
		free.push(url);
	});
	return { engine: 'postgres', url };
}

const CUT_OFF = `
	select pg_terminate_backend(pid, 5000) from pg_stat_activity
	where datname = current_database() and pid <> pg_backend_pid()`;

/** Which rows refer to which does not matter where all of them go. */
const EMPTY = `
	set session_replication_role = replica;
	do $$ declare name text; begin
		for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'
		loop execute format('delete from %I', name); end loop;
	end $$`;

function server(): string {
	const postgres = inject('postgres');
	if ('failure' in postgres) throw new Error(postgres.failure);
	return postgres.url;
}

async function createDatabase(): Promise<string> {
	const name = `test_${newId()}`;
	await ask(server(), `create database ${name}`);
	const url = new URL(server());
	url.pathname = name;
	return url.href;
}

async function ask(url: string, statement: string): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
