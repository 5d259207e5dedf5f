import type { Db } from './store.ts';

/** Runs it in one transaction: the one that `db` is, or a new one. All of it is stored, or nothing. */
export const inTransaction = <T>(db: Db, run: (trx: Db) => Promise<T>): Promise<T> =>
	db.isTransaction ? run(db) : db.transaction().execute(run);
