// What the server deletes by itself as it starts, by the days that the environment sets.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openStore } from '../../src/lib/server/store/store.ts';
import { makeClass, makeLearner, makeTeacher } from '../support/school.ts';
import { startServer } from '../support/server.ts';

const DAY = 24 * 60 * 60 * 1000;
let folder = '';

test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'says-who-retention-'));
});

test.afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

test('learners of a class that ended longer ago than RETENTION_DAYS go, and the page on privacy names the days', async ({
	page
}) => {
	const open = () =>
		openStore(
			{ engine: 'sqlite', file: join(folder, 'says-who.db') },
			{
				now: Date.now(),
				report: (message) => {
					throw new Error(message);
				}
			}
		);
	const before = await open();
	const teacher = await makeTeacher(before.db);
	for (const [nickname, ago] of [
		['Ada', 3 * DAY],
		['Ben', DAY]
	] as const) {
		const group = await makeClass(before.db, teacher, { ends_at: Date.now() - ago });
		await makeLearner(before.db, group.id, nickname);
	}
	await before.close();

	const server = await startServer([], { DATA_DIR: folder, RETENTION_DAYS: '2' });
	expect(server.printed()).toContain('Retention deleted: learners 1\n');
	await page.goto(`${server.address}/privacy`);
	await expect(page.getByRole('main')).toContainText('2 days after the class ends');
	await server.stop();

	const after = await open();
	expect(await after.db.selectFrom('learner').select('nickname').execute()).toEqual([
		{ nickname: 'Ben' }
	]);
	await after.close();
});
