import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listPrerendered } from './prerendered.ts';

it('names each prerendered page by the path that a request has', () => {
	const folder = mkdtempSync(join(tmpdir(), 'says-who-prerendered-'));
	mkdirSync(join(folder, 'help'));
	for (const file of ['index.html', 'about.html', 'about.html.br', 'help/index.html', 'x.json']) {
		writeFileSync(join(folder, file), '');
	}
	expect([...listPrerendered(folder)].sort()).toEqual(['/', '/about', '/help/']);
	rmSync(folder, { recursive: true });
});

it('is empty where nothing was prerendered', () => {
	expect(listPrerendered(join(tmpdir(), 'no-such-folder')).size).toBe(0);
});
