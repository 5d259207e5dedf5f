// Rows of parcel: what somebody carries from one device to another, sealed before it came here. A row is
// taken once, and is gone then.

import * as v from 'valibot';
import type { Db } from './store.ts';

const Row = v.object({
	address_hash: v.string(),
	sealed: v.string(),
	expires_at: v.number()
});
export type ParcelRow = v.InferOutput<typeof Row>;

export async function countParcels(db: Db): Promise<number> {
	const { held } = await db
		.selectFrom('parcel')
		.select(({ fn }) => fn.countAll().as('held'))
		.executeTakeFirstOrThrow();
	return Number(held);
}

/** @returns false where a parcel lies at that address already: it stays as it is */
export async function insertParcel(db: Db, row: ParcelRow): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('parcel')
		.values(row)
		.onConflict((conflict) => conflict.column('address_hash').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Takes a parcel that is not over out of the store: of two who ask at once, one has it. */
export async function takeOptionalParcel(
	db: Db,
	addressHash: string,
	now: number
): Promise<ParcelRow | undefined> {
	const row = await db
		.deleteFrom('parcel')
		.where('address_hash', '=', addressHash)
		.where('expires_at', '>', now)
		.returningAll()
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** @returns how many went */
export async function deleteParcelsOver(db: Db, now: number): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('parcel')
		.where('expires_at', '<=', now)
		.executeTakeFirst();
	return Number(numDeletedRows);
}
