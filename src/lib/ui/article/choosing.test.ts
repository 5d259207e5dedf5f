import { describe, expect, it } from 'vitest';
import { Choosing } from './choosing.svelte.ts';

describe('choosing sentences', () => {
	it('replaces the one chosen sentence by the next', () => {
		const choosing = new Choosing('r', 1);
		choosing.set(3, true);
		choosing.set(7, true);
		expect(choosing.chosen).toEqual([7]);
		expect(choosing.isFull).toBe(false);
	});

	it('is full at the number that the stem names, until one is given back', () => {
		const choosing = new Choosing('e', 2, [4]);
		expect(choosing.isFull).toBe(false);
		choosing.set(5, true);
		expect(choosing.isFull).toBe(true);
		choosing.set(4, false);
		expect(choosing.chosen).toEqual([5]);
		expect(choosing.isFull).toBe(false);
	});

	it('takes no more than the cap from a form', () => {
		expect(new Choosing('r', 2, [1, 2, 3]).chosen).toEqual([1, 2]);
	});
});
