import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	type MadeAttempt
} from '../../../../tests/support/school.ts';
import { fieldsFromAnswer } from '../../taking/answer.ts';
import type { Receipt } from '../../taking/attempt.ts';
import { takeSending } from '../attempts/sending.ts';
import { stateByToken } from '../attempts/sheet.ts';
import { answerJson } from '../http/answer-json.ts';
import type { Engine } from './migrations/migration.ts';
import { newId } from './ids.ts';
import { selectResponses } from './response.ts';
import type { Db } from './store.ts';
import { isUnavailable } from './unavailable.ts';

/** Where a full disk shows: as an answer is written, or only as its transaction is committed. */
const moments = ['written', 'committed'] as const;
type At = (typeof moments)[number];

/** Takes the room away. @returns gives it back */
async function fillUp(db: Db, engine: Engine, at: At): Promise<() => Promise<void>> {
	if (engine === 'sqlite') {
		// From here on the file may not grow.
		const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
		const limit = (pages: number) => sql.raw(`pragma max_page_count = ${pages}`).execute(db);
		await limit(rows[0]?.page_count ?? 1);
		return async () => {
			await limit(1_000_000);
		};
	}
	// The server itself refuses, with its own state for a full disk; where, it decides by the trigger.
	await sql`create function no_room() returns trigger language plpgsql as $$ begin
		raise exception 'could not extend file: No space left on device' using errcode = '53100';
	end $$`.execute(db);
	await (
		at === 'written'
			? sql`create trigger full_disk before insert on response for each row execute function no_room()`
			: sql`create constraint trigger full_disk after insert on response
				deferrable initially deferred for each row execute function no_room()`
	).execute(db);
	return async () => {
		await sql`drop function no_room cascade`.execute(db);
	};
}

const sendAll = (db: Db, { attempt, token, questions }: MadeAttempt): Promise<Response> =>
	answerJson(() =>
		takeSending(
			db,
			attempt.id,
			{
				v: 1,
				token,
				sentAt: 0,
				submit: false,
				answers: questions.map((question, position) => ({
					op: newId(),
					position,
					revision: 1,
					fields: fieldsFromAnswer(rightResponse(question)),
					certainty: null,
					at: 0
				}))
			},
			NOW
		)
	);

async function someAttempt(db: Db): Promise<MadeAttempt> {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const assignment = await makeAssignment(db, teacher, [group.id]);
	const learner = await makeLearner(db, group.id, 'Owl');
	return makeAttempt(db, assignment.id, learner.id);
}

const storedIn = async (answer: Response): Promise<number> =>
	((await answer.json()) as Receipt).answers.filter(({ stored }) => stored).length;

describeOnBothEngines('a full disk', (open, { engine }) => {
	// SQLite writes and commits in one process: there it shows as it is written.
	for (const at of engine === 'sqlite' ? (['written'] as const) : moments)
		it(`that shows as an answer is ${at}: 503 with Retry-After, what was acknowledged is there, and all goes on once there is room`, async () => {
			const { db } = await open();
			const made = await someAttempt(db);
			let acknowledged = await storedIn(await sendAll(db, made));
			expect(acknowledged).toBe(made.questions.length);

			const free = await fillUp(db, engine, at);
			const refused: Response[] = [];
			// More often than there are connections, so that none is lost to a failure.
			for (let i = 0; i < 50 && refused.length < 15; i++) {
				const answer = await sendAll(db, made);
				if (answer.status === 200) acknowledged += await storedIn(answer);
				else refused.push(answer);
			}
			expect(refused).toHaveLength(15);
			for (const answer of refused) {
				expect(answer.status).toBe(503);
				expect(answer.headers.get('retry-after')).toMatch(/^\d+$/u);
				expect(await answer.json()).toEqual({ code: 'try-later', message: 'try-later' });
			}

			expect(await selectResponses(db, made.attempt.id)).toHaveLength(acknowledged);
			const state = await stateByToken(db, made.attempt.id, made.token, NOW);
			expect(state.slots.map(({ revision }) => revision)).toEqual(made.questions.map(() => 1));

			await free();
			acknowledged += await storedIn(await sendAll(db, made));
			expect(await selectResponses(db, made.attempt.id)).toHaveLength(acknowledged);
		});
});

it.each([
	[Object.assign(new Error('database is locked'), { errcode: 5 }), true],
	[Object.assign(new Error('disk I/O error'), { errcode: 778 }), true],
	[Object.assign(new Error('constraint'), { errcode: 787 }), false],
	[Object.assign(new Error('no space'), { code: '53100' }), true],
	[Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }), true],
	[Object.assign(new Error('duplicate key'), { code: '23505' }), false],
	[new TypeError('a mistake of ours'), false],
	['text', false]
])('%s comes from a store that cannot take anything now: %s', (error, expected) => {
	expect(isUnavailable(error)).toBe(expected);
});
