import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
	NOW,
	describeOnBothEngines,
	newFile,
	openHere
} from '../../../../tests/support/engines.ts';
import { fillAttempt } from '../../../../tests/support/rows.ts';
import { migrations } from './migrations/all.ts';
import { openStore, type OpenOptions, type Place, type Store } from './store.ts';

const options: OpenOptions = { now: NOW, report: () => undefined };

/** Opens and closes a store as a release with one more migration would. */
async function useNewerRelease(place: Place): Promise<void> {
	const next = {
		name: '9999-later',
		async up(db: Parameters<(typeof migrations)[number]['up']>[0]) {
			await sql`create table later (id text)`.execute(db);
		}
	};
	const store = await openStore(place, { ...options, migrations: [...migrations, next] });
	await store.close();
}

const notes = async ({ db }: Store) =>
	(
		await sql<{ name: string; applied_at: number }>`select * from migration order by name`.execute(
			db
		)
	).rows;

describeOnBothEngines('A store', (open, { place }) => {
	it('changes nothing when it is opened a second time', async () => {
		const where = await place();
		const before = await notes(await openHere(where));

		const store = await openStore(where, { ...options, now: NOW + 1000 });
		const after = await notes(store);
		await store.close();

		expect(before).toEqual(migrations.map(({ name }) => ({ name, applied_at: NOW })));
		expect(after).toEqual(before);
	});

	it('refuses a database that a newer release has used, in one line', async () => {
		const where = await place();
		await useNewerRelease(where);

		const refusal = expect(openStore(where, options)).rejects;

		await refusal.toThrow(/^The database .*newer release.*'9999-later'.*Nothing was changed\.$/);
	});

	it('refuses every change of a row that is part of the record', async () => {
		const { db } = await open();
		const { attempt } = await fillAttempt(db);
		await db.insertInto('response').values(responseTo(attempt)).execute();
		await db.insertInto('grade').values(gradeOf(attempt)).execute();

		const response = db.updateTable('response').set({ revision: 2 }).execute();
		await expect(response).rejects.toThrow('response rows are never changed');
		const grade = db.updateTable('grade').set({ points_n: 1 }).execute();
		await expect(grade).rejects.toThrow('grade rows are never changed');
		const pack = db.updateTable('pack_version').set({ content: '{}' }).execute();
		await expect(pack).rejects.toThrow('pack_version rows are never changed');
		const question = db.updateTable('question_version').set({ content: '{}' }).execute();
		await expect(question).rejects.toThrow('question_version rows are never changed');
		const quiz = db.updateTable('quiz_version').set({ blueprint: '{}' }).execute();
		await expect(quiz).rejects.toThrow('quiz_version rows are never changed');
	});

	it('refuses a row that points to nothing', async () => {
		const { db } = await open();
		const orphan = db.insertInto('response').values(responseTo('no-attempt')).execute();
		await expect(orphan).rejects.toThrow(/foreign key/i);
	});

	it('refuses to delete what others still need', async () => {
		const { db } = await open();
		await fillAttempt(db);
		await expect(db.deleteFrom('question_version').execute()).rejects.toThrow(/foreign key/i);
		await expect(db.deleteFrom('assignment').execute()).rejects.toThrow(/foreign key/i);
		await expect(db.deleteFrom('teacher').execute()).rejects.toThrow(/foreign key/i);
	});

	it("erases a learner's answers and marks with the learner", async () => {
		const { db } = await open();
		const { attempt, learner } = await fillAttempt(db);
		await db.insertInto('response').values(responseTo(attempt)).execute();
		await db.insertInto('grade').values(gradeOf(attempt)).execute();

		await db.deleteFrom('learner').where('id', '=', learner).execute();

		for (const table of ['attempt', 'attempt_slot', 'response', 'grade'] as const)
			expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
	});

	it('keeps times, fractions and text as they were, and no transaction that failed', async () => {
		const { db } = await open();
		const { attempt } = await fillAttempt(db);
		const answer = JSON.stringify('Ünï “quoted” 🙂 \u0000');
		await db
			.insertInto('response')
			.values({ ...responseTo(attempt), answer })
			.execute();
		await db.insertInto('grade').values(gradeOf(attempt)).execute();
		const failing = db.transaction().execute(async (trx) => {
			await trx.deleteFrom('grade').execute();
			throw new Error('no');
		});
		await expect(failing).rejects.toThrow('no');

		const response = await db.selectFrom('response').selectAll().executeTakeFirstOrThrow();
		expect({ ...response }).toEqual({ ...responseTo(attempt), answer });
		const grade = await db.selectFrom('grade').selectAll().executeTakeFirstOrThrow();
		expect({ ...grade }).toEqual(gradeOf(attempt));
	});

	it('takes no text where a number belongs', async () => {
		const { db } = await open();
		const { attempt } = await fillAttempt(db);
		const wrong = { ...responseTo(attempt), received_at: 'noon' as unknown as number };
		await expect(db.insertInto('response').values(wrong).execute()).rejects.toThrow();
	});
});

const responseTo = (attempt: string) => ({
	op_id: 'op-1',
	attempt_id: attempt,
	position: 0,
	revision: 1,
	answer: '{}',
	told: 0 as const,
	answered_at: NOW,
	received_at: NOW + 5
});

const gradeOf = (attempt: string) => ({
	id: 'grade-1',
	attempt_id: attempt,
	n: 1,
	points_n: 1,
	points_d: 3,
	max_points: 1,
	slot_points: '[]',
	scorer_version: '1',
	override_ids: '[]',
	reason: null,
	created_at: NOW
});

describeOnBothEngines('Durability', (open, { engine }) => {
	it('is set whatever the defaults are, so that an acknowledged answer is on disk', async () => {
		const { db } = await open();
		const settings =
			engine === 'postgres'
				? { synchronous_commit: 'on' }
				: { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 };
		const ask = sql.raw(engine === 'postgres' ? 'show' : 'pragma');
		for (const [name, value] of Object.entries(settings)) {
			const { rows } = await sql<Record<string, unknown>>`${ask} ${sql.raw(name)}`.execute(db);
			expect(rows.map((row) => row[name])).toEqual([value]);
		}
	});
});

describe('A store in a file', () => {
	it('keeps every byte when it is refused since a newer release has used it', async () => {
		const place = await newFile();
		await useNewerRelease(place);
		const before = readFileSync(place.file);

		await expect(openStore(place, options)).rejects.toThrow('newer release');

		expect(readFileSync(place.file).equals(before)).toBe(true);
	});

	it('holds the right to write from the first line of a transaction', async () => {
		const place = await newFile();
		const { db } = await openHere(place);
		// Another process; it does not wait.
		const other = new DatabaseSync(place.file, { timeout: 0 });
		onTestFinished(() => {
			other.close();
		});
		await db.transaction().execute(async (trx) => {
			await trx.selectFrom('teacher').selectAll().execute();
			expect(() => {
				other.exec('delete from teacher');
			}).toThrow('locked');
		});
		other.exec('delete from teacher');
	});

	it('refuses a file that is no database, in one line, and keeps every byte of it', async () => {
		const place = await newFile();
		const text = 'Dear diary, '.repeat(1000);
		writeFileSync(place.file, text);

		const refusal = expect(openStore(place, options)).rejects;

		await refusal.toThrow(/^The database \S+ cannot be opened \(file is not a database\): .*\.$/);
		expect(readFileSync(place.file, 'utf8')).toBe(text);
	});

	it('says in one line that it cannot be opened where a folder has its name', async () => {
		const place = await newFile();
		mkdirSync(place.file);
		await expect(openStore(place, options)).rejects.toThrow(
			/^The database \S+ cannot be opened \(.*\): check the file and the folder .*\.$/
		);
	});
});

describe('A store in a PostgreSQL that is not there', () => {
	it('says so in one line, without the password', async () => {
		const url = 'postgres://me:secret@127.0.0.1:1/says_who';
		const refusal = openStore({ engine: 'postgres', url }, options).catch(String);
		expect(await refusal).toMatch(
			/^Complaint: The database postgres:\/\/127\.0\.0\.1:1\/says_who cannot be opened \(.*\): .*DATABASE_URL.*\.$/
		);
		expect(await refusal).not.toContain('secret');
	});
});
