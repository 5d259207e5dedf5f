import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchPack, keptPack, listKept, mendKept } from './kept.ts';
import type { Library, LibraryEntry } from './library.ts';

/** A cache as the browser has it, as far as packs need one; text that is not a pack may lie in it. */
class FakeCache {
	readonly held = new Map<string, string>();
	full = false;
	keys = () => Promise.resolve([...this.held.keys()].map((path) => ({ url: `http://x${path}` })));
	match = (path: string) => {
		const text = this.held.get(path);
		return Promise.resolve(text === undefined ? undefined : new Response(text));
	};
	put = async (path: string, answer: Response) => {
		if (this.full) throw new DOMException('full', 'QuotaExceededError');
		this.held.set(path, await answer.text());
	};
	delete = (path: string) => Promise.resolve(this.held.delete(path));
}

let shelf: FakeCache;
let asked: string[];
/** What the server has, by path. */
let served: Record<string, string>;

const text = (slug: string, version: string) => JSON.stringify({ slug, version, bank: [] });
const path = (slug: string, version: string) => `/packs/${slug}/${version}`;
const library = (...names: [slug: string, version: string][]): Library => ({
	articles: names.map(([slug, version]) => ({ slug, version }) as LibraryEntry)
});

beforeEach(() => {
	shelf = new FakeCache();
	asked = [];
	served = { [path('a', '2')]: text('a', '2'), [path('b', '1')]: text('b', '1') };
	vi.stubGlobal('caches', { open: () => Promise.resolve(shelf) });
	vi.stubGlobal('fetch', (address: string, { credentials }: RequestInit) => {
		expect(credentials).toBe('omit');
		asked.push(address);
		const body = served[address];
		if (body === undefined) return Promise.reject(new TypeError('no network'));
		return Promise.resolve(new Response(body));
	});
});
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('a pack that is kept', () => {
	it('is taken out as it was fetched, in the version that is asked for or whichever is here', async () => {
		await fetchPack({ slug: 'a', version: '2' });
		expect(await keptPack('a', '2')).toMatchObject({ slug: 'a', version: '2' });
		expect(await keptPack('a', null)).toMatchObject({ version: '2' });
		expect(await keptPack('a', '1')).toBeUndefined();
		expect(await keptPack('b', null)).toBeUndefined();
	});

	it.each([
		['cut off', text('a', '2').slice(0, -3)],
		['empty', ''],
		['a page', '<!doctype html>'],
		['another pack', text('b', '1')],
		['an error', '{"message":"gone"}'],
		['null', 'null']
	])('is never given out when it is %s, and counts as not kept from then on', async (_, broken) => {
		shelf.held.set(path('a', '2'), broken);
		expect(await keptPack('a', '2')).toBeUndefined();
		expect(await listKept()).toEqual([]);
	});

	it('can be used though the browser refuses to keep it', async () => {
		shelf.full = true;
		const { pack, kept } = await fetchPack({ slug: 'a', version: '2' });
		expect(pack).toMatchObject({ slug: 'a' });
		expect(kept).toBe(false);
	});

	it('is not kept when the server answers something else', async () => {
		served[path('a', '2')] = '<!doctype html>';
		await expect(fetchPack({ slug: 'a', version: '2' })).rejects.toThrow(TypeError);
		expect(shelf.held.size).toBe(0);
	});
});

describe('putting in order what is kept', () => {
	it('replaces an old version by the one that the library names', async () => {
		shelf.held.set(path('a', '1'), text('a', '1'));
		await mendKept(library(['a', '2'], ['b', '1']), false);
		expect([...shelf.held.keys()]).toEqual([path('a', '2')]);
	});

	it('keeps an old version as long as the new one cannot be had', async () => {
		shelf.held.set(path('a', '1'), text('a', '1'));
		served = {};
		await expect(mendKept(library(['a', '2']), false)).rejects.toThrow(TypeError);
		expect([...shelf.held.keys()]).toEqual([path('a', '1')]);
	});

	it('drops what the library does not have any more', async () => {
		shelf.held.set(path('c', '1'), text('c', '1'));
		await mendKept(library(['a', '2']), false);
		expect(shelf.held.size).toBe(0);
		expect(asked).toEqual([]);
	});

	it('fetches again what is broken, and nothing that is whole', async () => {
		shelf.held.set(path('a', '2'), 'broken');
		shelf.held.set(path('b', '1'), text('b', '1'));
		await mendKept(library(['a', '2'], ['b', '1']), false);
		expect(asked).toEqual([path('a', '2')]);
		expect(await keptPack('a', '2')).toBeDefined();
	});

	it('fetches what was never kept only where everything is wanted', async () => {
		await mendKept(library(['a', '2'], ['b', '1']), false);
		expect(asked).toEqual([]);
		await mendKept(library(['a', '2'], ['b', '1']), true);
		expect(await listKept()).toHaveLength(2);
	});
});

describe('where the browser keeps nothing', () => {
	it.each([
		['no caches at all', undefined],
		['caches that are forbidden', { open: () => Promise.reject(new Error('forbidden')) }]
	])('with %s, packs can be used and none is said to be kept', async (_, caches) => {
		vi.stubGlobal('caches', caches);
		expect((await fetchPack({ slug: 'a', version: '2' })).kept).toBe(false);
		expect(await listKept()).toEqual([]);
		expect(await keptPack('a', null)).toBeUndefined();
		await mendKept(library(['a', '2']), false);
	});
});
