// The secret with which a device sends an attempt's answers, whoever is signed in on it.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { AttemptRow } from '../store/attempt.ts';
import { hashToken } from '../tokens.ts';

/**
 * Made of the attempt's seed, which never leaves the server, so that each page of the learner can be
 * given it again. It needs no more than to be unguessable: the row has its hash.
 */
export const tokenOf = ({ id, seed }: Pick<AttemptRow, 'id' | 'seed'>): string =>
	createHash('sha256').update(`${id}/token/${seed}`).digest('base64url');

export function isTokenOf(token: string, { token_hash }: Pick<AttemptRow, 'token_hash'>): boolean {
	const given = Buffer.from(hashToken(token));
	const wanted = Buffer.from(token_hash);
	return given.length === wanted.length && timingSafeEqual(given, wanted);
}
