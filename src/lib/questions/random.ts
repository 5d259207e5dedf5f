/**
 * Seeded randomness for drawing and shuffling: the same seed gives the same quiz on a server, in a
 * browser and next year. Not for secrets.
 */

/** 53-bit hash of a string (cyrb53 by bryc, public domain), well mixed for short inputs. */
export function hash(text: string, seed = 0): number {
	let h1 = 0xdeadbeef ^ seed;
	let h2 = 0x41c6ce57 ^ seed;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		h1 = Math.imul(h1 ^ unit, 2654435761);
		h2 = Math.imul(h2 ^ unit, 1597334677);
	}
	h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
	h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
	return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}

/** A short id from text: `length` characters of base 36. */
export function shortId(text: string, length = 6): string {
	return hash(text).toString(36).padStart(11, '0').slice(-length);
}

/** A generator of numbers in [0, 1) from a seed (mulberry32 by Tommy Ettinger, public domain). */
export function random(seed: string): () => number {
	let state = hash(seed) >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** A shuffled copy (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
	const next = random(seed);
	const copy = [...items];
	for (let i = copy.length - 1; i > 0; i--) {
		const j = Math.floor(next() * (i + 1));
		const held = copy[i] as T;
		copy[i] = copy[j] as T;
		copy[j] = held;
	}
	return copy;
}
