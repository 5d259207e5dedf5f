/**
 * The packs that this browser keeps, and its copy of the library: in a cache of their own, which the
 * service worker leaves alone. Public texts and questions, asked for without saying who asks; no answer,
 * nothing of a class.
 *
 * What is taken out is looked at first. What is not what it should be is thrown away, and counts as not
 * kept.
 */
import type { PackVersion } from '../questions/pack.ts';
import type { Library, LibraryEntry } from './library.ts';

const name = 'says-who-packs';
const libraryAddress = '/packs';

/** Which pack: what its address is made of. */
export type PackName = Pick<LibraryEntry, 'slug' | 'version'>;

const addressOf = ({ slug, version }: PackName) =>
	`/packs/${encodeURIComponent(slug)}/${encodeURIComponent(version)}`;

/** undefined where the browser keeps nothing: on plain http, or where it is forbidden. */
async function openShelf(): Promise<Cache | undefined> {
	try {
		return await caches.open(name);
	} catch {
		return undefined;
	}
}

/** The packs that are kept, in the order in which they came. */
export async function listKept(): Promise<PackName[]> {
	const shelf = await openShelf();
	const kept = (await shelf?.keys()) ?? [];
	return kept.flatMap(({ url }) => {
		const [, slug, version] = /\/packs\/([^/]+)\/([^/]+)$/u.exec(url) ?? [];
		return slug !== undefined && version !== undefined ? [{ slug, version }] : [];
	});
}

/** @param version null: whichever is kept, the newest to come where there are several */
export async function keptPack(
	slug: string,
	version: string | null
): Promise<PackVersion | undefined> {
	const named = (await listKept()).findLast(
		(pack) => pack.slug === slug && (version === null || pack.version === version)
	);
	return named && takeOut(addressOf(named), isPack(named));
}

/**
 * Fetches a pack and keeps it. Where the browser refuses to keep it, it can still be used.
 *
 * @throws {TypeError} when it cannot be had
 */
export async function fetchPack(
	named: PackName,
	signal?: AbortSignal
): Promise<{ pack: PackVersion; kept: boolean }> {
	const { found, kept } = await fetchAndKeep(addressOf(named), isPack(named), signal);
	return { pack: found, kept };
}

/** The library as the server has it now; a copy is kept. @throws {TypeError} when it cannot be had */
export const fetchLibrary = async (): Promise<Library> =>
	(await fetchAndKeep(libraryAddress, isLibrary)).found;

export const keptLibrary = (): Promise<Library | undefined> => takeOut(libraryAddress, isLibrary);

/**
 * Puts in order what is kept: a pack in a version that the library does not name any more is replaced by
 * the one that it names, and goes once that has come; one that is not whole is fetched again.
 *
 * @param all fetch what is not kept at all, too
 */
export async function mendKept({ articles }: Library, all: boolean): Promise<void> {
	const shelf = await openShelf();
	const kept = await listKept();
	for (const named of articles) {
		const mine = kept.filter(({ slug }) => slug === named.slug);
		const isHere =
			mine.some(({ version }) => version === named.version) &&
			(await takeOut(addressOf(named), isPack(named))) !== undefined;
		if (!isHere && (all || mine.length > 0)) await fetchPack(named);
	}
	const current = new Set(articles.map(addressOf));
	for (const old of kept.map(addressOf).filter((address) => !current.has(address)))
		await shelf?.delete(old);
}

type Test<Found> = (found: unknown) => found is Found;

const isPack =
	({ slug, version }: PackName): Test<PackVersion> =>
	(found): found is PackVersion =>
		isRecord(found) && found['slug'] === slug && found['version'] === version && 'bank' in found;

const isLibrary: Test<Library> = (found): found is Library =>
	isRecord(found) && Array.isArray(found['articles']);

const isRecord = (found: unknown): found is Record<string, unknown> =>
	typeof found === 'object' && found !== null;

async function takeOut<Found>(address: string, test: Test<Found>): Promise<Found | undefined> {
	const shelf = await openShelf();
	const text = await (await shelf?.match(address))?.text();
	const found = text === undefined ? undefined : parse(text);
	if (test(found)) return found;
	await shelf?.delete(address);
	return undefined;
}

async function fetchAndKeep<Found>(
	address: string,
	test: Test<Found>,
	signal?: AbortSignal
): Promise<{ found: Found; kept: boolean }> {
	const answer = await fetch(address, { credentials: 'omit', ...(signal && { signal }) });
	const text = await answer.text();
	const found = parse(text);
	if (!answer.ok || !test(found)) throw new TypeError(`${address} could not be had`);
	const copy = new Response(text, { headers: { 'content-type': 'application/json' } });
	const kept = await openShelf()
		.then((shelf) => shelf?.put(address, copy).then(() => true))
		.catch(() => false);
	return { found, kept: kept ?? false };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
