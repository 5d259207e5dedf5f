/**
 * Sends what a device keeps: one attempt at a time, written first and deleted only on
 * acknowledgement, again after growing waits. Op ids make every doubled sending harmless.
 */
import type { AttemptState, Receipt, Sending } from '../attempt.ts';
import { mayBeWiped, sendingOf, settle, waitAfter, waiting, type Refusal } from './rows.ts';
import type { DeviceStore } from './store.ts';

/** What came of one sending. */
export type Posted =
	| { receipt: Receipt }
	/** No connection, no answer, or 'come back later'; `after` in milliseconds where the server said when. */
	| { after: number | null }
	/** The server knows the attempt no more, or cannot read what was sent: trying again is of no use. */
	| { refused: Extract<Refusal, 'gone' | 'not-understood'> };

export interface SenderParts {
	store: DeviceStore;
	post: (attempt: string, sending: Sending) => Promise<Posted>;
	/** What the device's clock says. */
	now: () => number;
	/** From 0 to 1, another each time. */
	chance: () => number;
	/** Runs `run` after so many milliseconds; what it returns takes that back. */
	later: (wait: number, run: () => void) => () => void;
	/** Runs `run` while no other tab runs one of that name, as far as the browser can tell. */
	alone: (name: string, run: () => Promise<void>) => Promise<void>;
	/** Something about this attempt has changed: it was sent, refused, or could not be sent. */
	changed: (attempt: string) => void;
	/** The server has spoken about it. */
	told: (attempt: string, state: AttemptState) => void;
}

export class Sender {
	readonly #parts: SenderParts;
	readonly #failures = new Map<string, number>();
	readonly #planned = new Map<string, () => void>();
	readonly #running = new Map<string, Promise<void>>();

	constructor(parts: SenderParts) {
		this.#parts = parts;
	}

	/** Did the last sending of this attempt fail? */
	isFailing(attempt: string): boolean {
		return (this.#failures.get(attempt) ?? 0) > 0;
	}

	/** Sends soon: answers that come one after another travel together. */
	soon(attempt: string, wait: number): void {
		this.#plan(attempt, wait);
	}

	/** Sends everything that waits on this device, whoever gave it. */
	async flushAll(): Promise<void> {
		const { store } = this.#parts;
		const [attempts, rows] = await Promise.all([store.attempts(), store.rows()]);
		const ids = new Set([
			...waiting(rows).map(({ attempt }) => attempt),
			...attempts.filter(({ handedIn }) => handedIn).map(({ id }) => id)
		]);
		await Promise.all([...ids].map((id) => this.flush(id)));
	}

	/** Sends now. Settles when everything of the attempt is sent, or the next try is planned. */
	async flush(attempt: string): Promise<void> {
		this.#planned.get(attempt)?.();
		this.#planned.delete(attempt);
		const running = this.#running.get(attempt);
		if (running) {
			// What was added meanwhile may have missed it.
			await running;
			if (this.isFailing(attempt) || this.#running.has(attempt)) return;
		}
		const run = this.#parts
			.alone(attempt, () => this.#send(attempt))
			.finally(() => this.#running.delete(attempt));
		this.#running.set(attempt, run);
		await run;
	}

	/** Forgets the waits: the network is back, or somebody asks for it. */
	async flushAgain(): Promise<void> {
		for (const cancel of this.#planned.values()) cancel();
		this.#planned.clear();
		await this.flushAll();
	}

	async #send(attempt: string): Promise<void> {
		const { store, post, now, changed, told } = this.#parts;
		for (;;) {
			const [rows, kept] = await Promise.all([store.rows(attempt), store.attempt(attempt)]);
			const due = waiting(rows);
			const handedIn = kept?.handedIn === true;
			const token = due[0]?.token ?? kept?.sheet.token;
			if (token === undefined || (due.length === 0 && !handedIn)) {
				this.#failures.delete(attempt);
				return;
			}
			const sending = sendingOf(rows, { token, handedIn, sentAt: now() });
			const posted = await post(attempt, sending);
			if ('after' in posted) {
				this.#tryLater(attempt, posted.after);
				return;
			}
			if ('refused' in posted) {
				await store.settle({
					gone: [],
					refused: due.map(({ op }) => ({ op, why: posted.refused }))
				});
				if (posted.refused === 'gone') await store.wipe(attempt);
				this.#failures.delete(attempt);
				changed(attempt);
				return;
			}
			const { receipt } = posted;
			await store.settle(settle(receipt));
			const left = await store.rows(attempt);
			const isDone = mayBeWiped(receipt.state, left);
			if (isDone) await store.wipe(attempt);
			else await store.tell(attempt, receipt.state, now());
			told(attempt, receipt.state);
			// The same would be sent again: while the teacher has stopped the clock, the server names no
			// answer; and a device may be unable to take away what was acknowledged.
			const stays = new Set(waiting(left).map(({ op }) => op));
			if (!isDone && sending.answers.every(({ op }) => stays.has(op))) {
				this.#tryLater(attempt, null);
				return;
			}
			this.#failures.delete(attempt);
			changed(attempt);
			if (isDone) return;
		}
	}

	#tryLater(attempt: string, asked: number | null): void {
		const failures = (this.#failures.get(attempt) ?? 0) + 1;
		this.#failures.set(attempt, failures);
		this.#plan(attempt, waitAfter(failures, asked, this.#parts.chance()));
		this.#parts.changed(attempt);
	}

	#plan(attempt: string, wait: number): void {
		this.#planned.get(attempt)?.();
		const cancel = this.#parts.later(wait, () => {
			this.#planned.delete(attempt);
			void this.flush(attempt);
		});
		this.#planned.set(attempt, cancel);
	}
}
