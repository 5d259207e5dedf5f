import { randomInt } from 'node:crypto';

/** A fresh seed for a quiz: six characters of base 36. */
export const newSeed = (): string =>
	randomInt(36 ** 6)
		.toString(36)
		.padStart(6, '0');
