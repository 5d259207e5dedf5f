// Passwords: argon2id of Node itself, written as a PHC string so that a later release can raise the cost
// and still read what an earlier one wrote.

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { newQueue } from './queue.ts';

/** OWASP's password storage cheat sheet, first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes at work at once, 19 MiB each: a whole staff that signs in together waits its turn instead. */
const AT_ONCE = 2;

const inTurn = newQueue(AT_ONCE);

interface Stored {
	memory: number;
	passes: number;
	parallelism: number;
	salt: Buffer;
	hash: Buffer;
}

function derive(password: string, stored: Omit<Stored, 'hash'>, bytes: number): Promise<Buffer> {
	const { memory, passes, parallelism, salt } = stored;
	return inTurn(
		() =>
			new Promise((settle, reject) => {
				argon2(
					'argon2id',
					{
						// A letter with an accent may be typed as one sign or as two.
						message: password.normalize('NFC'),
						nonce: salt,
						memory,
						passes,
						parallelism,
						tagLength: bytes
					},
					(error, hash) => {
						if (error) reject(error);
						else settle(hash);
					}
				);
			})
	);
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** @returns `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	const hash = await derive(password, { ...COST, salt }, HASH_BYTES);
	const { memory, passes, parallelism } = COST;
	return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(hash)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u;

function parse(phc: string): Stored {
	const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(phc) ?? [];
	if (hash === '') throw new Error('a stored password is no argon2id string');
	return {
		memory: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		salt: Buffer.from(salt, 'base64'),
		hash: Buffer.from(hash, 'base64')
	};
}

/** Checked where there is no account, so that the answer takes as long as for a wrong password. */
const NOBODY: Stored = { ...COST, salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) };

/** @param phc null where there is no account, or no password yet: never right, and as slow */
export async function verifyPassword(password: string, phc: string | null): Promise<boolean> {
	const stored = phc === null ? NOBODY : parse(phc);
	const hash = await derive(password, stored, stored.hash.length);
	return timingSafeEqual(hash, stored.hash) && phc !== null;
}
