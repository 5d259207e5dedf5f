import { describe, expect, it } from 'vitest';
import { lastingStore } from './lasting.ts';
import { memoryStore, type DeviceStore } from './store.ts';
import { kept, row } from './testing.ts';

const full = (): Promise<never> =>
	Promise.reject(new DOMException('no room', 'QuotaExceededError'));

describe('a store that may not keep anything', () => {
	it('says so and goes on in memory', async () => {
		const store = await lastingStore(() => Promise.reject(new Error('forbidden')));
		await store.keep(kept());
		await store.add('attempt', () => row('x', 0));
		expect(store.lasts()).toBe(false);
		expect(await store.attempt('attempt')).toBeDefined();
		expect(await store.rows('attempt')).toHaveLength(1);
	});
});

describe('a store that is full', () => {
	async function filled() {
		const disk: DeviceStore = memoryStore();
		await disk.add('attempt', () => row('before', 0));
		const store = await lastingStore(() => Promise.resolve({ ...disk, add: full }));
		return { disk, store };
	}

	it('has both what was kept before and what came after', async () => {
		const { store } = await filled();
		expect(store.lasts()).toBe(true);
		await store.add('attempt', () => row('after', 1));
		expect(store.lasts()).toBe(false);
		const rows = await store.rows();
		expect(rows.map(({ op }) => op)).toEqual(['before', 'after']);
	});

	it('lets go what is acknowledged, wherever it lies', async () => {
		const { disk, store } = await filled();
		await store.add('attempt', () => row('after', 1));
		await store.settle({ gone: ['before', 'after'], refused: [] });
		expect(await store.rows()).toEqual([]);
		expect(await disk.rows()).toEqual([]);
	});
});
