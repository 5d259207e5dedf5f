// How often a wrong password may be tried, in this process's memory. Only failures count, so a staff
// room that signs in through one address is never held up; a reset link gets in past any of it.

import { hashToken } from '../tokens.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

interface Rule {
	/** Failures that cost nothing. */
	free: number;
	/** Milliseconds after the first failure beyond; each further one doubles it. */
	first: number;
	longest: number;
	/** After so long without a failure, all are forgotten. */
	forget: number;
}

/** One account: a guesser gets a few hundred tries a day, its owner waits five minutes at the worst. */
const ACCOUNT: Rule = { free: 5, first: 10 * SECOND, longest: 5 * MINUTE, forget: 60 * MINUTE };
/** One address may be a whole school, or a proxy that all come through. */
const ADDRESS: Rule = { free: 100, first: SECOND, longest: 10 * SECOND, forget: 10 * MINUTE };

/** Accounts or addresses that are remembered; beyond, the longest calm are forgotten first. */
const REMEMBERED = 10_000;

interface Tally {
	failures: number;
	/** When the last one was. */
	at: number;
}

class Tallies {
	readonly #rule: Rule;
	/** In the order of their last failure. */
	readonly #byKey = new Map<string, Tally>();

	constructor(rule: Rule) {
		this.#rule = rule;
	}

	/** Milliseconds until the next try. */
	wait(key: string, now: number): number {
		const { free, first, longest } = this.#rule;
		const { failures, at } = this.#read(key, now);
		const beyond = failures - free;
		if (beyond < 0) return 0;
		return Math.max(0, at + Math.min(longest, first * 2 ** beyond) - now);
	}

	count(key: string, now: number): void {
		const { failures } = this.#read(key, now);
		this.#write(key, { failures: failures + 1, at: now });
	}

	/** Takes back one that was counted and proved to be none. */
	refund(key: string, now: number): void {
		const { failures, at } = this.#read(key, now);
		this.clear(key);
		if (failures > 1) this.#write(key, { failures: failures - 1, at });
	}

	clear(key: string): void {
		this.#byKey.delete(key);
	}

	#read(key: string, now: number): Tally {
		const tally = this.#byKey.get(key);
		return tally && now - tally.at < this.#rule.forget ? tally : { failures: 0, at: now };
	}

	#write(key: string, tally: Tally): void {
		this.#byKey.delete(key);
		this.#byKey.set(key, tally);
		const [oldest] = this.#byKey.keys();
		if (this.#byKey.size > REMEMBERED && oldest !== undefined) this.#byKey.delete(oldest);
	}
}

/** A try that has been let through and counts as a failure until it is said not to be one. */
interface Try {
	succeed: () => void;
}

export interface SignInLimit {
	/** Counts at once, so that many tries sent together cannot all slip through. */
	begin: (who: { account: string; address: string }, now: number) => Try | { seconds: number };
	/** Forgets the failures of an account. */
	forgive: (account: string) => void;
}

export function newSignInLimit(): SignInLimit {
	const accounts = new Tallies(ACCOUNT);
	const addresses = new Tallies(ADDRESS);
	return {
		begin({ account, address }, now) {
			// Of one length, whatever was typed.
			const key = hashToken(account);
			const wait = Math.max(accounts.wait(key, now), addresses.wait(address, now));
			if (wait > 0) return { seconds: Math.ceil(wait / SECOND) };
			accounts.count(key, now);
			addresses.count(address, now);
			return {
				succeed() {
					accounts.clear(key);
					addresses.refund(address, now);
				}
			};
		},
		forgive(account) {
			accounts.clear(hashToken(account));
		}
	};
}
