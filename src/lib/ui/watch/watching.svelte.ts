// Keeps a page's view of a class up to date: events from the server, how stale it is when they stop
// coming, and what time it is by the server's clock.

import type { Progress } from '../../taking/progress.ts';

/** Milliseconds after which a connection that was refused is tried again. */
const RETRY = 10_000;

export class Watching {
	/** The newest that came; null until the first event. */
	progress = $state<Progress | null>(null);
	/** By the server's clock: since when nothing is known; null while the connection stands. */
	behindSince = $state<number | null>(null);
	/** Another window of the same teacher took this one's place. */
	elsewhere = $state(false);
	/** The server's clock, every second. */
	now = $state(0);
	/** Events come, or came once: scripts are at work. */
	alive = $state(false);

	/** Milliseconds that the server's clock is ahead of this device's. */
	#ahead = 0;
	#source: EventSource | undefined;
	#again: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param serverNow what the server's clock said when the page was made
	 * @returns ends it
	 */
	start(address: string, serverNow: number): () => void {
		this.#ahead = serverNow - Date.now();
		this.now = serverNow;
		this.alive = true;
		this.elsewhere = false;
		this.#listen(address);
		const tick = setInterval(() => {
			this.now = Date.now() + this.#ahead;
		}, 1000);
		return () => {
			clearInterval(tick);
			clearTimeout(this.#again);
			this.#source?.close();
		};
	}

	#listen(address: string): void {
		const source = new EventSource(address);
		this.#source = source;
		source.addEventListener('now', (event: MessageEvent<string>) => {
			this.progress = JSON.parse(event.data) as Progress;
			this.behindSince = null;
		});
		source.addEventListener('elsewhere', () => {
			source.close();
			this.elsewhere = true;
		});
		source.addEventListener('error', () => {
			if (this.elsewhere) return;
			this.behindSince ??= Date.now() + this.#ahead;
			// A browser comes back by itself after a break, but not after a refusal.
			if (source.readyState === EventSource.CLOSED)
				this.#again = setTimeout(() => {
					this.#listen(address);
				}, RETRY);
		});
	}
}
