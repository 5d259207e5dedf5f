// Who is signed in: sessions of teachers and of learners, each in a cookie of its own. The cookie
// carries a secret, the store keeps its hash. A sign-in always makes a new secret.

import type { Cookies } from '@sveltejs/kit';
import type { Actors } from '../actor.ts';
import { selectOptionalLearner } from '../store/learner.ts';
import { deleteSession, insertSession, selectOptionalSession } from '../store/session.ts';
import type { Db } from '../store/store.ts';
import { selectOptionalTeacher } from '../store/teacher.ts';
import { hashToken, newToken } from '../tokens.ts';

type Who = 'teacher' | 'learner';

const DAY = 24 * 60 * 60 * 1000;
/**
 * How long a session lasts without a new sign-in. A learner's outlasts a school year, as long as browsers
 * keep a cookie at all: nobody finds a return code from September in March.
 */
const LASTS: Record<Who, number> = { teacher: 14 * DAY, learner: 400 * DAY };

/** The prefix keeps a cookie from being set by another host of the school's domain; it needs https. */
const nameOf = (who: Who, secure: boolean): string => `${secure ? '__Host-' : ''}says-who-${who}`;

const isSecure = (url: URL): boolean => url.protocol === 'https:';

/** The cookies that this server sets, for the page about privacy. */
export const cookiesOf = (url: URL): Record<Who, { name: string; days: number }> => ({
	teacher: { name: nameOf('teacher', isSecure(url)), days: LASTS.teacher / DAY },
	learner: { name: nameOf('learner', isSecure(url)), days: LASTS.learner / DAY }
});

interface Request {
	cookies: Cookies;
	url: URL;
}

/** Who sends this request; costs no query where there is no cookie. */
export async function readActors(db: Db, { cookies, url }: Request, now: number): Promise<Actors> {
	const secure = isSecure(url);
	const session = async (who: Who) => {
		const token = cookies.get(nameOf(who, secure));
		return token === undefined ? undefined : selectOptionalSession(db, hashToken(token), now);
	};
	const teacherId = (await session('teacher'))?.teacher_id;
	const teacher = teacherId ? await selectOptionalTeacher(db, teacherId) : undefined;
	const learnerId = (await session('learner'))?.learner_id;
	const learner = learnerId ? await selectOptionalLearner(db, learnerId) : undefined;
	return {
		teacher: teacher
			? {
					kind: 'teacher',
					id: teacher.id,
					name: teacher.name,
					email: teacher.email ?? '',
					role: teacher.role
				}
			: null,
		learner: learner
			? {
					kind: 'learner',
					id: learner.id,
					classId: learner.class_id,
					nickname: learner.nickname
				}
			: null
	};
}

/**
 * Begins a session and sets its cookie; one that this browser had as the same kind ends.
 * @param token the secret, where it was handed out before (a claim that the teacher allowed)
 */
export async function beginSession(
	db: Db,
	request: Request,
	who: { teacher: string } | { learner: string },
	now: number,
	token = newToken()
): Promise<void> {
	const kind: Who = 'teacher' in who ? 'teacher' : 'learner';
	await endSession(db, request, kind);
	await insertSession(db, {
		token_hash: hashToken(token),
		teacher_id: 'teacher' in who ? who.teacher : null,
		learner_id: 'learner' in who ? who.learner : null,
		created_at: now,
		expires_at: now + LASTS[kind]
	});
	const secure = isSecure(request.url);
	request.cookies.set(nameOf(kind, secure), token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: LASTS[kind] / 1000
	});
}

/** Ends this browser's session of one kind, if it has one. */
export async function endSession(db: Db, { cookies, url }: Request, who: Who): Promise<void> {
	const secure = isSecure(url);
	const name = nameOf(who, secure);
	const token = cookies.get(name);
	if (token === undefined) return;
	await deleteSession(db, hashToken(token));
	cookies.delete(name, { path: '/', secure });
}

/** The hash under which this browser's session is stored, to spare it when all others end. */
export function ownSessionHash({ cookies, url }: Request, who: Who): string | undefined {
	const token = cookies.get(nameOf(who, isSecure(url)));
	return token === undefined ? undefined : hashToken(token);
}
