// Tells a store that cannot take anything now from a mistake of ours.

import { Trouble } from '../../study/trouble.ts';

/** SQLite: busy, locked, out of memory, read-only, input/output, full, cannot open. */
const SQLITE = [5, 6, 7, 8, 10, 13, 14];
/** PostgreSQL's classes: no connection, out of resources, stopped by the operator, system error; and 'try again'. */
const POSTGRES = /^(08|53|57|58|40001|40P01)/u;
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENOSPC)/u;

/** Seconds after which a store that could not take anything is worth another try. */
export const RETRY_AFTER = '5';

export function isUnavailable(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	// The low byte is the kind of error, the rest says more about it.
	if ('errcode' in error && typeof error.errcode === 'number')
		return SQLITE.includes(error.errcode & 0xff);
	if ('code' in error && typeof error.code === 'string')
		return POSTGRES.test(error.code) || NETWORK.test(error.code);
	return false;
}

/**
 * Runs what writes to the store.
 * @throws Trouble `try-later` where the store cannot take it now, so that nobody reads 'saved'
 */
export async function orTryLater<T>(run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (!isUnavailable(error)) throw error;
		process.stderr.write(`The store cannot be written to: ${String(error)}\n`);
		throw new Trouble('try-later');
	}
}
