/** The packs that this installation serves. All of them were proved when the app was built. */
import { brotliCompressSync, constants } from 'node:zlib';
import type { PackVersion } from '$lib/questions/pack';
import { catalogueOf, type Catalogue } from '$lib/study/catalogue';
import { libraryOf, type Library } from '$lib/study/library';
import { Trouble } from '$lib/study/trouble';
import { packs } from 'virtual:packs';

/**
 * The easiest text first, by LIX and not by level alone: whoever is new and begins at the top meets the
 * method before they meet long sentences, and the next text is one step harder.
 */
const inOrder = packs.toSorted((a, b) => a.lix - b.lix || (a.slug < b.slug ? -1 : 1));

/** Every pack, in the order in which pages list them. */
export const listPacks = (): readonly PackVersion[] => inOrder;

/** A pack by slug and, where one is wanted, exactly that version of it. */
export function selectOptionalPack(slug: string, version?: string): PackVersion | undefined {
	return packs.find(
		(pack) => pack.slug === slug && (version === undefined || pack.version === version)
	);
}

/** @throws Trouble `no-article` */
export function selectPack(slug: string): PackVersion {
	const pack = selectOptionalPack(slug);
	if (!pack) throw new Trouble('no-article');
	return pack;
}

const written = new Map<PackVersion, string>();

/** A pack version as JSON, written once; undefined when there is no such version. */
export function packJson(slug: string, version: string): string | undefined {
	const pack = selectOptionalPack(slug, version);
	if (!pack) return undefined;
	const json = written.get(pack) ?? JSON.stringify(pack);
	written.set(pack, json);
	return json;
}

/** As the server compresses what it sends (http/listener.ts). */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const weigh = ({ slug, version }: PackVersion): number =>
	brotliCompressSync(packJson(slug, version) ?? '', quality).length;

let listed: Library | undefined;

/** What the library holds, put together once. */
export const library = (): Library => (listed ??= libraryOf(inOrder, weigh));

let asked: Catalogue | undefined;

/** What could be asked, put together once. */
export const catalogue = (): Catalogue => (asked ??= catalogueOf(inOrder));
