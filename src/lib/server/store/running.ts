// The store of the running server: opened as it starts, closed as it stops. A page that keeps nothing
// asks for none.

import { join } from 'node:path';
import { parseSettings, prepareDataDir } from '../../../cli/lib/settings.js';
import { openStore, type Place, type Store } from './store.ts';

let running: Promise<Store> | undefined;

/** @throws Complaint when it cannot be opened */
export function openRunningStore(env: NodeJS.ProcessEnv, folder: string): Promise<Store> {
	running ??= open(env, folder);
	return running;
}

/** Where the store of these settings lies. */
export const placeOf = ({
	dataDir,
	databaseUrl
}: {
	dataDir: string;
	databaseUrl: string | undefined;
}): Place =>
	databaseUrl === undefined
		? { engine: 'sqlite', file: join(dataDir, 'says-who.db') }
		: { engine: 'postgres', url: databaseUrl };

async function open(env: NodeJS.ProcessEnv, folder: string): Promise<Store> {
	const settings = parseSettings(env, folder);
	prepareDataDir(settings.dataDir);
	const store = await openStore(placeOf(settings), {
		now: Date.now(),
		report: (message) => process.stderr.write(`${message}\n`)
	});
	process.once('sveltekit:shutdown', () => void store.close());
	return store;
}
