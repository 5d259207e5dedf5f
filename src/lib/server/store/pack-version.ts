// Rows of pack_version: packs as they were when something first needed them, for as long as anything
// refers to them.

import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { buildArticle } from '../../article/article.ts';
import { lix } from '../../article/readability.ts';
import type { PackVersion } from '../../questions/pack.ts';
import { newId } from './ids.ts';
import type { Db } from './store.ts';

const Row = v.pipe(
	v.object({
		id: v.string(),
		slug: v.string(),
		version: v.string(),
		hash: v.string(),
		content: v.string(),
		created_at: v.number()
	}),
	// A pack is proved when it is built; the hash proves that this is still the one that was.
	v.check(({ content, hash }) => hashOf(content) === hash, 'The content is not what was stored.'),
	v.transform(({ content, ...row }) => ({ ...row, pack: parsePack(content) }))
);

type Stored = Omit<PackVersion, 'lix' | 'source'> & {
	lix?: number;
	source: Omit<PackVersion['source'], 'invented'> & { invented?: boolean };
};

/** Packs stored before texts were measured say nothing of that; of those none was for practice. */
function parsePack(content: string): PackVersion {
	const stored = JSON.parse(content) as Stored;
	return {
		...stored,
		lix: stored.lix ?? Math.round(lix(buildArticle(stored.text, stored.blocks))),
		source: { ...stored.source, invented: stored.source.invented ?? false }
	};
}

export type PackVersionRow = v.InferOutput<typeof Row>;

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/**
 * Stores a pack version unless it is there.
 * @returns the row, whoever stored it first
 * @throws when another pack lies under this slug and version
 */
export async function insertPackVersion(
	db: Db,
	pack: PackVersion,
	now: number
): Promise<PackVersionRow> {
	const { slug, version } = pack;
	const content = JSON.stringify(pack);
	const hash = hashOf(content);
	await db
		.insertInto('pack_version')
		.values({ id: newId(), slug, version, hash, content, created_at: now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const row = await selectPackVersion(db, slug, version);
	if (row.hash !== hash) throw new Error(`Another pack is stored as ${slug} ${version}.`);
	return row;
}

export async function selectOptionalPackVersion(
	db: Db,
	slug: string,
	version: string
): Promise<PackVersionRow | undefined> {
	const row = await db
		.selectFrom('pack_version')
		.selectAll()
		.where('slug', '=', slug)
		.where('version', '=', version)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** @throws when it is not there */
export async function selectPackVersionById(db: Db, id: string): Promise<PackVersionRow> {
	const row = await db
		.selectFrom('pack_version')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return v.parse(Row, row);
}

/** @throws when it is not there */
export async function selectPackVersion(
	db: Db,
	slug: string,
	version: string
): Promise<PackVersionRow> {
	const row = await selectOptionalPackVersion(db, slug, version);
	if (!row) throw new Error(`There is no pack version ${slug} ${version}.`);
	return row;
}
