/**
 * Where a device keeps attempts and unsent answers: its IndexedDB, or this page's memory where that is
 * forbidden or full. Both do the same; only the first survives a reload.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { AttemptState } from '../attempt.ts';
import type { KeptAttempt, OutboxRow, Settled } from './rows.ts';

export interface DeviceStore {
	attempts: () => Promise<KeptAttempt[]>;
	attempt: (id: string) => Promise<KeptAttempt | undefined>;
	/** Writes it anew; one that is handed in stays handed in. */
	keep: (attempt: KeptAttempt) => Promise<void>;
	handIn: (id: string) => Promise<void>;
	/** What the server last said about an attempt that is kept here. */
	tell: (id: string, state: AttemptState, at: number) => Promise<void>;
	/** Forgets an attempt's questions and answers. Refused rows stay to be read. */
	wipe: (id: string) => Promise<void>;
	/** All of the device, or of one attempt. */
	rows: (attempt?: string) => Promise<OutboxRow[]>;
	/** Adds the row that `make` builds from those that are there: no other tab comes in between. */
	add: (attempt: string, make: (rows: OutboxRow[]) => OutboxRow) => Promise<OutboxRow>;
	settle: (settled: Settled) => Promise<void>;
	/** Takes a refused row away, once it was read. */
	forget: (ops: readonly string[]) => Promise<void>;
}

interface Schema extends DBSchema {
	attempts: { key: string; value: KeptAttempt };
	rows: { key: string; value: OutboxRow; indexes: { attempt: string } };
}

const NAME = 'says-who-taking';
const VERSION = 1;

/** @throws where the browser forbids it or has no room */
export async function openDeviceStore(): Promise<DeviceStore> {
	const db = await openDB<Schema>(NAME, VERSION, {
		upgrade(opened) {
			opened.createObjectStore('attempts', { keyPath: 'id' });
			opened.createObjectStore('rows', { keyPath: 'op' }).createIndex('attempt', 'attempt');
		},
		// A newer release in another tab wants to change the store: what is open here must not hold it up.
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
		}
	});
	return storeIn(db);
}

function storeIn(db: IDBPDatabase<Schema>): DeviceStore {
	/** Acknowledged by the device's disk, not by its buffers. */
	const strict = { durability: 'strict' } as const;

	async function change(id: string, changed: (attempt: KeptAttempt) => KeptAttempt): Promise<void> {
		const write = db.transaction('attempts', 'readwrite', strict);
		const found = await write.store.get(id);
		if (found) await write.store.put(changed(found));
		await write.done;
	}

	return {
		attempts: () => db.getAll('attempts'),
		attempt: (id) => db.get('attempts', id),
		async keep(attempt) {
			const write = db.transaction('attempts', 'readwrite', strict);
			const found = await write.store.get(attempt.id);
			await write.store.put({ ...attempt, handedIn: attempt.handedIn || found?.handedIn === true });
			await write.done;
		},
		handIn: (id) => change(id, (attempt) => ({ ...attempt, handedIn: true })),
		tell: (id, state, stateAt) =>
			change(id, (attempt) => ({ ...attempt, stateAt, sheet: { ...attempt.sheet, state } })),
		wipe: (id) => db.delete('attempts', id),
		rows: (attempt) =>
			attempt === undefined ? db.getAll('rows') : db.getAllFromIndex('rows', 'attempt', attempt),
		async add(attempt, make) {
			const write = db.transaction('rows', 'readwrite', strict);
			const row = make(await write.store.index('attempt').getAll(attempt));
			await write.store.add(row);
			await write.done;
			return row;
		},
		async settle({ gone, refused }) {
			const write = db.transaction('rows', 'readwrite', strict);
			for (const op of gone) await write.store.delete(op);
			for (const { op, why } of refused) {
				const row = await write.store.get(op);
				if (row) await write.store.put({ ...row, refused: why });
			}
			await write.done;
		},
		async forget(ops) {
			const write = db.transaction('rows', 'readwrite', strict);
			for (const op of ops) await write.store.delete(op);
			await write.done;
		}
	};
}

/** The same in this page's memory. */
export function memoryStore(): DeviceStore {
	const attempts = new Map<string, KeptAttempt>();
	const rows = new Map<string, OutboxRow>();
	const of = (attempt?: string) =>
		[...rows.values()].filter((row) => attempt === undefined || row.attempt === attempt);
	const change = (id: string, changed: (attempt: KeptAttempt) => KeptAttempt): Promise<void> => {
		const found = attempts.get(id);
		if (found) attempts.set(id, changed(found));
		return Promise.resolve();
	};
	return {
		attempts: () => Promise.resolve([...attempts.values()]),
		attempt: (id) => Promise.resolve(attempts.get(id)),
		keep(attempt) {
			const found = attempts.get(attempt.id);
			attempts.set(attempt.id, {
				...attempt,
				handedIn: attempt.handedIn || found?.handedIn === true
			});
			return Promise.resolve();
		},
		handIn: (id) => change(id, (attempt) => ({ ...attempt, handedIn: true })),
		tell: (id, state, stateAt) =>
			change(id, (attempt) => ({ ...attempt, stateAt, sheet: { ...attempt.sheet, state } })),
		wipe(id) {
			attempts.delete(id);
			return Promise.resolve();
		},
		rows: (attempt) => Promise.resolve(of(attempt)),
		add(attempt, make) {
			const row = make(of(attempt));
			rows.set(row.op, row);
			return Promise.resolve(row);
		},
		settle({ gone, refused }) {
			for (const op of gone) rows.delete(op);
			for (const { op, why } of refused) {
				const row = rows.get(op);
				if (row) rows.set(op, { ...row, refused: why });
			}
			return Promise.resolve();
		},
		forget(ops) {
			for (const op of ops) rows.delete(op);
			return Promise.resolve();
		}
	};
}
