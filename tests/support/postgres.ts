// The one PostgreSQL of a run of the tests: Vitest starts it before the first file and stops it after
// the last. If it cannot start, the tests that need it say why and the others run.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of a database to make others from; or why there is none. */
		postgres: { url: string } | { failure: string };
	}
}

let keeper: ChildProcess | undefined;

export async function setup(project: TestProject): Promise<void> {
	keeper = spawn(process.execPath, [join(import.meta.dirname, 'postgres-keeper.ts')], {
		stdio: ['pipe', 'pipe', 'pipe']
	});
	let printed = '';
	let complained = '';
	keeper.stderr?.setEncoding('utf8').on('data', (text: string) => (complained += text));
	const address = new Promise<string>((settle) => {
		keeper?.stdout?.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
			if (printed.endsWith('\n')) settle(printed.trim());
		});
	});
	const url = await Promise.race([address, once(keeper, 'close').then(() => undefined)]);
	project.provide(
		'postgres',
		url === undefined ? { failure: `PostgreSQL did not start: ${complained}` } : { url }
	);
}

export async function teardown(): Promise<void> {
	if (keeper?.exitCode !== null || keeper.signalCode !== null) return;
	const ended = once(keeper, 'close');
	keeper.stdin?.end();
	await ended;
}
