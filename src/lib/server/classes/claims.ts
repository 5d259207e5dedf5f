// A second claim of one name: somebody says to be who has joined already. The teacher decides with one
// tap; until then the device keeps a secret in a cookie, which becomes its session when it is allowed.

import type { Cookies } from '@sveltejs/kit';
import { requireTaughtClass } from '../access.ts';
import { beginSession } from '../accounts/sessions.ts';
import type { TeacherActor } from '../actor.ts';
import {
	countWaitingClaims,
	decideClaim,
	deleteClaim,
	deleteClaimsBefore,
	insertClaim,
	selectOptionalClaim,
	selectWaitingClaims,
	type WaitingClaim
} from '../store/claim.ts';
import { newId } from '../store/ids.ts';
import { selectOptionalClass } from '../store/class.ts';
import { selectOptionalLearner, type LearnerRow } from '../store/learner.ts';
import { whyClosed, type Closed } from './joining.ts';
import { deleteSessionsOf } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { hashToken, newToken } from '../tokens.ts';

interface Request {
	cookies: Cookies;
	url: URL;
}

/** How long somebody waits for the teacher. */
const WAITS = 24 * 60 * 60 * 1000;
/** Claims of one name at a time. */
const AT_ONCE = 5;

const isSecure = (url: URL): boolean => url.protocol === 'https:';
const nameOf = (url: URL): string => `${isSecure(url) ? '__Host-' : ''}says-who-claim`;

/** For the page about privacy. */
export const claimCookieOf = (url: URL): { name: string; days: number } => ({
	name: nameOf(url),
	days: WAITS / (24 * 60 * 60 * 1000)
});

/**
 * Claims a name that somebody has, where learners pick themselves and joining is open.
 * @returns what is in the way, or undefined once it waits for the teacher
 */
export async function claimName(
	db: Db,
	request: Request,
	{ classId, learnerId }: { classId: string; learnerId: string },
	now: number
): Promise<Closed | 'not-listed' | 'too-many' | undefined> {
	const group = await selectOptionalClass(db, classId);
	const learner = await selectOptionalLearner(db, learnerId);
	if (group?.join_by !== 'list' || learner?.class_id !== classId || learner.joined_at === null)
		return 'not-listed';
	const closed = await whyClosed(db, group, now);
	if (closed) return closed;
	return (await beginClaim(db, request, learner, now)) ? undefined : 'too-many';
}

/** @returns whether it waits now; there may be too many for one name */
async function beginClaim(
	db: Db,
	{ cookies, url }: Request,
	{ id: learnerId, ...learner }: LearnerRow,
	now: number
): Promise<boolean> {
	const token = newToken();
	await deleteClaimsBefore(db, learner.class_id, now - WAITS);
	const before = await readClaim(db, { cookies, url }, now);
	if (before?.learner_id === learnerId && before.allowed === null) return true;
	if ((await countWaitingClaims(db, learnerId, now - WAITS)) >= AT_ONCE) return false;
	if (before) await deleteClaim(db, before.id);
	await insertClaim(db, {
		id: newId(),
		learner_id: learnerId,
		token_hash: hashToken(token),
		created_at: now,
		decided_at: null,
		allowed: null
	});
	cookies.set(nameOf(url), token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(url),
		maxAge: WAITS / 1000
	});
	return true;
}

async function readClaim(db: Db, { cookies, url }: Request, now: number) {
	const token = cookies.get(nameOf(url));
	return token === undefined ? undefined : selectOptionalClaim(db, hashToken(token), now - WAITS);
}

export type Waiting =
	| { state: 'waiting' | 'declined'; nickname: string; classId: string }
	/** The session has begun. */
	| { state: 'allowed' }
	| { state: 'none' };

/** How this device's claim stands; one that was allowed becomes its session, once. */
export async function lookAtClaim(db: Db, request: Request, now: number): Promise<Waiting> {
	const token = request.cookies.get(nameOf(request.url));
	const claim = await readClaim(db, request, now);
	if (token === undefined || !claim) return { state: 'none' };
	const { nickname, class_id: classId } = claim;
	if (claim.allowed === null) return { state: 'waiting', nickname, classId };
	if (claim.allowed === 0) return { state: 'declined', nickname, classId };
	const begun = await db.transaction().execute(async (trx) => {
		if (!(await deleteClaim(trx, claim.id))) return false;
		await beginSession(trx, request, { learner: claim.learner_id }, now, token);
		return true;
	});
	if (!begun) return { state: 'none' };
	forgetClaim(request);
	return { state: 'allowed' };
}

export function forgetClaim({ cookies, url }: Request): void {
	cookies.delete(nameOf(url), { path: '/', secure: isSecure(url) });
}

/** Who waits for the teachers of a class. */
export async function waitingClaims(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	now: number
): Promise<WaitingClaim[]> {
	await requireTaughtClass(db, teacher, classId);
	return selectWaitingClaims(db, classId, now - WAITS);
}

/**
 * - `allow`: the device gets in, beside those that are signed in already.
 * - `replace`: it gets in, and all others of this learner are signed out.
 * - `decline`: it is told that it was not let in.
 */
export type ClaimDecision = 'allow' | 'replace' | 'decline';

/** Deciding one a second time changes nothing. */
export async function decide(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	claimId: string,
	{ decision, now }: { decision: ClaimDecision; now: number }
): Promise<void> {
	await requireTaughtClass(db, teacher, classId);
	await db.transaction().execute(async (trx) => {
		const claim = await decideClaim(trx, classId, claimId, {
			decided_at: now,
			allowed: decision === 'decline' ? 0 : 1
		});
		if (claim && decision === 'replace') await deleteSessionsOf(trx, { learner: claim.learner_id });
	});
}
