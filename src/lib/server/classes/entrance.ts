// The way into a class as the teacher shows it: code, link and QR code.

import { requireTaughtClass } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import type { ClassRow } from '../store/class.ts';
import { countLearners, selectLearners } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { groupCode } from './codes.ts';
import { qrCode, type QrCode } from '../../ui/qr.ts';

export interface Entrance {
	/** As it is shown: 'abcd-efgh'. */
	code: string;
	/** The whole address; it carries the code. */
	link: string;
	/** Where the code is typed, without the scheme: 'example.org/join'. */
	typedAt: string;
	qr: QrCode;
	state: 'open' | 'locked' | 'ended';
	by: 'nickname' | 'list';
}

/** @param origin the address that people use, never one that a request claims */
export function entranceOf(group: ClassRow, origin: string, now: number): Entrance {
	const link = `${origin}/join/${group.join_code}`;
	const over = group.archived_at !== null || group.ends_at < now;
	return {
		code: groupCode(group.join_code),
		link,
		typedAt: `${origin.replace(/^https?:\/\//u, '')}/join`,
		qr: qrCode(link),
		state: over ? 'ended' : group.joining,
		by: group.join_by
	};
}

export interface ProjectorView {
	group: { id: string; name: string };
	entrance: Entrance;
	all: number;
	joined: number;
	/** Only where they are asked for. */
	names: string[] | null;
}

export async function projectorView(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	{ origin, now, names }: { origin: string; now: number; names: boolean }
): Promise<ProjectorView> {
	const group = await requireTaughtClass(db, teacher, classId);
	const learners = names ? await selectLearners(db, classId) : null;
	return {
		group: { id: group.id, name: group.name },
		entrance: entranceOf(group, origin, now),
		...(await countLearners(db, classId)),
		names:
			learners?.filter(({ joined_at }) => joined_at !== null).map(({ nickname }) => nickname) ??
			null
	};
}

export interface SlipsView {
	group: { id: string; name: string };
	entrance: Entrance;
	/** Names on the list. */
	listed: number;
	/** What to print: a name, or null for a blank one. */
	slips: (string | null)[];
}

/** Blank slips at most. */
export const MOST_SLIPS = 120;

/** @param blank how many blank ones; null: one for each name on the list */
export async function slipsView(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	{ origin, now, blank }: { origin: string; now: number; blank: number | null }
): Promise<SlipsView> {
	const group = await requireTaughtClass(db, teacher, classId);
	const listed = (await selectLearners(db, classId)).filter((one) => one.listed === 1);
	return {
		group: { id: group.id, name: group.name },
		entrance: entranceOf(group, origin, now),
		listed: listed.length,
		slips:
			blank === null
				? listed.map(({ nickname }) => nickname)
				: Array.from({ length: Math.min(MOST_SLIPS, blank) }, () => null)
	};
}
