// What a migration is made of. A migration that was released is never edited, and neither is what is
// in here: what it says about a column must mean the same for ever.

import { sql, type Kysely } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** Knows no tables: the types of `tables.ts` are those of the newest migration. */
export type Schema = Kysely<unknown>;

export interface Migration {
	/** Number and what it brings, as its file is called: '0001-first'. */
	name: string;
	/** Runs in one transaction with the note that it ran. */
	up: (db: Schema, engine: Engine) => Promise<void>;
}

/**
 * Makes tables and indexes from SQL that both engines read, one statement after the other. Three
 * names stand for what they spell differently: `$ms` is the type of a time in milliseconds, which
 * needs more than 32 bits; `$real` that of points; `$strict` ends a table, since SQLite checks the
 * types of values in strict tables only.
 */
export async function define(db: Schema, engine: Engine, statements: string): Promise<void> {
	const spelled =
		engine === 'sqlite'
			? { $ms: 'integer', $real: 'real', $strict: 'strict' }
			: { $ms: 'bigint', $real: 'double precision', $strict: '' };
	const text = Object.entries(spelled).reduce(
		(all, [name, spelling]) => all.replaceAll(name, spelling),
		statements
	);
	for (const statement of text.split(';')) {
		if (statement.trim() !== '') await sql.raw(statement).execute(db);
	}
}

/** Refuses every update of the tables from now on. Deleting stays possible, for erasure. */
export async function refuseUpdates(
	db: Schema,
	engine: Engine,
	tables: readonly string[]
): Promise<void> {
	if (engine === 'postgres') {
		await sql`
			create or replace function refuse_update() returns trigger language plpgsql as
			$$ begin raise exception '% rows are never changed', tg_table_name; end $$
		`.execute(db);
	}
	for (const table of tables) {
		const trigger = sql.ref(`${table}_never_changes`);
		await (
			engine === 'postgres'
				? sql`create trigger ${trigger} before update on ${sql.table(table)}
					for each row execute function refuse_update()`
				: sql`create trigger ${trigger} before update on ${sql.table(table)}
					begin select raise(abort, ${sql.lit(`${table} rows are never changed`)}); end`
		).execute(db);
	}
}
