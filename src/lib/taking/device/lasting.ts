/**
 * A device's store that cannot fail: what the browser refuses to write goes into this page's memory, and
 * `lasts` says so, so that the learner can be told.
 */
import type { KeptAttempt, OutboxRow } from './rows.ts';
import { memoryStore, type DeviceStore } from './store.ts';

export interface LastingStore extends DeviceStore {
	/** Everything written so far survives a reload. */
	readonly lasts: () => boolean;
}

/** @param open fails where storage is forbidden */
export async function lastingStore(open: () => Promise<DeviceStore>): Promise<LastingStore> {
	const memory = memoryStore();
	const disk = await open().catch(() => null);
	let lasts = disk !== null;

	/** On the disk, and in memory where that fails. */
	async function write<Result>(what: (store: DeviceStore) => Promise<Result>): Promise<Result> {
		if (disk) {
			try {
				return await what(disk);
			} catch {
				lasts = false;
			}
		}
		return what(memory);
	}
	/** On both: a thing may lie on either. */
	async function both(what: (store: DeviceStore) => Promise<void>): Promise<void> {
		await what(memory);
		if (disk)
			await what(disk).catch(() => {
				lasts = false;
			});
	}
	async function read<One>(what: (store: DeviceStore) => Promise<One[]>): Promise<One[]> {
		return [...(disk ? await what(disk).catch((): One[] => []) : []), ...(await what(memory))];
	}

	return {
		lasts: () => lasts,
		attempts: () => read<KeptAttempt>((store) => store.attempts()),
		attempt: async (id) =>
			(await memory.attempt(id)) ?? (await disk?.attempt(id).catch(() => undefined)),
		keep: (attempt) => write((store) => store.keep(attempt)),
		handIn: (id) => both((store) => store.handIn(id)),
		tell: (id, state, at) => both((store) => store.tell(id, state, at)),
		wipe: (id) => both((store) => store.wipe(id)),
		rows: (attempt) => read<OutboxRow>((store) => store.rows(attempt)),
		async add(attempt, make) {
			const elsewhere = await memory.rows(attempt);
			return write((store) =>
				store.add(attempt, (rows) => make(store === memory ? rows : [...rows, ...elsewhere]))
			);
		},
		settle: (settled) => both((store) => store.settle(settled)),
		forget: (ops) => both((store) => store.forget(ops))
	};
}
