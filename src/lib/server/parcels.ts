// Parcels: a log of answers that travels to another phone. It is sealed in the browser with a key that is
// never sent here, fetched once, and gone after a quarter of an hour. Whoever sends and fetches is nobody
// in particular; limits keep the store from filling up.

import { ADDRESS_BYTES } from '../study/parcel-code.ts';
import { Trouble } from '../study/trouble.ts';
import { FailureLimit } from './classes/failures.ts';
import { inTransaction } from './store/transaction.ts';
import {
	countParcels,
	deleteParcelsOver,
	insertParcel,
	takeOptionalParcel
} from './store/parcel.ts';
import type { Db } from './store/store.ts';
import { hashToken } from './tokens.ts';

const MINUTE = 60 * 1000;
export const PARCEL_LASTS = 15 * MINUTE;
/** At once, of everybody: some 130 MB at the worst. */
export const PARCELS_AT_MOST = 200;

export interface Sender {
	/** Where the request comes from. */
	address: string;
	now: number;
}

export interface ParcelLimits {
	sent: FailureLimit;
	missed: FailureLimit;
}

/** A class behind one address may move all its phones in one lesson; nobody mistypes a hundred codes. */
export const newParcelLimits = (): ParcelLimits => ({
	sent: new FailureLimit(60, 10_000),
	missed: new FailureLimit(100, 5000)
});

const running = newParcelLimits();

/**
 * @param sending the address where it is to lie, and behind it what is sealed
 * @throws Trouble `mangled-sending`, `parcels-full`, `too-many-codes`
 */
export async function leaveParcel(
	db: Db,
	sending: Uint8Array,
	{ address, now }: Sender,
	{ sent } = running
): Promise<void> {
	if (sending.length <= ADDRESS_BYTES) throw new Trouble('mangled-sending');
	if (sent.wait(address, now) > 0) throw new Trouble('too-many-codes');
	sent.failed(address, now);
	await deleteParcelsOver(db, now);
	await inTransaction(db, async (trx) => {
		if ((await countParcels(trx)) >= PARCELS_AT_MOST) throw new Trouble('parcels-full');
		const laid = await insertParcel(trx, {
			address_hash: hashOf(sending.subarray(0, ADDRESS_BYTES)),
			sealed: Buffer.from(sending.subarray(ADDRESS_BYTES)).toString('base64'),
			expires_at: now + PARCEL_LASTS
		});
		if (!laid) throw new Trouble('mangled-sending');
	});
}

/**
 * Hands out what is sealed and forgets it.
 * @throws Trouble `mangled-sending`, `no-parcel`, `too-many-codes`
 */
export async function takeParcel(
	db: Db,
	at: Uint8Array,
	{ address, now }: Sender,
	{ missed } = running
): Promise<Uint8Array<ArrayBuffer>> {
	if (at.length !== ADDRESS_BYTES) throw new Trouble('mangled-sending');
	if (missed.wait(address, now) > 0) throw new Trouble('too-many-codes');
	const row = await takeOptionalParcel(db, hashOf(at), now);
	if (!row) {
		missed.failed(address, now);
		throw new Trouble('no-parcel');
	}
	return Buffer.from(row.sealed, 'base64');
}

const hashOf = (address: Uint8Array): string => hashToken(Buffer.from(address).toString('hex'));
