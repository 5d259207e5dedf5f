/**
 * This device as one that takes assigned quizzes: its store and its sender, once for each page, and what
 * wakes them. Only here does taking read the clock, make ids and know other tabs.
 */
import type { AttemptState, Receipt, Sending } from '../../taking/attempt.ts';
import { lastingStore, type LastingStore } from '../../taking/device/lasting.ts';
import { Sender, type Posted } from '../../taking/device/sender.ts';
import { openDeviceStore } from '../../taking/device/store.ts';

export interface Device {
	store: LastingStore;
	sender: Sender;
	/** Hears of every change to an attempt, from this tab and others. @returns the way to stop it */
	listen: (heard: Heard) => () => void;
	/** Other tabs read anew. */
	changed: (attempt: string) => void;
}

/** `state`: what the server has just said, where it was this tab that asked. */
type Heard = (attempt: string, state: AttemptState | null) => void;

let opened: Promise<Device> | undefined;

export const openDevice = (): Promise<Device> => (opened ??= open());

async function open(): Promise<Device> {
	const store = await lastingStore(openDeviceStore);
	const hearing = new Set<Heard>();
	const say = (attempt: string, state: AttemptState | null): void => {
		for (const heard of hearing) heard(attempt, state);
	};
	const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('says-who/taking') : null;
	channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (typeof data === 'string') say(data, null);
	});
	const changed = (attempt: string): void => {
		channel?.postMessage(attempt);
		say(attempt, null);
	};
	const sender = new Sender({
		store,
		post,
		now: () => Date.now(),
		chance: () => Math.random(),
		later(wait, run) {
			const timer = setTimeout(run, wait);
			return () => {
				clearTimeout(timer);
			};
		},
		alone,
		changed,
		told: say
	});
	addEventListener('online', () => void sender.flushAgain());
	document.addEventListener('visibilitychange', () => void sender.flushAgain());
	void sender.flushAll();
	return {
		store,
		sender,
		changed,
		listen(heard) {
			hearing.add(heard);
			return () => hearing.delete(heard);
		}
	};
}

/** How long another tab may take before this one sends as well: doubles do no harm. */
const PATIENCE = 5000;

/** Web Locks are absent on plain http. */
async function alone(name: string, run: () => Promise<void>): Promise<void> {
	if (!('locks' in navigator)) return run();
	const ran: Promise<void>[] = [];
	const once = (): Promise<void> => {
		const running = run();
		ran.push(running);
		return running;
	};
	const signal = AbortSignal.timeout(PATIENCE);
	// Refused because the wait was too long: without the lock, then.
	await navigator.locks.request(`says-who/taking/${name}`, { signal }, once).catch(() => undefined);
	await (ran[0] ?? run());
}

/** Browsers send at most so much on behalf of a page that is gone. */
const KEPT_ALIVE = 60_000;
const TIMEOUT = 20_000;

export async function post(attempt: string, sending: Sending): Promise<Posted> {
	const body = JSON.stringify(sending);
	let answer: Response;
	let said: unknown;
	try {
		answer = await fetch(`/take/${encodeURIComponent(attempt)}/answers`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
			keepalive: body.length < KEPT_ALIVE,
			signal: AbortSignal.timeout(TIMEOUT)
		});
		said = await answer.json();
	} catch {
		// No network, no server, or something in between that answers for it.
		return { after: null };
	}
	if (answer.ok && isReceipt(said)) return { receipt: said };
	switch (codeOf(said)) {
		case 'not-yours':
			return { refused: 'gone' };
		case 'mangled-sending':
			return { refused: 'not-understood' };
	}
	const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
	return { after: Number.isFinite(seconds) ? seconds * 1000 : null };
}

const isReceipt = (said: unknown): said is Receipt =>
	typeof said === 'object' && said !== null && 'answers' in said && 'state' in said;

const codeOf = (said: unknown): unknown =>
	typeof said === 'object' && said !== null && 'code' in said ? said.code : undefined;

/** An id as an outbox row needs it: plain http has no `randomUUID`. */
export function newOp(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** Offers a text as a file. */
export function download(name: string, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => {
		URL.revokeObjectURL(address);
	}, 10_000);
}
