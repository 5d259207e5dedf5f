// A learner's return code: what brings somebody back on another device without an account. It is shown
// once, when it is made; the store keeps its hash, bound to the class.

import { requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { updateLearner } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { hashToken } from '../tokens.ts';
import { drawReturnCode, groupCode } from './codes.ts';

export const hashReturnCode = (classId: string, code: string): string =>
	hashToken(`${classId}:${code}`);

export interface ReturnCode {
	/** As it is shown: 'abcde-fghjk'. */
	shown: string;
	hash: string;
}

export function makeReturnCode(classId: string): ReturnCode {
	const code = drawReturnCode();
	return { shown: groupCode(code), hash: hashReturnCode(classId, code) };
}

/**
 * Gives a learner a new return code; the one before stops working, devices that are signed in stay so.
 * @returns the code as it is shown
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function newReturnCode(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	learnerId: string
): Promise<string> {
	await requireTaughtLearner(db, teacher, classId, learnerId);
	const { shown, hash } = makeReturnCode(classId);
	await updateLearner(db, learnerId, { return_code_hash: hash });
	return shown;
}
