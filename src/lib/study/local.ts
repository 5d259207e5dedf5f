/** What a browser answers by itself: the views of the packs that it has. Loaded later, by `engine.ts`. */
import type { PackVersion } from '../questions/pack.ts';
import { fetchPack, keptPack } from './kept.ts';
import { views, type Views } from './views.ts';

export { keptLibrary } from './kept.ts';

/** Packs that are open, the latest of each article. */
const open = new Map<string, PackVersion>();

/** Packs that are being fetched, by `slug/version`. */
const coming = new Map<string, Promise<PackVersion>>();

/** undefined: the pack is not here. @throws {import('./trouble.ts').Trouble} as the view does */
export async function viewOf<What extends keyof Views>(
	what: What,
	slug: string,
	params: URLSearchParams
): Promise<Views[What] | undefined> {
	const pack = await openKept(slug, params.get('v'));
	return pack && views[what](pack, params);
}

async function openKept(slug: string, version: string | null): Promise<PackVersion | undefined> {
	const here = open.get(slug);
	if (here && (version === null || here.version === version)) return here;
	const kept = await keptPack(slug, version);
	if (kept) open.set(slug, kept);
	return kept;
}

/** Opens a pack that is kept, or fetches and keeps it. @throws when it cannot be had */
export async function openPack(slug: string, version: string): Promise<void> {
	if (await openKept(slug, version)) return;
	const key = `${slug}/${version}`;
	const fetched = coming.get(key) ?? fetchPack({ slug, version }).then(({ pack }) => pack);
	coming.set(key, fetched);
	try {
		open.set(slug, await fetched);
	} finally {
		coming.delete(key);
	}
}
