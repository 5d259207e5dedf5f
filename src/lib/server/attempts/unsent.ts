// A learner's file of answers that never left the device, which a teacher loads.

import * as v from 'valibot';
import { Trouble } from '../../study/trouble.ts';
import type { Receipt } from '../../taking/attempt.ts';
import { Sending } from '../../taking/schemas.ts';
import { requireTaughtAssignment, requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { selectOptionalAttempt } from '../store/attempt.ts';
import type { Db } from '../store/store.ts';
import { takeSending } from './sending.ts';
import type { Place } from './steer.ts';

const attemptId = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,40}$/u));

/** What a device writes when a learner saves unsent answers to a file: a sending and whose it is. */
const Unsent = v.union([
	v.object({ v: v.literal(1), attempt: attemptId, sending: Sending }),
	v.pipe(
		v.object({ ...Sending.entries, attempt: attemptId }),
		v.transform(({ attempt, ...sending }) => ({ attempt, sending }))
	)
]);

export type Loaded =
	| { ok: true; nickname: string; answers: { n: number; fate: Fate }[] }
	| { ok: false; why: 'not-a-file' | 'other-class' };
export type Fate =
	| 'stored'
	| 'late'
	| 'not-counted'
	| 'not-now'
	| Extract<Receipt['answers'][number], { stored: false }>['why'];

/**
 * Takes a learner's file of unsent answers as if the device had sent them. A file lies about before it
 * is loaded, so how long ago its answers were given is read from the device's clock, unless that is
 * ahead; who loads it vouches for it.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function loadUnsent(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	text: string,
	now: number
): Promise<Loaded> {
	await requireTaughtAssignment(db, teacher, place.classId, place.assignmentId);
	const file = v.safeParse(v.pipe(v.string(), v.parseJson(), Unsent), text);
	if (!file.success) return { ok: false, why: 'not-a-file' };
	const { attempt: id, sending } = file.output;
	const attempt = await selectOptionalAttempt(db, id);
	if (attempt?.assignment_id !== place.assignmentId) return { ok: false, why: 'other-class' };
	try {
		const learner = await requireTaughtLearner(db, teacher, place.classId, attempt.learner_id);
		const receipt = await takeSending(
			db,
			id,
			{ ...sending, sentAt: Math.max(sending.sentAt, now) },
			now
		);
		const fates = new Map(receipt.answers.map((one) => [one.op, fateOf(one)]));
		return {
			ok: true,
			nickname: learner.nickname,
			answers: sending.answers.map(({ op, position }) => ({
				n: position + 1,
				fate: fates.get(op) ?? 'not-now'
			}))
		};
	} catch (error) {
		// Another class's learner, or a secret that is not this attempt's.
		if (error instanceof Trouble) return { ok: false, why: 'other-class' };
		throw error;
	}
}

function fateOf(one: Receipt['answers'][number]): Fate {
	if (!one.stored) return one.why;
	if (!one.counts) return 'not-counted';
	return one.late ? 'late' : 'stored';
}
