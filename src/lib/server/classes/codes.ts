// Codes that people read aloud and type: the join code of a class and a learner's return code.

import { randomInt } from 'node:crypto';

/** Digits and letters that look and sound like no other: without 0 o, 1 l i, u v. */
export const CODE_ALPHABET = '23456789abcdefghjkmnpqrstwxyz';
/** 29^8 codes: guessing one of a thousand classes takes hundreds of millions of tries. */
export const JOIN_CODE_LENGTH = 8;
/** 29^10 codes for each class. */
export const RETURN_CODE_LENGTH = 10;

const draw = (length: number): string =>
	Array.from({ length }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join('');

export const newJoinCode = (): string => draw(JOIN_CODE_LENGTH);
export const drawReturnCode = (): string => draw(RETURN_CODE_LENGTH);

/** A code as it is stored, from one as it is typed: case, spaces and dashes mean nothing. */
export const parseCode = (typed: string): string =>
	typed
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{Pd}\p{Cf}]/gu, '');

/** A code as it is shown: 'abcd-efgh', 'abcde-fghjk'. */
export function groupCode(code: string): string {
	const half = Math.ceil(code.length / 2);
	return `${code.slice(0, half)}-${code.slice(half)}`;
}
