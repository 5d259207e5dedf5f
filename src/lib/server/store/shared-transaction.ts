// One commit for many: what waits for the disk at the same time shares a transaction, so that a class
// whose answers arrive together waits for the disk once and not thirty times.

import { SqliteAdapter } from 'kysely';
import { Trouble } from '../../study/trouble.ts';
import type { Db } from './store.ts';

/** Pieces of work in one transaction: nobody waits for more than so many others. */
const AT_MOST = 40;

interface Piece {
	run: (trx: Db) => Promise<unknown>;
	settle: (result: unknown) => void;
	fail: (error: unknown) => void;
}

/** Pieces that wait, by the store that they are for. */
const waiting = new WeakMap<Db, Piece[]>();

/**
 * Runs a piece of work in a transaction, maybe with others in the same one, and settles once it is
 * committed. A piece that throws a Trouble must have written nothing before. Where anything else goes
 * wrong, nothing of that transaction stays and each of its pieces runs again by itself, so a piece may
 * run twice and must not keep anything of a first run.
 *
 * PostgreSQL shares commits by itself, between connections: there each piece has its own transaction.
 */
export function inSharedTransaction<T>(db: Db, run: (trx: Db) => Promise<T>): Promise<T> {
	if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return db.transaction().execute(run);
	return new Promise<T>((settle, fail) => {
		const piece: Piece = {
			run,
			settle: (result) => {
				settle(result as T);
			},
			fail
		};
		const pieces = waiting.get(db);
		if (pieces) {
			pieces.push(piece);
			return;
		}
		waiting.set(db, [piece]);
		// Whoever else has arrived by then comes along.
		setImmediate(() => void work(db));
	});
}

async function work(db: Db): Promise<void> {
	for (;;) {
		const pieces = waiting.get(db)?.splice(0, AT_MOST) ?? [];
		if (pieces.length === 0) {
			waiting.delete(db);
			return;
		}
		await together(db, pieces);
		// Requests that came in meanwhile are read before the next round.
		await new Promise((go) => setImmediate(go));
	}
}

async function together(db: Db, pieces: readonly Piece[]): Promise<void> {
	const done: (() => void)[] = [];
	try {
		await db.transaction().execute(async (trx) => {
			for (const { run, settle, fail } of pieces) {
				try {
					const result = await run(trx);
					done.push(() => {
						settle(result);
					});
				} catch (error) {
					if (!(error instanceof Trouble)) throw error;
					done.push(() => {
						fail(error);
					});
				}
			}
		});
	} catch (error) {
		const [only] = pieces;
		if (pieces.length === 1) only?.fail(error);
		else for (const piece of pieces) await together(db, [piece]);
		return;
	}
	for (const tell of done) tell();
}
