// Starts the built server for a measurement or a test, on a free port with a folder of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface RunningServer {
	/** Without a slash at its end. */
	address: string;
	/** Its own, for tests that look into its store from the side. */
	dataDir: string;
	process: ChildProcess;
	/** What it has printed so far. */
	printed: () => string;
	stop: () => Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');

/**
 * @param nodeFlags flags for Node itself, before the script
 * @param env variables of this server alone; a DATA_DIR that is named here outlives it
 * @throws when the server ends before it prints its address; the message holds what it printed
 */
export async function startServer(
	nodeFlags: readonly string[] = [],
	env: Readonly<Record<string, string>> = {}
): Promise<RunningServer> {
	const dataDir = mkdtempSync(join(tmpdir(), 'says-who-'));
	const child = spawn(process.execPath, [...nodeFlags, join(root, 'src/cli/serve.ts')], {
		cwd: root,
		env: {
			...process.env,
			PORT: '0',
			HOST: '127.0.0.1',
			DATA_DIR: dataDir,
			DATABASE_URL: undefined,
			...env
		},
		stdio: ['ignore', 'pipe', 'inherit', 'ipc']
	});
	let printed = '';
	const address = await new Promise<string>((settle, reject) => {
		child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
			printed += chunk;
			const [, found] = / at (http:\/\/localhost:\d+)\)?\n/u.exec(printed) ?? [];
			if (found !== undefined) settle(found);
		});
		child.once('exit', () => {
			reject(new Error(`The server ended before it was ready: ${printed}`));
		});
	});
	return {
		address,
		dataDir,
		process: child,
		printed: () => printed,
		async stop() {
			const ended = once(child, 'exit');
			child.kill('SIGTERM');
			await ended;
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}
