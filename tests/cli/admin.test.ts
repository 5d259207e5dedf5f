// The commands for whoever runs the server: on the store that the environment names.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashToken } from '../../src/lib/server/tokens.ts';
import type { Place } from '../../src/lib/server/store/store.ts';
import { describeOnBothEngines, newFile, openHere } from '../support/engines.ts';
import { makeTeacher } from '../support/school.ts';

const root = join(import.meta.dirname, '../..');

const environmentOf = (place: Place) =>
	place.engine === 'sqlite'
		? { DATA_DIR: dirname(place.file), DATABASE_URL: '' }
		: { DATABASE_URL: place.url };

async function admin(place: Place, ...args: readonly string[]) {
	const child = spawn(process.execPath, ['src/cli/node.js', 'src/cli/admin.ts', ...args], {
		cwd: root,
		env: { ...process.env, ORIGIN: 'https://quiz.example.org', ...environmentOf(place) }
	});
	const told = { printed: '', complained: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (told.printed += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (told.complained += text));
	const [status] = (await once(child, 'close')) as [number | null];
	return { status, ...told };
}

describeOnBothEngines('npm run admin', (_, { place }) => {
	it('prints a link to set another password, for an account that is there', async () => {
		const where = await place();
		const { db } = await openHere(where);
		const teacher = await makeTeacher(db);
		const { status, printed } = await admin(where, 'reset-link', teacher.email.toUpperCase());
		expect(status).toBe(0);
		const [, token = ''] =
			/^https:\/\/quiz\.example\.org\/teach\/reset\/(\w+)\n$/.exec(printed) ?? [];
		const links = await db.selectFrom('teacher_link').selectAll().execute();
		expect(links).toMatchObject([{ teacher_id: teacher.id, token_hash: hashToken(token) }]);

		expect(await admin(where, 'reset-link', 'nobody@example.org')).toEqual({
			status: 1,
			printed: '',
			complained:
				"Nobody can sign in with the email 'nobody@example.org': check its spelling; an account that was closed is opened again on the page 'People'.\n"
		});
	});

	it('prints a link to set up, as long as nobody has an account', async () => {
		const where = await place();
		const { db } = await openHere(where);
		const { printed } = await admin(where, 'set-up-link');
		expect(printed).toMatch(/^https:\/\/quiz\.example\.org\/teach\/welcome\/\w+\n$/);
		await makeTeacher(db);
		const { status, complained } = await admin(where, 'set-up-link');
		expect(status).toBe(1);
		expect(complained).toMatch(/^There is an account already: .*\n$/);
	});
});

describe('npm run admin', () => {
	it('says in one line that there is no database yet, and makes none', async () => {
		const where = await newFile();
		const first = await admin(where, 'set-up-link');
		expect(first.complained).toMatch(/^There is no database \S+ yet: .*\n$/);
		expect(await admin(where, 'set-up-link')).toEqual(first);
	});

	it.each([[], ['reset-link'], ['set-up-link', 'x'], ['reset-link', 'a', 'b'], ['delete']])(
		'says in one line how it is used: %j',
		async (...args) => {
			const { status, complained } = await admin(await newFile(), ...args);
			expect(status).toBe(1);
			expect(complained).toMatch(/^Say what to do: .*\n$/);
		}
	);
});
