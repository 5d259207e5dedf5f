// Two who do something at the same time, one step apart: what a race comes down to.

import { setTimeout } from 'node:timers/promises';
import type { Db } from '../../src/lib/server/store/store.ts';

/** Milliseconds in which whoever does not wait for the first has finished. */
const AHEAD = 200;

/**
 * Runs `first` in a transaction and starts `second` while that is not committed yet. SQLite lets the
 * second wait by itself.
 * @returns what came of the second
 */
export async function beside<T>(
	db: Db,
	first: (trx: Db) => Promise<unknown>,
	second: () => Promise<T>
): Promise<T> {
	let running: Promise<T> | undefined;
	await db.transaction().execute(async (trx) => {
		await first(trx);
		running = second();
		// Whoever asks for the outcome hears of a failure; nobody else needs to.
		running.catch(() => undefined);
		await setTimeout(AHEAD);
	});
	if (!running) throw new Error('The second was not started.');
	return running;
}
