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

async function open(env: NodeJS.ProcessEnv, folder: string): Promise<Store> {
	const { dataDir, databaseUrl } = parseSettings(env, folder);
	prepareDataDir(dataDir);
	const place: Place =
		databaseUrl === undefined
			? { engine: 'sqlite', file: join(dataDir, 'says-who.db') }
			: { engine: 'postgres', url: databaseUrl };
	const store = await openStore(place, {
		now: Date.now(),
		report: (message) => process.stderr.write(`${message}\n`)
	});
	process.once('sveltekit:shutdown', () => void store.close());
	return store;
}
