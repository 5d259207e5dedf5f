// Secrets that the server hands out and keeps only a hash of: sessions, links, return codes, attempts.

import { createHash } from 'node:crypto';
import { newId } from './store/ids.ts';

/** A new secret of 130 bits, safe in an address and a cookie. */
export const newToken = newId;

/** What is stored of a secret that has enough bits of its own: SHA-256, hexadecimal. */
export const hashToken = (token: string): string =>
	createHash('sha256').update(token).digest('hex');
