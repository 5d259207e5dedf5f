// What a teacher sees first: the classes, and what is running, comes next or was due lately.

import { requireTeacher } from './access.ts';
import type { TeacherActor } from './actor.ts';
import { settleOverdue } from './attempts/settle.ts';
import { selectTaughtClasses, type TaughtClass } from './store/class.ts';
import {
	countLearners,
	selectExcused,
	selectHandedIn,
	selectWork,
	type WorkRow
} from './store/overview.ts';
import type { Db } from './store/store.ts';

const LATELY = 14 * 24 * 60 * 60 * 1000;

export interface HomeClass {
	id: string;
	name: string;
	learners: number;
	/** Others teach it too, and one of them owns it. */
	shared: boolean;
}

export interface HomeWork {
	assignment: string;
	class: { id: string; name: string };
	title: string;
	opensAt: number;
	dueAt: number | null;
	/** Ended by hand. */
	closed: boolean;
	paused: boolean;
	handedIn: number;
	/** Who is to hand in; excused learners do not count, unless they did it all the same. */
	of: number;
}

export interface Home {
	classes: HomeClass[];
	archived: HomeClass[];
	/** What is due first comes first. */
	running: HomeWork[];
	/** What opens first comes first. */
	next: HomeWork[];
	/** What ended last comes first. */
	over: HomeWork[];
}

/** When a class's assignment ended; undefined while it has not. */
function endOf({ due_at, closed_at }: WorkRow, now: number): number | undefined {
	const ends = [due_at, closed_at].filter((at) => at !== null && at <= now) as number[];
	return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** @throws Trouble `sign-in-first` */
export async function selectHome(db: Db, actor: TeacherActor | null, now: number): Promise<Home> {
	const groups = await selectTaughtClasses(db, requireTeacher(actor).id);
	const learners = await countLearners(
		db,
		groups.map(({ id }) => id)
	);
	const shown = ({ id, name, role }: TaughtClass): HomeClass => ({
		id,
		name,
		learners: learners.get(id) ?? 0,
		shared: role === 'co-teacher'
	});
	const active = groups.filter(({ archived_at }) => archived_at === null);
	const classIds = active.map(({ id }) => id);
	const rows = (await selectWork(db, classIds)).filter(
		(row) => now - (endOf(row, now) ?? now) < LATELY
	);
	// Whose time is over has handed in.
	for (const classId of classIds) await settleOverdue(db, { classId }, now);
	const counted = await countHandedIn(db, rows, classIds);
	const work = (row: WorkRow): HomeWork => {
		const { handedIn, excused } = counted(row);
		return {
			assignment: row.assignment_id,
			class: { id: row.class_id, name: active.find(({ id }) => id === row.class_id)?.name ?? '' },
			title: row.title,
			opensAt: row.opens_at,
			dueAt: row.due_at,
			closed: row.closed_at !== null && row.closed_at <= now,
			paused: row.paused_at !== null,
			handedIn,
			of: (learners.get(row.class_id) ?? 0) - excused
		};
	};
	const over = rows.filter((row) => endOf(row, now) !== undefined);
	const open = rows.filter((row) => !over.includes(row));
	const due = ({ due_at }: WorkRow) => due_at ?? Infinity;
	// Two without a due date would differ by no number.
	const byDue = (a: WorkRow, b: WorkRow) => (due(a) === due(b) ? 0 : due(a) - due(b));
	return {
		classes: active.map(shown),
		archived: groups.filter((group) => !active.includes(group)).map(shown),
		running: open
			.filter(({ opens_at }) => opens_at <= now)
			.sort(byDue)
			.map(work),
		next: open.filter(({ opens_at }) => opens_at > now).map(work),
		over: over.sort((a, b) => (endOf(b, now) ?? 0) - (endOf(a, now) ?? 0)).map(work)
	};
}

async function countHandedIn(db: Db, rows: readonly WorkRow[], classIds: readonly string[]) {
	const ids = [...new Set(rows.map(({ assignment_id }) => assignment_id))];
	const key = (row: { assignment_id: string; class_id: string }) =>
		`${row.assignment_id} ${row.class_id}`;
	const handedIn = new Map<string, Set<string>>();
	for (const row of await selectHandedIn(db, ids, classIds)) {
		const set = handedIn.get(key(row)) ?? new Set();
		handedIn.set(key(row), set.add(row.learner_id));
	}
	const excused = new Map<string, number>();
	for (const row of await selectExcused(db, ids, classIds))
		if (!handedIn.get(key(row))?.has(row.learner_id))
			excused.set(key(row), (excused.get(key(row)) ?? 0) + 1);
	return (row: WorkRow) => ({
		handedIn: handedIn.get(key(row))?.size ?? 0,
		excused: excused.get(key(row)) ?? 0
	});
}
