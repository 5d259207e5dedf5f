// Whoever comes with a code from outside: wrong ones are counted by address, and slowed down where there
// are more of them than a school can mistype.

import type { ClassRow } from '../store/class.ts';
import type { LearnerRow } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { FailureLimit } from './failures.ts';
import { findClass, returnToClass, type Begin } from './joining.ts';

/** A hundred classes whose every learner mistypes six times in a row still come in. */
const joinFailures = new FailureLimit(600, 500);
/** Seldom typed. */
const returnFailures = new FailureLimit(200, 2000);

export type Knocked<T> =
	{ found: T } | { problem: 'wrong' } | { problem: 'too-many'; seconds: number };

export interface Knocker {
	/** Where the request comes from. */
	address: string;
	now: number;
}

async function count<T>(
	limit: FailureLimit,
	{ address, now }: Knocker,
	look: () => Promise<T | undefined>
): Promise<Knocked<T>> {
	const wait = limit.wait(address, now);
	if (wait > 0) return { problem: 'too-many', seconds: Math.ceil(wait / 1000) };
	const found = await look();
	if (found !== undefined) return { found };
	limit.failed(address, now);
	return { problem: 'wrong' };
}

/** The class that a join code names. */
export const knock = (db: Db, code: string, by: Knocker): Promise<Knocked<ClassRow>> =>
	count(joinFailures, by, () => findClass(db, code));

/** The learner whom a class code and a return code name, signed in by `begin`. */
export const knockAgain = (
	db: Db,
	codes: { classCode: string; returnCode: string },
	begin: Begin,
	by: Knocker
): Promise<Knocked<LearnerRow>> => count(returnFailures, by, () => returnToClass(db, codes, begin));
