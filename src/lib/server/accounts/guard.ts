// The teachers' rooms, closed in one place: whatever lies below /teach needs a session unless it is
// listed here. Who may see what inside is decided by access.ts where it is read or written.

import { Trouble } from '../../study/trouble.ts';
import type { TeacherActor } from '../actor.ts';
import { signInPath } from './way-back.ts';

/** For those who have no session yet. */
const OPEN = ['/teach/sign-in', '/teach/welcome/[token]', '/teach/reset/[token]'];

/**
 * @param route as Kit names it
 * @returns where to send whoever only wants to look; undefined where all is well
 * @throws Trouble `sign-in-first` where something would be changed
 */
export function guardTeachersRooms(
	{ method, url, route }: { method: string; url: URL; route: string | null },
	teacher: TeacherActor | null
): string | undefined {
	if (teacher || !route || OPEN.includes(route)) return undefined;
	if (route !== '/teach' && !route.startsWith('/teach/')) return undefined;
	if (method === 'GET' || method === 'HEAD') return signInPath(url);
	throw new Trouble('sign-in-first');
}
