// Teachers' accounts: the first one by the link that the server prints, the others by invitation; signing
// in and out, with and without scripts.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { hashPassword } from '../../src/lib/server/accounts/password.ts';
import type { TeacherActor } from '../../src/lib/server/actor.ts';
import { insertClassTeacher } from '../../src/lib/server/store/class-teacher.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import type { Db, Store } from '../../src/lib/server/store/store.ts';
import { updateTeacher } from '../../src/lib/server/store/teacher.ts';
import { hashToken } from '../../src/lib/server/tokens.ts';
import { expectReadable } from '../support/axe.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	submitAttempt
} from '../support/school.ts';
import { startServer } from '../support/server.ts';

const root = resolve(import.meta.dirname, '../..');
const DAY = 24 * 60 * 60 * 1000;
const password = 'correct horse battery';
let store: Store;

test.beforeAll(async () => {
	store = await openE2eStore();
});

test.afterAll(() => store.close());

async function teacherWithPassword(
	db: Db,
	name: string,
	role: TeacherActor['role'] = 'teacher'
): Promise<TeacherActor> {
	const teacher = await makeTeacher(db, name, role);
	await updateTeacher(db, teacher.id, { password_hash: await hashPassword(password) });
	return teacher;
}

async function fillSignIn(page: Page, email: string, tried: string) {
	await page.getByLabel('Email').fill(email);
	await page.getByLabel('Password').fill(tried);
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await answered;
}

/** A link that a page shows once. */
const shownLink = (page: Page) => page.getByLabel('Link', { exact: true }).inputValue();

test.describe('the set-up link', () => {
	let folder = '';

	test.beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'says-who-accounts-'));
	});

	test.afterEach(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	const linkFrom = async (printed: () => string) => {
		await expect.poll(printed).toMatch(/Nobody has an account yet\..*\n/);
		const [, link = ''] = /(\S+\/teach\/welcome\/\S+)\n/.exec(printed()) ?? [];
		return link;
	};

	test('is printed after the address, makes the first administrator, and works once', async ({
		page,
		request
	}) => {
		const server = await startServer([], { DATA_DIR: folder });
		const link = await linkFrom(server.printed);
		expect(server.printed().indexOf('Says Who is at')).toBeLessThan(server.printed().indexOf(link));
		expect(link.startsWith(`${server.address}/`)).toBe(true);

		await page.goto(`${server.address}/teach`);
		await expect(page).toHaveURL(/\/teach\/sign-in/);
		await expect(page.getByText('The server printed a link as it started')).toBeVisible();

		await page.goto(link);
		await page.getByLabel('Name').fill('Ms Vance');
		await page.getByLabel('Email').fill('Vance@Example.org');
		await page.getByLabel('Password').fill('too short');
		await page.getByRole('button', { name: 'Make the account' }).click();
		await expect(page.getByText('Choose a longer password')).toBeVisible();
		await expect(page.getByLabel('Email')).toHaveValue('Vance@Example.org');
		await page.getByLabel('Password').fill(password);
		await page.getByRole('button', { name: 'Make the account' }).click();
		await expect(page.getByRole('heading', { name: 'Hello, Ms Vance' })).toBeVisible();
		await expect(page.getByRole('link', { name: 'People' })).toBeVisible();

		expect((await request.get(link)).status()).toBe(410);
		await server.stop();

		const again = await startServer([], { DATA_DIR: folder });
		const { stdout } = await promisify(execFile)(
			process.execPath,
			['src/cli/node.js', 'src/cli/admin.ts', 'reset-link', 'vance@example.org'],
			{
				cwd: root,
				env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', ORIGIN: again.address }
			}
		);
		await page.goto(stdout.trim());
		await page.getByLabel('New password').fill('another password');
		await page.getByRole('button', { name: 'Set the password' }).click();
		await expect(page.getByRole('heading', { name: 'Hello, Ms Vance' })).toBeVisible();
		expect(again.printed()).not.toContain('Nobody has an account');
		await again.stop();
	});

	test('is a new one at every start until there is an account, and the older ones end', async ({
		request
	}) => {
		const first = await startServer([], { DATA_DIR: folder });
		const older = await linkFrom(first.printed);
		await first.stop();
		const second = await startServer([], { DATA_DIR: folder, ORIGIN: 'https://quiz.example.org' });
		const newer = await linkFrom(second.printed);
		await second.stop();
		expect(newer).toMatch(/^https:\/\/quiz\.example\.org\/teach\/welcome\//);
		const third = await startServer([], { DATA_DIR: folder });
		const newest = await linkFrom(third.printed);
		const statusOf = async (link: string) =>
			(await request.get(third.address + new URL(link).pathname)).status();
		expect(await statusOf(older)).toBe(410);
		expect(await statusOf(newer)).toBe(410);
		expect(await statusOf(newest)).toBe(200);
		await third.stop();
	});
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('a page asked for leads to the sign-in page, and signing in leads back to it', async ({
			page
		}) => {
			const teacher = await teacherWithPassword(store.db, 'Mr Okafor');
			await page.goto('/teach/account?from=mail');
			await expect(page).toHaveURL(/\/teach\/sign-in\?to=/);
			await fillSignIn(page, teacher.email, 'something else');
			await expect(page.getByRole('alert')).toContainText('not right');
			await expect(page.getByLabel('Email')).toHaveValue(teacher.email);
			await fillSignIn(page, teacher.email.toUpperCase(), password);
			await expect(page).toHaveURL(/\/teach\/account\?from=mail$/);
			await page.getByRole('button', { name: 'Sign out', exact: true }).click();
			await expect(page).toHaveURL(/\/teach\/sign-in$/);
			await page.goto('/teach');
			await expect(page).toHaveURL(/\/teach\/sign-in/);
		});

		test('the sixth wrong password in a row has to wait, and a reset link does not', async ({
			page,
			context
		}) => {
			const administrator = await makeTeacher(store.db, 'Admin', 'administrator');
			const name = `Ms Long ${newId()}`;
			const teacher = await teacherWithPassword(store.db, name);
			await page.goto('/teach/sign-in');
			for (let i = 0; i < 5; i++) {
				await fillSignIn(page, teacher.email, `wrong password ${String(i)}`);
				await expect(page.getByRole('alert')).toContainText('not right');
			}
			await fillSignIn(page, teacher.email, password);
			await expect(page.getByRole('alert')).toContainText(/try again in \d+ seconds?\./);

			await signIn(context, store.db, { teacher: administrator });
			await page.goto('/teach/people');
			await page
				.getByRole('button', { name: `Reset link for ${teacher.name}` })
				.last()
				.click();
			const link = await shownLink(page);
			await context.clearCookies();
			await page.goto(link);
			await page.getByLabel('New password').fill('another password');
			await page.getByRole('button', { name: 'Set the password' }).click();
			await expect(page.getByRole('heading', { name: `Hello, ${name}` })).toBeVisible();
			await page.goto(link);
			await expect(page.getByText('This link cannot be used any more')).toBeVisible();
			await context.clearCookies();
			await page.goto('/teach/sign-in');
			await fillSignIn(page, teacher.email, 'another password');
			await expect(page.getByRole('heading', { name: `Hello, ${name}` })).toBeVisible();
		});

		test('an administrator invites, the invited one joins once, and a withdrawn link ends', async ({
			page,
			context
		}) => {
			const administrator = await makeTeacher(store.db, 'Admin', 'administrator');
			await signIn(context, store.db, { teacher: administrator });
			await page.goto('/teach/people');
			await page.getByRole('button', { name: 'Make an invitation link' }).click();
			const withdrawn = await shownLink(page);
			const id = hashToken(withdrawn.split('/').at(-1) ?? '');
			await page.locator(`button[name=invitation][value="${id}"]`).click();
			await expect(page.getByRole('status')).toContainText('withdrawn');
			await page.getByRole('button', { name: 'Make an invitation link' }).click();
			await expect(page.getByLabel('Link', { exact: true })).toHaveValue(/welcome/);
			const link = await shownLink(page);
			await context.clearCookies();

			await page.goto(withdrawn);
			await expect(page.getByText('This link cannot be used any more')).toBeVisible();
			await page.goto(link);
			await page.getByLabel('Name').fill('Dr Ito');
			await page.getByLabel('Email').fill(administrator.email);
			await page.getByLabel('Password').fill(password);
			await page.getByRole('button', { name: 'Make the account' }).click();
			await expect(page.getByText('There is an account with this email')).toBeVisible();
			await page.getByLabel('Email').fill(`${newId()}@example.org`);
			await page.getByLabel('Password').fill(password);
			await page.getByRole('button', { name: 'Make the account' }).click();
			await expect(page.getByRole('heading', { name: 'Hello, Dr Ito' })).toBeVisible();
			await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0);
			expect((await page.goto('/teach/people'))?.status()).toBe(404);
			await page.goto(link);
			await expect(page.getByText('This link cannot be used any more')).toBeVisible();
		});

		test('an administrator closes a colleague’s account, gives away the classes, and opens it again', async ({
			page,
			context
		}) => {
			const administrator = await makeTeacher(store.db, 'Admin', 'administrator');
			const name = `Mr Leaver ${newId()}`;
			const leaver = await teacherWithPassword(store.db, name);
			const group = await makeClass(store.db, leaver, { name: `Orphans ${newId()}` });
			await makeLearner(store.db, group.id, 'Owl');
			await signIn(context, store.db, { teacher: administrator });
			await page.goto('/teach/people');
			await page.getByRole('button', { name: `Close the account for ${name}` }).click();
			const asked = page.getByRole('region', { name: `Close the account of ${name}?` });
			await expect(asked).toContainText('Nobody else teaches one class, with 1 learner');
			await asked.getByRole('button', { name: 'Close the account now' }).click();
			await expect(page.getByRole('status')).toContainText('The account is closed.');
			await page.goto('/teach/classes');
			await expect(page.getByRole('link', { name: group.name })).toBeVisible();
			await context.clearCookies();
			await page.goto('/teach/sign-in');
			await fillSignIn(page, leaver.email, password);
			await expect(page.getByRole('alert')).toContainText('not right');

			await signIn(context, store.db, { teacher: administrator });
			await page.goto('/teach/people');
			await page.getByRole('button', { name: `Open again for ${name}` }).click();
			await expect(page.getByRole('status')).toContainText('The account is open again');
			await context.clearCookies();
			await page.goto('/teach/sign-in');
			await fillSignIn(page, leaver.email, password);
			await expect(page.getByRole('heading', { name: `Hello, ${name}` })).toBeVisible();
		});

		test('a changed password and ‘sign out everywhere’ end the sessions of other browsers', async ({
			page,
			context,
			browser,
			baseURL
		}) => {
			const teacher = await teacherWithPassword(store.db, 'Ms Adeyemi');
			const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
			await signIn(context, store.db, { teacher });
			await signIn(elsewhere, store.db, { teacher });
			const other = await elsewhere.newPage();
			await other.goto('/teach/account');
			await expect(other).toHaveURL(/\/teach\/account$/);

			await page.goto('/teach/account');
			const change = page.getByRole('region', { name: 'Your password' });
			await change.getByLabel('Current password').fill('something else');
			await change.getByLabel('New password').fill('another password');
			await page.getByRole('button', { name: 'Change the password' }).click();
			await expect(page.getByText('not the password of the account')).toBeVisible();
			await change.getByLabel('Current password').fill(password);
			await change.getByLabel('New password').fill('another password');
			await page.getByRole('button', { name: 'Change the password' }).click();
			await expect(page.getByRole('status')).toContainText('password is changed');
			await other.reload();
			await expect(other).toHaveURL(/\/teach\/sign-in/);

			await signIn(elsewhere, store.db, { teacher });
			await page.getByRole('button', { name: 'Sign out everywhere' }).click();
			await expect(page).toHaveURL(/\/teach\/sign-in$/);
			for (const one of [page, other]) {
				await one.goto('/teach');
				await expect(one).toHaveURL(/\/teach\/sign-in/);
			}
			await elsewhere.close();
		});

		test('an account is deleted with its password, once every class has somebody', async ({
			page,
			context
		}) => {
			const { db } = store;
			const teacher = await teacherWithPassword(db, 'Mr Leaving');
			const group = await makeClass(db, teacher, { name: 'Class 9c' });
			await signIn(context, db, { teacher });
			await page.goto('/teach/account');
			const remove = page.getByRole('region', { name: 'Delete the account' });
			await expect(remove.getByRole('link', { name: 'Class 9c' })).toBeVisible();
			await expect(remove.getByRole('button')).toHaveCount(0);
			await insertClassTeacher(db, {
				class_id: group.id,
				teacher_id: (await makeTeacher(db, 'Colleague')).id,
				role: 'co-teacher'
			});
			await page.reload();
			await remove.getByLabel('Current password').fill('something else');
			await remove.getByRole('button', { name: 'Delete my account' }).click();
			await expect(remove.getByText('not the password of the account')).toBeVisible();
			await remove.getByLabel('Current password').fill(password);
			await remove.getByRole('button', { name: 'Delete my account' }).click();
			await expect(page).toHaveURL(/\/$/);
			await page.goto('/teach/sign-in');
			await fillSignIn(page, teacher.email, password);
			await expect(page.getByRole('alert')).toContainText('not right');
		});
	});

/** A teacher with classes and assignments in every state. */
async function busyTeacher(db: Db): Promise<TeacherActor> {
	const teacher = await teacherWithPassword(db, 'Ms Vance', 'administrator');
	const now = Date.now();
	const group = await makeClass(db, teacher, { name: '8b' });
	const long =
		'Politics and Society, advanced course of the thirteenth year, Thursday afternoon group';
	const other = await makeClass(db, teacher, { name: long });
	await makeClass(db, teacher, { name: '7b', archived_at: now });
	const made = await makeAssignment(db, teacher, [group.id, other.id], {
		wish: { draw: 'quick' },
		dates: { opens_at: now - DAY, due_at: now + DAY }
	});
	for (const title of ['A title that goes on', 'Later', 'Done'])
		await makeAssignment(db, teacher, [group.id], {
			title,
			wish: { draw: 'quick' },
			dates: {
				opens_at: now + (title === 'Later' ? DAY : -DAY),
				due_at: title === 'Done' ? now - 1000 : null
			}
		});
	for (const nickname of ['Ada', 'Ben', 'Cleo']) {
		const learner = await makeLearner(db, group.id, nickname);
		const { attempt } = await makeAttempt(db, made.id, learner.id);
		if (nickname !== 'Cleo') await submitAttempt(db, attempt.id, now);
	}
	return teacher;
}

test('the teacher’s home leads to classes, to assignments and to making the first of each', async ({
	page,
	context
}) => {
	const { db } = store;
	await signIn(context, db, { teacher: await makeTeacher(db, 'New') });
	await page.goto('/teach');
	const main = page.getByRole('main');
	await expect(main.getByRole('link', { name: 'Make a class' })).toHaveAttribute(
		'href',
		'/teach/classes'
	);
	await signIn(context, db, { teacher: await busyTeacher(db) });
	await page.goto('/teach');
	await expect(page.getByText('2 of 3 handed in')).toBeVisible();
	await expect(main.getByRole('link', { name: 'Assign a quiz' }).last()).toHaveAttribute(
		'href',
		'/teach/assign'
	);
	await expect(page.getByText('Archived: 1 class')).toBeVisible();
	await expect(page.getByRole('link', { name: /^7b/ })).toBeHidden();
});

test('privacy names what this server keeps, for how long, and its cookies', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Privacy' }).click();
	const main = page.getByRole('main');
	await expect(main).toContainText('30 days after the class ends');
	await expect(main).toContainText('says-who-learner');
	await expect(main).toContainText('says-who-teacher');
});

const rooms: Record<string, (page: Page, db: Db) => Promise<unknown>> = {
	'the home of a new teacher': (page) => page.goto('/teach'),
	'the home': async (page, db) => {
		await signIn(page.context(), db, { teacher: await busyTeacher(db) });
		await page.goto('/teach');
	},
	'the account': async (page, db) => {
		await signIn(page.context(), db, { teacher: await busyTeacher(db) });
		await page.goto('/teach/account');
		await page.getByRole('button', { name: 'Save the name' }).click();
		await page.getByRole('status').waitFor();
	},
	people: async (page, db) => {
		await signIn(page.context(), db, { teacher: await busyTeacher(db) });
		await page.goto('/teach/people');
		await page.getByRole('button', { name: 'Make an invitation link' }).click();
		await page.getByRole('status').waitFor();
	},
	'closing an account': async (page, db) => {
		await signIn(page.context(), db, { teacher: await busyTeacher(db) });
		const name = `Long ${newId()} ${'name'.repeat(15)}`;
		const leaver = await makeTeacher(db, name);
		await makeClass(db, leaver);
		const closed = await makeTeacher(db, `Closed ${newId()}`);
		await updateTeacher(db, closed.id, { closed_at: Date.now() });
		await page.goto('/teach/people');
		await page.getByRole('button', { name: `Close the account for ${name}` }).click();
		await page.getByRole('region', { name: `Close the account of ${name}?` }).waitFor();
	},
	'sign in': async (page) => {
		await page.context().clearCookies();
		await page.goto('/teach/sign-in');
		await fillSignIn(page, `${newId()}@example.org`, 'something else');
		await page.getByRole('alert').waitFor();
	},
	'making an account': async (page, db) => {
		await signIn(page.context(), db, { teacher: await busyTeacher(db) });
		await page.goto('/teach/people');
		await page.getByRole('button', { name: 'Make an invitation link' }).click();
		await page.goto(await shownLink(page));
		await page.getByLabel('Name').fill(' ');
		await page.getByLabel('Email').fill('a@b');
		await page.getByLabel('Password').fill('short');
		await page.getByRole('button', { name: 'Make the account' }).click();
		await page.getByText('Choose a longer password').waitFor();
	},
	'another password': async (page, db) => {
		await signIn(page.context(), db, { teacher: await busyTeacher(db) });
		await page.goto('/teach/people');
		const { name } = await teacherWithPassword(db, `Forgetful ${newId()}`);
		await page.reload();
		await page.getByRole('button', { name: `Reset link for ${name}` }).click();
		await page.goto(await shownLink(page));
	},
	'a link that is over': (page) => page.goto('/teach/reset/xyz')
};

for (const [name, open] of Object.entries(rooms))
	test(`${name}: no breach of WCAG 2.2 AA and no sideways scroll in any colours, at 320 and 1280 px`, async ({
		page,
		context
	}) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await signIn(context, store.db, { teacher: await makeTeacher(store.db, 'New') });
		await open(page, store.db);
		await expectReadable(page);
	});
