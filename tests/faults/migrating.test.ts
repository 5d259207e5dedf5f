import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../src/lib/server/store/migrations/all.ts';
import type { Place, Store } from '../../src/lib/server/store/store.ts';
import { describeOnBothEngines, openHere } from '../support/engines.ts';

/** A second process that opens the store, and waits for `go` before it does. */
async function startMigrator(place: Place, ...options: string[]) {
	const child = spawn(
		process.execPath,
		[join(import.meta.dirname, 'migrator.ts'), JSON.stringify(place), ...options],
		{ stdio: ['pipe', 'pipe', 'inherit'] }
	);
	onTestFinished(() => {
		child.kill('SIGKILL');
	});
	const ended = once(child, 'close');
	const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
	const nextLine = async () => (await lines.next()).value;
	expect(await nextLine()).toBe('ready');
	const go = () => {
		child.stdin.write('go\n');
	};
	return { child, go, nextLine, ended };
}

const notesOf = async ({ db }: Store) =>
	(await sql<{ name: string }>`select name from migration order by name`.execute(db)).rows.map(
		({ name }) => name
	);

const released = migrations.map(({ name }) => name);

describeOnBothEngines('Migrating in several processes', (_, { place }) => {
	it('lets four that start at once all succeed, each migration applied once', async () => {
		const where = await place();
		const started = await Promise.all([1, 2, 3, 4].map(() => startMigrator(where)));

		for (const { go } of started) go();

		expect(await Promise.all(started.map(({ nextLine }) => nextLine()))).toEqual(
			started.map(() => 'opened')
		);
		expect(await notesOf(await openHere(where))).toEqual(released);
	});

	it('leaves a database that opens when it is killed in the middle of a migration', async () => {
		const where = await place();
		const { child, go, nextLine, ended } = await startMigrator(where, 'stall');
		go();
		expect(await nextLine()).toBe('inside');

		child.kill('SIGKILL');
		await ended;

		const store = await openHere(where);
		expect(await notesOf(store)).toEqual(released);
		expect(await store.db.selectFrom('response').selectAll().execute()).toEqual([]);
	});
});
