// The link with which the first account is made, printed as the server starts. Whoever starts the server
// is whoever may set it up.

import type { Db } from '../store/store.ts';
import { makeSetUpLink } from './links.ts';

/**
 * Makes the link now and prints it when the server has said where it is. Prints nothing where somebody
 * has an account.
 * @param env ORIGIN: the address that people use, for the link; a request's Host header has no say
 */
export async function announceSetUp(db: Db, env: NodeJS.ProcessEnv, now: number): Promise<void> {
	const path = await makeSetUpLink(db, now);
	if (path === undefined) return;
	const print = () => {
		process.stdout.write(
			`Nobody has an account yet. Make the first one at ${env['ORIGIN'] ?? ''}${path}\n`
		);
	};
	// Vite serves without our own entry, and says nothing when it is ready.
	if (env['ORIGIN'] === undefined) print();
	else process.once('says-who:ready', print);
}
