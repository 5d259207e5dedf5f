import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { fillAttempt } from '../../../../tests/support/rows.ts';
import { OpIdTaken, insertResponse, selectOptionalResponse, type ResponseRow } from './response.ts';

const responseTo = (attempt: string): ResponseRow => ({
	op_id: 'op-1',
	attempt_id: attempt,
	position: 0,
	revision: 1,
	answer: { v: 1, response: { kind: 'choice', option: 'a' }, certainty: 2 },
	told: 0,
	answered_at: NOW,
	received_at: NOW + 5
});

describeOnBothEngines('insertResponse', (open) => {
	it('gives back what it stored', async () => {
		const { db } = await open();
		const response = responseTo((await fillAttempt(db)).attempt);
		expect(await insertResponse(db, response)).toEqual(response);
		expect(await selectOptionalResponse(db, 'op-1')).toEqual(response);
		expect(await selectOptionalResponse(db, 'op-2')).toBeUndefined();
	});

	it('answers a retry with the stored row and stores nothing more', async () => {
		const { db } = await open();
		const response = responseTo((await fillAttempt(db)).attempt);
		await insertResponse(db, response);

		const retry = await insertResponse(db, { ...response, received_at: NOW + 60_000 });

		expect(retry).toEqual(response);
		expect(await db.selectFrom('response').select('op_id').execute()).toHaveLength(1);
	});

	it('stores one row of fifty that arrive at once under one operation id', async () => {
		const { db } = await open();
		const response = responseTo((await fillAttempt(db)).attempt);

		const answers = await Promise.all(
			Array.from({ length: 50 }, (_, i) =>
				insertResponse(db, { ...response, received_at: NOW + i })
			)
		);

		expect(new Set(answers.map(({ received_at }) => received_at)).size).toBe(1);
		expect(await db.selectFrom('response').select('op_id').execute()).toHaveLength(1);
	});

	it('refuses another answer under an operation id that is taken, and keeps the first', async () => {
		const { db } = await open();
		const response = responseTo((await fillAttempt(db)).attempt);
		await insertResponse(db, response);

		for (const forged of [
			{ ...response, revision: 2 },
			{ ...response, attempt_id: 'of-another-learner' },
			{ ...response, answer: { ...response.answer, certainty: 3 as const } },
			{ ...response, answer: { ...response.answer, response: null } }
		]) {
			await expect(insertResponse(db, forged)).rejects.toThrow(OpIdTaken);
		}

		expect(await selectOptionalResponse(db, 'op-1')).toEqual(response);
	});

	it('knows a retry whose parts come in another order', async () => {
		const { db } = await open();
		const columns = { x: '1', y: '2' };
		const response: ResponseRow = {
			...responseTo((await fillAttempt(db)).attempt),
			answer: { v: 1, response: { kind: 'match', columns }, certainty: null }
		};
		await insertResponse(db, response);
		const answer = {
			certainty: null,
			response: { columns: { y: '2', x: '1' }, kind: 'match' as const },
			v: 1 as const
		};
		expect(await insertResponse(db, { ...response, answer })).toEqual(response);
	});

	it('fails where the question is not part of the attempt, and stores nothing', async () => {
		const { db } = await open();
		const response = responseTo((await fillAttempt(db)).attempt);
		await expect(insertResponse(db, { ...response, position: 7 })).rejects.toThrow(/foreign key/i);
		expect(await selectOptionalResponse(db, 'op-1')).toBeUndefined();
	});
});
