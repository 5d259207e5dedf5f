// A process that opens a store, for the tests that need more than one or that kill one.
//
// node migrator.ts PLACE [stall]   PLACE as JSON
// Prints 'ready', opens the store at the first byte of its standard input, prints 'opened' and ends.
// With 'stall' it stops for ever inside the first migration, when that has done its work and is not
// committed, and prints 'inside'.

import { once } from 'node:events';
import type { Migration } from '../../src/lib/server/store/migrations/migration.ts';
import { migrations } from '../../src/lib/server/store/migrations/all.ts';
import { openStore, type Place } from '../../src/lib/server/store/store.ts';

const [, , place = '', stall] = process.argv;

const stalling = migrations.map(({ name, up }): Migration => ({
	name,
	async up(db, engine) {
		await up(db, engine);
		process.stdout.write('inside\n');
		// A pending promise alone would not keep the process alive.
		setInterval(() => undefined, 60_000);
		await new Promise(() => undefined);
	}
}));

process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();
const store = await openStore(JSON.parse(place) as Place, {
	now: Date.now(),
	report: (message) => process.stderr.write(`${message}\n`),
	migrations: stall === undefined ? migrations : stalling
});
await store.close();
process.stdout.write('opened\n');
