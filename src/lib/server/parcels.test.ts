import { expect, it } from 'vitest';
import { describeOnBothEngines, NOW } from '../../../tests/support/engines.ts';
import { ADDRESS_BYTES } from '../study/parcel-code.ts';
import {
	leaveParcel,
	newParcelLimits,
	PARCEL_LASTS,
	PARCELS_AT_MOST,
	takeParcel
} from './parcels.ts';
import { purge } from './retention.ts';
import { countParcels, insertParcel } from './store/parcel.ts';

const at = (n: number) => new Uint8Array(ADDRESS_BYTES).fill(n);
const sealed = new Uint8Array([0, 1, 255, 128]);
const parcel = (n: number) => new Uint8Array([...at(n), ...sealed]);
const from = (now = NOW, address = 'a') => ({ address, now });

describeOnBothEngines('A parcel', (open) => {
	it('is handed out once, byte for byte, and is gone then', async () => {
		const { db } = await open();
		const limits = newParcelLimits();
		await leaveParcel(db, parcel(1), from(), limits);

		expect(new Uint8Array(await takeParcel(db, at(1), from(), limits))).toEqual(sealed);

		await expect(takeParcel(db, at(1), from(), limits)).rejects.toThrow('no-parcel');
		expect(await countParcels(db)).toBe(0);
	});

	it('is handed to one of two who ask at once', async () => {
		const { db } = await open();
		const limits = newParcelLimits();
		await leaveParcel(db, parcel(1), from(), limits);
		const asked = await Promise.allSettled([1, 2].map(() => takeParcel(db, at(1), from(), limits)));
		expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	it('cannot be fetched after a quarter of an hour, and retention takes it away', async () => {
		const { db } = await open();
		const limits = newParcelLimits();
		await leaveParcel(db, parcel(1), from(), limits);
		expect(await purge(db, 30, NOW + PARCEL_LASTS - 1)).toMatchObject({ parcels: 0 });
		const late = from(NOW + PARCEL_LASTS);
		await expect(takeParcel(db, at(1), late, limits)).rejects.toThrow('no-parcel');
		expect(await purge(db, 30, NOW + PARCEL_LASTS)).toMatchObject({ parcels: 1 });
		expect(await countParcels(db)).toBe(0);
	});

	it('makes room for others when it is over, without waiting for retention', async () => {
		const { db } = await open();
		const limits = newParcelLimits();
		await leaveParcel(db, parcel(1), from(), limits);
		await leaveParcel(db, parcel(2), from(NOW + PARCEL_LASTS), limits);
		expect(await countParcels(db)).toBe(1);
	});

	it('never takes the place of another, which stays as it is', async () => {
		const { db } = await open();
		const limits = newParcelLimits();
		await leaveParcel(db, parcel(1), from(), limits);
		const other = new Uint8Array([...at(1), 9]);
		await expect(leaveParcel(db, other, from(), limits)).rejects.toThrow('mangled-sending');
		expect(new Uint8Array(await takeParcel(db, at(1), from(), limits))).toEqual(sealed);
	});

	it('is refused without an address or without anything behind it', async () => {
		const { db } = await open();
		await expect(leaveParcel(db, at(1), from())).rejects.toThrow('mangled-sending');
		await expect(takeParcel(db, sealed, from())).rejects.toThrow('mangled-sending');
	});

	it('is refused when as many lie here as may, and taken again when one has gone', async () => {
		const { db } = await open();
		const limits = newParcelLimits();
		for (let n = 0; n < PARCELS_AT_MOST - 1; n++)
			await insertParcel(db, { address_hash: String(n), sealed: '', expires_at: NOW + 1 });
		await leaveParcel(db, parcel(1), from(), limits);
		await expect(leaveParcel(db, parcel(2), from(), limits)).rejects.toThrow('parcels-full');
		await takeParcel(db, at(1), from(), limits);
		await leaveParcel(db, parcel(2), from(), limits);
		expect(await countParcels(db)).toBe(PARCELS_AT_MOST);
	});

	it('is slowed down by the address of whoever sends or guesses many, and for nobody else', async () => {
		const { db } = await open();
		const limits = newParcelLimits();
		const guess = () => takeParcel(db, at(9), from(), limits);
		for (let n = 0; n < 100; n++) await expect(guess()).rejects.toThrow('no-parcel');
		await expect(guess()).rejects.toThrow('too-many-codes');
		for (let n = 0; n < 60; n++) await leaveParcel(db, parcel(n), from(), limits);
		await expect(leaveParcel(db, parcel(70), from(), limits)).rejects.toThrow('too-many-codes');

		await leaveParcel(db, parcel(70), from(NOW, 'b'), limits);
		expect(await takeParcel(db, at(70), from(NOW, 'b'), limits)).toHaveLength(sealed.length);
	});
});
