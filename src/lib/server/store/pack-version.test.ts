import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { NOW, describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { firstPack } from '../../../../tests/support/pack.ts';
import { insertPackVersion, selectOptionalPackVersion, selectPackVersion } from './pack-version.ts';

const pack = firstPack();

describeOnBothEngines('A pack version', (open) => {
	it('comes back as it was stored', async () => {
		const { db } = await open();
		const stored = await insertPackVersion(db, pack, NOW);
		expect(stored.pack).toEqual(pack);
		expect(stored.created_at).toBe(NOW);
		expect(await selectPackVersion(db, pack.slug, pack.version)).toEqual(stored);
	});

	it('is stored once, whoever is first', async () => {
		const { db } = await open();
		const rows = await Promise.all([0, 1, 2, 3].map((i) => insertPackVersion(db, pack, NOW + i)));
		expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
		expect(await db.selectFrom('pack_version').select('id').execute()).toHaveLength(1);
	});

	it('is refused where another one has its slug and version', async () => {
		const { db } = await open();
		await insertPackVersion(db, pack, NOW);
		const other = { ...pack, teaser: 'Another' };
		await expect(insertPackVersion(db, other, NOW)).rejects.toThrow('Another pack is stored');
	});

	it('is absent under a version that was never stored', async () => {
		const { db } = await open();
		await insertPackVersion(db, pack, NOW);
		expect(await selectOptionalPackVersion(db, pack.slug, '0000000000')).toBeUndefined();
		await expect(selectPackVersion(db, 'no-such', pack.version)).rejects.toThrow('no pack version');
	});

	it('is not handed out when its content is no longer what was stored', async () => {
		const { db, engine } = await open();
		await insertPackVersion(db, pack, NOW);
		const on = engine === 'postgres' ? sql` on pack_version` : sql``;
		await sql`drop trigger pack_version_never_changes${on}`.execute(db);
		await db.updateTable('pack_version').set({ content: '{}' }).execute();
		await expect(selectPackVersion(db, pack.slug, pack.version)).rejects.toThrow(
			'not what was stored'
		);
	});
});
