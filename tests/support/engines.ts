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

/**
 * @param tests gets `open`, which gives a new store, up to date and of the running test alone; it is
 * closed when the test ends
 */
export function describeOnBothEngines(
	title: string,
	tests: (open: () => Promise<Store>, on: OnEngine) => void
): void {
	const engines: OnEngine[] = [
		{ engine: 'sqlite', place: newFile },
		{ engine: 'postgres', place: newDatabase }
	];
	for (const on of engines) {
		describe(`${title} (${on.engine})`, () => {
			tests(async () => openHere(await on.place()), on);
		});
	}
}

/** Opens a store that is closed when the test ends. */
export async function openHere(place: Place): Promise<Store> {
	const store = await openStore(place, {
		now: NOW,
		report: (message) => {
			throw new Error(message);
		}
	});
	onTestFinished(() => store.close());
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
	const postgres = inject('postgres');
	if ('failure' in postgres) throw new Error(postgres.failure);
	const name = `test_${newId()}`;
	await ask(postgres.url, `create database ${name}`);
	onTestFinished(() => ask(postgres.url, `drop database ${name} with (force)`));
	const url = new URL(postgres.url);
	url.pathname = name;
	return { engine: 'postgres', url: url.href };
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
