// A learner's return code: what brings somebody back on another device without an account. It is shown
// once, when it is made; the store keeps its hash, bound to the class.

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
