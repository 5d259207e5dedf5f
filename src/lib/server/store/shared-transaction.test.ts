import { expect, it } from 'vitest';
import { fillAttempt } from '../../../../tests/support/rows.ts';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { Trouble } from '../../study/trouble.ts';
import { newId } from './ids.ts';
import { insertResponse, selectResponses, type ResponseRow } from './response.ts';
import { inSharedTransaction } from './shared-transaction.ts';

const row = (attempt: string, revision: number): ResponseRow => ({
	op_id: newId(),
	attempt_id: attempt,
	position: 0,
	revision,
	answer: { v: 1, response: null, certainty: null },
	told: 0,
	answered_at: NOW,
	received_at: NOW
});

describeOnBothEngines('Work that waits at the same time', (open) => {
	it('is stored, each piece with its own result, also more of it than one transaction takes', async () => {
		const { db } = await open();
		const { attempt } = await fillAttempt(db);

		const results = await Promise.all(
			Array.from({ length: 100 }, (_, i) =>
				inSharedTransaction(
					db,
					async (trx) => (await insertResponse(trx, row(attempt, i + 1))).revision
				)
			)
		);

		expect(results).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
		expect(await selectResponses(db, attempt)).toHaveLength(100);
	});

	it('loses nothing by a piece that is refused, nor by one that fails half-way', async () => {
		const { db } = await open();
		const { attempt } = await fillAttempt(db);
		const store = (revision: number) =>
			inSharedTransaction(db, (trx) => insertResponse(trx, row(attempt, revision)));

		const results = await Promise.allSettled([
			store(1),
			inSharedTransaction(db, () => Promise.reject(new Trouble('not-yours'))),
			store(2),
			inSharedTransaction(db, async (trx) => {
				await insertResponse(trx, row(attempt, 99));
				await insertResponse(trx, row('no such attempt', 1));
			}),
			store(3)
		]);

		expect(results.map(({ status }) => status)).toEqual([
			'fulfilled',
			'rejected',
			'fulfilled',
			'rejected',
			'fulfilled'
		]);
		expect((await selectResponses(db, attempt)).map(({ revision }) => revision)).toEqual([1, 2, 3]);
	});
});
