/** What this device keeps, as the page shows it: read when the page opens and when it is looked at again. */
import type { LogRow } from '../../review/log.ts';
import { openLog, type Log } from '../../study/log/store.ts';
import type { Session } from '../../study/session.ts';
import { progressOf } from '../../study/progress.ts';
import { newId } from '../study/log.ts';
import { dayOf } from '../time/day.ts';

export type Added = { fresh: number } | 'full';

export class Here {
	/** `forbidden`: the browser keeps nothing. `unreadable`: it has something and does not give it. */
	state = $state<'looking' | 'forbidden' | 'unreadable' | 'open'>('looking');
	#read = $state.raw<{ rows: LogRow[]; now: number; today: string }>({
		rows: [],
		now: 0,
		today: '1970-01-01'
	});
	readonly progress = $derived(progressOf(this.#read.rows, this.#read.now, this.#read.today));
	/** What was cleared, for as long as the page is open. */
	cleared = $state.raw<{ rows: LogRow[]; session: Session | undefined } | null>(null);
	#log: Log | null = null;

	get rows(): readonly LogRow[] {
		return this.#read.rows;
	}

	async open(): Promise<void> {
		try {
			this.#log = await openLog(newId);
		} catch {
			this.state = 'forbidden';
			return;
		}
		await this.look();
	}

	async look(): Promise<void> {
		if (!this.#log) return;
		try {
			const rows = await this.#log.rows();
			const now = Date.now();
			this.#read = { rows, now, today: dayOf(now) };
			this.state = 'open';
		} catch {
			this.state = 'unreadable';
		}
	}

	/** All of them or none. */
	async add(rows: readonly LogRow[]): Promise<Added> {
		if (!this.#log) return 'full';
		try {
			const fresh = await this.#log.add(rows);
			await this.look();
			return { fresh };
		} catch {
			return 'full';
		}
	}

	/** @returns whether it was done */
	async clear(): Promise<boolean> {
		try {
			const log = this.#log;
			if (!log) return false;
			const cleared = { rows: await log.rows(), session: await log.session() };
			await log.clear();
			this.cleared = cleared;
			await this.look();
			return true;
		} catch {
			return false;
		}
	}

	/** @returns whether it was done */
	async undo(): Promise<boolean> {
		if (!this.cleared) return false;
		const { rows, session } = this.cleared;
		if ((await this.add(rows)) === 'full') return false;
		if (session) await this.#log?.keepSession(session).catch(() => undefined);
		this.cleared = null;
		return true;
	}

	close(): void {
		this.#log?.close();
		this.#log = null;
	}
}
