import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('a stored password', () => {
	it('is argon2id with 19 MiB, 2 passes and 1 lane, and never the same twice', async () => {
		const [one, two] = await Promise.all([hashPassword('secret'), hashPassword('secret')]);
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
		expect(one).not.toBe(two);
	});

	it('is what another implementation of argon2id makes of the same', async () => {
		// From the reference implementation: argon2 with salt 'somesalt', -id -t 2 -m 16 -p 1 -l 32.
		const known =
			'$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
		expect(await verifyPassword('password', known)).toBe(true);
	});

	it('lets in with the same password and with no other', async () => {
		const stored = await hashPassword('correct horse battery');
		expect(await verifyPassword('correct horse battery', stored)).toBe(true);
		expect(await verifyPassword('correct horse batterz', stored)).toBe(false);
		expect(await verifyPassword('', stored)).toBe(false);
	});

	it('is the same however an accent was typed', async () => {
		const stored = await hashPassword('caf\u00e9 au lait');
		expect(await verifyPassword('cafe\u0301 au lait', stored)).toBe(true);
	});

	it('is never right where there is none', async () => {
		expect(await verifyPassword('', null)).toBe(false);
	});
});

it('thirty sign-ins at once are all answered', async () => {
	const stored = await hashPassword('correct horse battery');
	const answers = await Promise.all(
		Array.from({ length: 30 }, (_, i) =>
			verifyPassword(i % 2 ? 'correct horse battery' : 'wrong', stored)
		)
	);
	expect(answers).toEqual(Array.from({ length: 30 }, (_, i) => i % 2 === 1));
});
