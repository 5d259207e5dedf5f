import { PostgresAdapter } from 'kysely';
import type { Db } from './store.ts';

/**
 * Whether a row must be locked to be kept as it is for the rest of a transaction. On SQLite a transaction
 * holds the right to write from its first line, so there is nothing to lock.
 */
export const locksRows = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
