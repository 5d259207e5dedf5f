// How many wrong codes an address may send. Only failures count, since a whole school may share one
// address and a right code costs nothing. It lies in memory: a restart forgives.

interface Bucket {
	/** Failures still allowed, as of `at`. */
	left: number;
	at: number;
}

/** Addresses that are remembered at most; those that have long been full again go first. */
const REMEMBERED = 10_000;

export class FailureLimit {
	readonly #buckets = new Map<string, Bucket>();
	readonly #most: number;
	readonly #each: number;

	/**
	 * @param most failures in a row
	 * @param each milliseconds until one more is allowed
	 */
	constructor(most: number, each: number) {
		this.#most = most;
		this.#each = each;
	}

	/** Milliseconds until the address may try again; 0: now. */
	wait(address: string, now: number): number {
		const left = this.#left(address, now);
		return left >= 1 ? 0 : Math.ceil((1 - left) * this.#each);
	}

	failed(address: string, now: number): void {
		const left = Math.max(0, this.#left(address, now) - 1);
		this.#buckets.delete(address);
		if (this.#buckets.size >= REMEMBERED) this.#forget(now);
		this.#buckets.set(address, { left, at: now });
	}

	#left(address: string, now: number): number {
		const bucket = this.#buckets.get(address);
		if (!bucket) return this.#most;
		// A clock that goes backwards gives nothing and takes nothing.
		return Math.min(this.#most, bucket.left + Math.max(0, now - bucket.at) / this.#each);
	}

	/** Those that are full again, and the one that failed longest ago. */
	#forget(now: number): void {
		for (const address of this.#buckets.keys())
			if (this.#left(address, now) >= this.#most) this.#buckets.delete(address);
		const [oldest] = this.#buckets.keys();
		if (oldest !== undefined) this.#buckets.delete(oldest);
	}
}
