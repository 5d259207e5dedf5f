// PostgreSQL by 'pg', with Kysely's own dialect. Loaded only where DATABASE_URL asks for it.

import { CompiledQuery, PostgresDialect } from 'kysely';
import pg from 'pg';

/** More wait in a queue: a small server does not work off more at once. */
const CONNECTIONS = 10;
/** Milliseconds until a server that does not answer counts as one that is not there. */
const CONNECT_TIMEOUT = 10_000;

/** Whatever the server's default is: an answer is acknowledged when it is on disk. */
const DURABLE = CompiledQuery.raw(
	"select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'"
);

/**
 * @param report called with what went wrong on a connection that nobody was using
 */
export function postgresDialect(url: string, report: (message: string) => void): PostgresDialect {
	const types = new pg.TypeOverrides();
	// Times and counts come as 64 bits, which pg hands out as text. Ours fit a number.
	types.setTypeParser(pg.types.builtins.INT8, Number);
	const pool = new pg.Pool({
		connectionString: url,
		max: CONNECTIONS,
		connectionTimeoutMillis: CONNECT_TIMEOUT,
		application_name: 'says-who',
		types
	});
	// The pool replaces the connection by itself; without a listener the error would end the server.
	pool.on('error', (error) => {
		report(`The database broke off a connection: ${error.message}`);
	});
	return new PostgresDialect({
		pool,
		async onCreateConnection(connection) {
			await connection.executeQuery(DURABLE);
		}
	});
}
