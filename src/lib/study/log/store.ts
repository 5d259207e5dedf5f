/**
 * Where a device keeps its log of answers and the session that is going on: its IndexedDB, or this page's
 * memory where that is forbidden or full. The log is append-only; all else is derived from it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LogRow } from '../../review/log.ts';
import type { Session } from '../session.ts';
import type { LogDraft } from './row.ts';

export interface Log {
	/** Whether what is written here is there after this page. */
	readonly lasts: boolean;
	/** Every row, in no order. */
	rows: () => Promise<LogRow[]>;
	/** Writes an answer down. */
	append: (draft: LogDraft) => Promise<LogRow>;
	/** Takes in rows of another device, or of this one. @returns how many were new */
	add: (rows: readonly LogRow[]) => Promise<number>;
	/** The daily session that was begun last. */
	session: () => Promise<Session | undefined>;
	keepSession: (session: Session) => Promise<void>;
	/** Forgets all of it, this device's name as well. */
	clear: () => Promise<void>;
	close: () => void;
}

interface Schema extends DBSchema {
	rows: {
		key: string;
		value: LogRow;
		indexes: { question: [string, string]; device: [string, number] };
	};
	/** `device`: the name of this device among those whose logs may meet; `session`. */
	kept: { key: 'device' | 'session'; value: string | Session };
}

const NAME = 'says-who-study';
const VERSION = 1;

/**
 * @param newDevice makes a name that no other device has
 * @throws where the browser forbids it
 */
export async function openLog(newDevice: () => string): Promise<Log> {
	const db = await openDB<Schema>(NAME, VERSION, {
		upgrade(opened) {
			const rows = opened.createObjectStore('rows', { keyPath: 'id' });
			rows.createIndex('question', ['slug', 'question']);
			rows.createIndex('device', ['device', 'seq']);
			opened.createObjectStore('kept');
		},
		// A newer release in another tab wants to change the store: what is open here must not hold it up.
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
		}
	});
	return logIn(db, newDevice);
}

/** A row is written when the device's disk has it, and not only its buffers. */
const strict = { durability: 'strict' } as const;

function logIn(db: IDBPDatabase<Schema>, newDevice: () => string): Log {
	return {
		lasts: true,
		rows: () => db.getAll('rows'),
		async append(draft) {
			const write = db.transaction(['rows', 'kept'], 'readwrite', strict);
			const rows = write.objectStore('rows');
			const kept = write.objectStore('kept');
			let device = await kept.get('device');
			if (typeof device !== 'string') {
				device = newDevice();
				await kept.put(device, 'device');
			}
			const own = IDBKeyRange.bound([device, 0], [device, Infinity]);
			const last = await rows.index('device').openCursor(own, 'prev');
			const before = await rows.index('question').count([draft.slug, draft.question]);
			const row = rowOf(draft, device, (last?.value.seq ?? 0) + 1, before > 0);
			await rows.add(row);
			await write.done;
			return row;
		},
		async add(rows) {
			const write = db.transaction('rows', 'readwrite', strict);
			let added = 0;
			for (const row of rows) {
				if ((await write.store.getKey(row.id)) !== undefined) continue;
				await write.store.add(row);
				added++;
			}
			await write.done;
			return added;
		},
		async session() {
			const found = await db.get('kept', 'session');
			return typeof found === 'object' ? found : undefined;
		},
		async keepSession(session) {
			await db.put('kept', session, 'session');
		},
		async clear() {
			const write = db.transaction(['rows', 'kept'], 'readwrite', strict);
			await Promise.all([write.objectStore('rows').clear(), write.objectStore('kept').clear()]);
			await write.done;
		},
		close() {
			db.close();
		}
	};
}

function rowOf(
	{ review, ...draft }: LogDraft,
	device: string,
	seq: number,
	before: boolean
): LogRow {
	return { v: 1, id: `${device}-${String(seq)}`, device, seq, ...draft, again: review || before };
}

/** A log for as long as the page is open. */
export function memoryLog(newDevice: () => string): Log {
	const rows = new Map<string, LogRow>();
	let device = newDevice();
	let kept: Session | undefined;
	return {
		lasts: false,
		rows: () => Promise.resolve([...rows.values()]),
		append(draft) {
			const all = [...rows.values()];
			const seq =
				Math.max(0, ...all.filter((one) => one.device === device).map((one) => one.seq)) + 1;
			const before = all.some((one) => one.slug === draft.slug && one.question === draft.question);
			const row = rowOf(draft, device, seq, before);
			rows.set(row.id, row);
			return Promise.resolve(row);
		},
		add(more) {
			const fresh = more.filter(({ id }) => !rows.has(id));
			for (const row of fresh) rows.set(row.id, row);
			return Promise.resolve(fresh.length);
		},
		session: () => Promise.resolve(kept),
		keepSession(session) {
			kept = session;
			return Promise.resolve();
		},
		clear() {
			rows.clear();
			kept = undefined;
			device = newDevice();
			return Promise.resolve();
		},
		close() {
			// Nothing is open.
		}
	};
}
