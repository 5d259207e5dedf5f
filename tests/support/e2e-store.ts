// The store of the server under test, from the side: tests put a school into it and sign in without
// walking through the pages that other tests are about.

import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { newId } from '../../src/lib/server/store/ids.ts';
import { insertSession } from '../../src/lib/server/store/session.ts';
import { openStore, type Db, type Store } from '../../src/lib/server/store/store.ts';
import { hashToken } from '../../src/lib/server/tokens.ts';

/** Opens it as a second process would; the caller closes it. */
export function openE2eStore(): Promise<Store> {
	const folder = process.env['E2E_DATA_DIR'];
	if (folder === undefined) throw new Error('E2E_DATA_DIR is not set');
	return openStore(
		{ engine: 'sqlite', file: join(folder, 'says-who.db') },
		{
			now: Date.now(),
			report: (message) => {
				throw new Error(message);
			}
		}
	);
}

/** Signs a browser in as somebody, the way a sign-in page would. */
export async function signIn(
	context: BrowserContext,
	db: Db,
	who: { teacher: { id: string } } | { learner: { id: string } }
): Promise<void> {
	const token = newId();
	const now = Date.now();
	await insertSession(db, {
		token_hash: hashToken(token),
		teacher_id: 'teacher' in who ? who.teacher.id : null,
		learner_id: 'learner' in who ? who.learner.id : null,
		created_at: now,
		expires_at: now + 24 * 60 * 60 * 1000
	});
	await context.addCookies([
		{
			name: 'teacher' in who ? 'says-who-teacher' : 'says-who-learner',
			value: token,
			domain: 'localhost',
			path: '/',
			httpOnly: true,
			sameSite: 'Lax'
		}
	]);
}
