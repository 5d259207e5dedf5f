// Signing in, and whatever else asks for the password once more.

import type { Db } from '../store/store.ts';
import { selectOptionalTeacherByEmail } from '../store/teacher.ts';
import { verifyPassword } from './password.ts';
import { newSignInLimit, type SignInLimit } from './rate-limit.ts';

const limit = newSignInLimit();

/** Why somebody is not let in; `wait` says for how many seconds. */
export type Refused = { fault: 'wrong-password' } | { fault: 'wait'; seconds: number };

/**
 * An email that nobody has is answered like a wrong password, and as slowly.
 * @param limits of this process, unless a test brings its own
 */
export async function checkPassword(
	db: Db,
	tried: { email: string; password: string; address: string },
	now: number,
	limits: SignInLimit = limit
): Promise<{ teacher: string } | Refused> {
	const { email, password, address } = tried;
	const begun = limits.begin({ account: email, address }, now);
	if ('seconds' in begun) return { fault: 'wait', seconds: begun.seconds };
	const row = await selectOptionalTeacherByEmail(db, email);
	const right = await verifyPassword(password, row?.password_hash ?? null);
	if (!row || !right) return { fault: 'wrong-password' };
	begun.succeed();
	return { teacher: row.id };
}

/** A new password was set with a link: what was tried before says nothing any more. */
export function forgiveAccount(email: string): void {
	limit.forgive(email);
}
