// What the built server does with its store as it starts and as it stops.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { openStore } from '../../src/lib/server/store/store.ts';
import { makeClass, makeTeacher } from '../support/school.ts';
import { startServer } from '../support/server.ts';

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

test('a page that cannot save says so with 503 and Retry-After, and saves once the store takes it', async () => {
	const server = await startServer();
	try {
		const file = join(server.dataDir, 'says-who.db');
		const store = await openStore({ engine: 'sqlite', file }, { now: Date.now(), report: fail });
		const ends_at = Date.now() + 24 * 60 * 60 * 1000;
		const group = await makeClass(store.db, await makeTeacher(store.db), { ends_at });
		await store.close();
		const joining = () =>
			fetch(`${server.address}/join/${group.join_code}?/nickname`, {
				method: 'POST',
				headers: { accept: 'text/html', origin: server.address },
				body: new URLSearchParams({ nickname: 'Owl' })
			});

		const other = new DatabaseSync(file);
		other.exec('begin immediate');
		const refused = await joining();
		expect(refused.status).toBe(503);
		expect(refused.headers.get('retry-after')).toMatch(/^\d+$/u);
		expect(await refused.text()).toContain('Nothing can be saved just now');
		other.exec('rollback');
		other.close();

		const joined = await joining();
		expect(joined.status).toBe(200);
		expect(joined.headers.getSetCookie().join()).toContain('says-who-learner=');
	} finally {
		await server.stop();
	}
});

test('where no page can be drawn, a person still reads what happened and gets on', async () => {
	const server = await startServer();
	try {
		const refused = await fetch(`${server.address}/teach/classes?/make`, {
			method: 'POST',
			headers: { accept: 'text/html', origin: server.address },
			body: new URLSearchParams({ name: '8b' })
		});
		expect(refused.status).toBe(401);
		const text = await refused.text();
		expect(text).toContain('Sign in first. This page is for teachers who are signed in.');
		expect(text).toContain('<a href="/">');
	} finally {
		await server.stop();
	}
});

function fail(message: string): never {
	throw new Error(message);
}
