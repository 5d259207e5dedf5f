// npm run admin -- reset-link EMAIL | set-up-link
// For whoever runs the server: makes a link on the store that the environment names, without the
// network and also while the server runs. The link is printed and nowhere else kept.

import { existsSync } from 'node:fs';
import { makeResetLink, makeSetUpLink } from '../lib/server/accounts/links.ts';
import { placeOf } from '../lib/server/store/running.ts';
import { openStore, type Db } from '../lib/server/store/store.ts';
import { selectOptionalTeacherByEmail } from '../lib/server/store/teacher.ts';
import { Complaint, ROOT, runMain } from './lib/machine.js';
import { addressOf, parseSettings } from './lib/settings.js';

const USAGE = 'Say what to do: npm run admin -- reset-link EMAIL, or npm run admin -- set-up-link.';

await runMain(async () => {
	const make = parse(process.argv.slice(2));
	const settings = parseSettings(process.env, ROOT);
	const place = placeOf(settings);
	if (place.engine === 'sqlite' && !existsSync(place.file))
		throw new Complaint(
			`There is no database ${place.file} yet: start the server once, or set DATA_DIR as it is set for the server.`
		);
	const now = Date.now();
	const store = await openStore(place, { now, report: console.error });
	try {
		const origin = settings.origins[0] ?? addressOf(settings.host, settings.port);
		console.log(`${origin}${await make(store.db, now)}`);
	} finally {
		await store.close();
	}
});

/** @returns what makes the link and answers its path */
function parse(args: readonly string[]): (db: Db, now: number) => Promise<string> {
	const [command, email, ...more] = args;
	if (command === 'set-up-link' && email === undefined) return setUp;
	if (command === 'reset-link' && email !== undefined && more.length === 0)
		return (db, now) => resetOf(db, email.trim().toLowerCase(), now);
	throw new Complaint(USAGE);
}

async function setUp(db: Db, now: number): Promise<string> {
	const path = await makeSetUpLink(db, now);
	if (path !== undefined) return path;
	throw new Complaint(
		'There is an account already: an administrator invites others, and reset-link EMAIL lets one in who forgot the password.'
	);
}

async function resetOf(db: Db, email: string, now: number): Promise<string> {
	const teacher = await selectOptionalTeacherByEmail(db, email);
	if (teacher) return makeResetLink(db, teacher.id, now);
	throw new Complaint(
		`Nobody can sign in with the email '${email}': check its spelling; an account that was closed is opened again on the page 'People'.`
	);
}
