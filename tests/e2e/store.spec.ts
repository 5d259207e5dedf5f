// What the built server does with its store as it starts and as it stops.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
let folder = '';

test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'says-who-store-'));
});

test.afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** Serves until it ends by itself, or until it is ready and told to stop. */
async function serve(env: Record<string, string>) {
	const child = spawn(process.execPath, ['src/cli/node.js', 'src/cli/serve.ts'], {
		cwd: root,
		env: {
			...process.env,
			PORT: '0',
			HOST: '127.0.0.1',
			DATABASE_URL: '',
			DATA_DIR: folder,
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	let complained = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		printed += text;
		if (printed.includes('Says Who is at')) child.kill('SIGTERM');
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
	const [status] = (await once(child, 'close')) as [number | null];
	return { status, printed, complained };
}

test('the store is made as the server starts and closed as it stops', async () => {
	const { status, complained } = await serve({});
	expect({ status, complained }).toEqual({ status: 0, complained: '' });
	expect(existsSync(join(folder, 'says-who.db'))).toBe(true);
	// SQLite takes its log away when the last connection is closed in good order.
	expect(existsSync(join(folder, 'says-who.db-wal'))).toBe(false);
});

test('a file that is no database costs one line and status 1', async () => {
	writeFileSync(join(folder, 'says-who.db'), 'Dear diary, '.repeat(1000));
	const { status, printed, complained } = await serve({});
	expect({ status, printed }).toEqual({ status: 1, printed: '' });
	expect(complained).toMatch(
		/^The database \S+ cannot be opened \(file is not a database\): .*\.\n$/
	);
});

test('a PostgreSQL that is not there costs one line without its password, and status 1', async () => {
	const { status, printed, complained } = await serve({
		DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/says_who'
	});
	expect({ status, printed }).toEqual({ status: 1, printed: '' });
	expect(complained).toMatch(/^The database \S+ cannot be opened \(.*\): .*DATABASE_URL.*\.\n$/);
	expect(complained).not.toContain('secret');
});
