// When an attempt ends. Pure; who stores it is recompute.ts.

import type { AccommodationRow } from '../store/assignment.ts';

/** What a learner is granted at one assignment, the one for it and the one for all taken together. */
export interface Grant {
	/** 1 or more. */
	timeFactor: number;
	/** No time limit, whatever the factor; a due date stands. */
	untimed: boolean;
	extraAttempts: number;
	/** null: that of the class. */
	dueAt: number | null;
}

/** A grant as it is given: one for an assignment may stand alone. */
export interface OwnGrant extends Grant {
	/** What is granted for all does not count beside it. */
	alone: boolean;
}

export const noGrant: Grant = { timeFactor: 1, untimed: false, extraAttempts: 0, dueAt: null };

type Granted = Pick<
	AccommodationRow,
	'assignment_id' | 'time_factor' | 'untimed' | 'extra_attempts' | 'due_at' | 'alone'
>;

/**
 * What counts of a learner's accommodations: of time, of attempts and of the due date each, that for
 * the assignment where it says something, else that for all. One for the assignment that stands alone
 * is all that counts, so it can take back for one assignment what is granted for all.
 * @param rows of one learner, for one assignment or for all, in any order
 */
export function grantOf(rows: readonly Granted[]): Grant {
	const here = rows.filter(({ assignment_id }) => assignment_id !== null);
	const forAll = rows.filter(({ assignment_id }) => assignment_id === null);
	const inOrder = here.some(({ alone }) => alone === 1) ? here : [...here, ...forAll];
	const time = inOrder.find(({ time_factor, untimed }) => time_factor !== 1 || untimed === 1);
	return {
		timeFactor: time?.time_factor ?? 1,
		untimed: time?.untimed === 1,
		extraAttempts: inOrder.find(({ extra_attempts }) => extra_attempts > 0)?.extra_attempts ?? 0,
		dueAt: inOrder.find(({ due_at }) => due_at !== null)?.due_at ?? null
	};
}

/**
 * One of a learner's accommodations by itself, as a form shows it; null: there is none.
 * @param rows of one learner, for one assignment or for all
 */
export function ownGrantOf(rows: readonly Granted[], scope: 'this' | 'all'): OwnGrant | null {
	const row = rows.find(({ assignment_id }) => (assignment_id === null) === (scope === 'all'));
	return row ? { ...grantOf([row]), alone: row.alone === 1 } : null;
}

/** When it is due for a learner; null: never. */
export const dueFor = (classDueAt: number | null, grant: Grant): number | null =>
	grant.dueAt ?? classDueAt;

/** How many attempts a learner has; null: as many as one likes. */
export const attemptsFor = (allowed: number | null, grant: Grant): number | null =>
	allowed === null ? null : allowed + grant.extraAttempts;

export interface Running {
	startedAt: number;
	/** The assignment's time limit in milliseconds; null: none. */
	limitMs: number | null;
	/** Of the learner's class; null: none. */
	classDueAt: number | null;
	/** What the teacher added while it ran. */
	extraMs: number;
}

/**
 * The end of an attempt: when its time is up or it is due, whichever is first, and then what the
 * teacher added by hand. null: it has no end.
 */
export function deadlineOf(
	{ startedAt, limitMs, classDueAt, extraMs }: Running,
	grant: Grant
): number | null {
	const timeUp =
		limitMs === null || grant.untimed ? null : startedAt + Math.round(limitMs * grant.timeFactor);
	const ends = [timeUp, dueFor(classDueAt, grant)].filter((end) => end !== null);
	return ends.length === 0 ? null : Math.min(...ends) + extraMs;
}

/** Of a pair at one device, the later end counts for both; null is later than any. */
export const laterOf = (a: number | null, b: number | null): number | null =>
	a === null || b === null ? null : Math.max(a, b);
