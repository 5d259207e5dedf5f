// A class from both sides: the teacher makes it, shows the way in and keeps its learners; learners join
// by code, link and list, with scripts and without.

import AxeBuilder from '@axe-core/playwright';
import { devices, expect, test, type Browser, type Page } from '@playwright/test';
import { addNames } from '../../src/lib/server/classes/name-list.ts';
import { groupCode } from '../../src/lib/server/classes/codes.ts';
import { nicknameKey } from '../../src/lib/server/classes/nickname.ts';
import { insertClaim } from '../../src/lib/server/store/claim.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import type { ClassRow } from '../../src/lib/server/store/class.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import { makeAssignment, makeClass, makeLearner, makeTeacher } from '../support/school.ts';

const DAY = 24 * 60 * 60 * 1000;
let store: Store;

test.beforeAll(async () => {
	store = await openE2eStore();
});
test.afterAll(() => store.close());

/** A teacher who is signed in on the page, with a class that is open now. */
async function school(page: Page, given: Partial<ClassRow> = {}) {
	const teacher = await makeTeacher(store.db);
	const group = await makeClass(store.db, teacher, { ends_at: Date.now() + 100 * DAY, ...given });
	await signIn(page.context(), store.db, { teacher });
	return { teacher, group, room: `/teach/classes/${group.id}` };
}

const phone = { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } };
/** A learner's own browser: a phone, with scripts or without. */
async function device(browser: Browser, baseURL: string | undefined, javaScriptEnabled = true) {
	const context = await browser.newContext({ ...phone, baseURL, javaScriptEnabled });
	return context.newPage();
}

const codeOn = (page: Page) => page.locator('p.code');
const row = (page: Page, name: string) => page.getByRole('row', { name });

test('a teacher makes a class, and it can be joined at once', async ({
	page,
	browser,
	baseURL
}) => {
	const teacher = await makeTeacher(store.db);
	await signIn(page.context(), store.db, { teacher });
	await page.goto('/teach/classes');
	await page.getByLabel('Name').fill('History, year 9');
	await page.getByRole('button', { name: 'Make the class' }).click();
	await expect(page.getByRole('heading', { name: 'Learners', exact: true })).toBeVisible();
	await expect(page.getByText('Nobody has joined yet.')).toBeVisible();
	const code = await codeOn(page).innerText();
	expect(code).toMatch(/^[2-9a-hjkmnp-tw-z]{4}-[2-9a-hjkmnp-tw-z]{4}$/u);

	const learner = await device(browser, baseURL);
	await learner.goto('/join');
	await learner.getByLabel('Class code').fill(` ${code.toUpperCase().replace('-', ' ')} `);
	await learner.getByRole('button', { name: 'Go on' }).click();
	await learner.getByLabel('Your nickname').fill('Quiet Heron');
	await learner.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(learner.getByRole('heading', { name: 'You are in' })).toBeVisible();
	const returnCode = await codeOn(learner).innerText();
	await learner.getByRole('link', { name: 'To the quizzes' }).click();
	await expect(learner).toHaveURL(/\/mine$/u);
	await learner.goto(`/join/${code.replace('-', '')}`);
	await expect(learner).toHaveURL(/\/mine$/u);

	// The teacher's page finds out by itself.
	await expect(row(page, 'Quiet Heron')).toContainText('joined');

	const elsewhere = await device(browser, baseURL);
	await elsewhere.goto('/return');
	await elsewhere.getByLabel('Class code').fill(code);
	await elsewhere.getByLabel('Your return code').fill('abcde-fghjk');
	await elsewhere.getByRole('button', { name: 'Come back' }).click();
	await expect(elsewhere.getByRole('alert')).toContainText('do not belong together');
	await expect(elsewhere.getByLabel('Class code')).toHaveValue(code);
	await elsewhere.getByLabel('Your return code').fill(returnCode.toUpperCase());
	await elsewhere.getByRole('button', { name: 'Come back' }).click();
	await expect(elsewhere).toHaveURL(/\/mine$/u);
});

for (const scripts of [true, false])
	test(`a learner joins by the link with a suggested nickname, ${scripts ? 'with' : 'without'} scripts`, async ({
		page,
		browser,
		baseURL
	}) => {
		const { group } = await school(page);
		await makeLearner(store.db, group.id, 'Owl');
		const learner = await device(browser, baseURL, scripts);
		await learner.goto(`/join/${group.join_code}`);
		const field = learner.getByLabel('Your nickname');
		await expect(field).toHaveValue(/^\w+ \w+$/u);
		const join = learner.getByRole('button', { name: 'Join', exact: true });

		await field.fill('x'.repeat(500));
		await join.click();
		await expect(learner.getByText('at most 40 characters')).toBeVisible();
		await expect(field).toHaveValue('x'.repeat(500));
		await field.fill('Total sh1t');
		await join.click();
		await expect(learner.getByText('choose another nickname')).toBeVisible();
		await expect(field).toHaveValue('Total sh1t');
		await field.fill(' O W L ');
		await join.click();
		await expect(learner.getByText('has this nickname already')).toBeVisible();
		const instead = learner.getByRole('button', { name: /^Join as \w+ \w+$/u });
		const name = (await instead.innerText()).replace('Join as ', '');
		await instead.click();

		await expect(learner.getByText(`You are ${name}`)).toBeVisible();
		await expect(codeOn(learner)).toHaveText(/^\w{5}-\w{5}$/u);
		const over = await learner
			.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
			.catch(() => 0);
		expect(over).toBe(0);
		await learner.goto(`/join/${group.join_code}`);
		await expect(learner).toHaveURL(/\/mine$/u);
	});

for (const scripts of [true, false])
	test(`a link to an assignment leads there: new, on another device, and joined already, ${scripts ? 'with' : 'without'} scripts`, async ({
		page,
		browser,
		baseURL
	}) => {
		const { group, teacher } = await school(page);
		const assignment = await makeAssignment(store.db, teacher, [group.id], { title: 'Made up' });
		const link = `/join/${group.join_code}?to=${assignment.id}`;
		const there = new RegExp(`/mine#a-${assignment.id}$`, 'u');
		const learner = await device(browser, baseURL, scripts);
		await learner.goto(link);
		await learner.getByRole('button', { name: 'Join', exact: true }).click();
		const returnCode = await codeOn(learner).innerText();
		await learner.getByRole('link', { name: 'To the quizzes' }).click();
		await expect(learner).toHaveURL(there);
		await expect(learner.locator(':target')).toHaveText('Made up');
		await learner.goto(link);
		await expect(learner).toHaveURL(there);

		const elsewhere = await device(browser, baseURL, scripts);
		await elsewhere.goto(link);
		await elsewhere.getByRole('link', { name: 'Come back with your return code' }).click();
		await elsewhere.getByLabel('Class code').fill(group.join_code);
		await elsewhere.getByLabel('Your return code').fill(returnCode);
		await elsewhere.getByRole('button', { name: 'Come back' }).click();
		await expect(elsewhere).toHaveURL(there);
	});

test('a wrong code, a locked, an ended and a full class each say what is the matter', async ({
	page,
	browser,
	baseURL
}) => {
	const { teacher, group, room } = await school(page);
	const learner = await device(browser, baseURL);
	await learner.goto('/join');
	await learner.getByLabel('Class code').fill('zzzz-zzz2');
	await learner.getByRole('button', { name: 'Go on' }).click();
	await expect(learner.getByText('No class has this code')).toBeVisible();
	await expect(learner.getByLabel('Class code')).toHaveValue('zzzz-zzz2');
	await learner.goto('/join/zzzzzzz3');
	await expect(learner.getByRole('heading', { name: 'No class has this code' })).toBeVisible();

	await page.goto(room);
	await page.getByRole('button', { name: 'Close joining' }).click();
	await expect(page.getByText('Joining is closed: nobody new')).toBeVisible();
	await learner.goto(`/join/${group.join_code}`);
	await expect(learner.getByRole('heading', { name: 'Joining is closed for now' })).toBeVisible();
	await page.getByRole('button', { name: 'Open joining' }).click();
	await expect(page.getByText('Joining is open.')).toBeVisible();
	await learner.getByRole('link', { name: 'Look again' }).click();
	await expect(learner.getByLabel('Your nickname')).toBeVisible();

	const over = await makeClass(store.db, teacher, { ends_at: Date.now() - DAY });
	await learner.goto(`/join/${over.join_code}`);
	await expect(learner.getByRole('heading', { name: 'This class is over' })).toBeVisible();

	const full = await makeClass(store.db, teacher, { ends_at: Date.now() + DAY });
	await store.db.transaction().execute(async (trx) => {
		for (let i = 0; i < 500; i++) await makeLearner(trx, full.id, `Learner ${i}`);
	});
	await learner.goto(`/join/${full.join_code}`);
	await expect(learner.getByRole('heading', { name: 'This class is full' })).toBeVisible();
});

test('learners pick themselves from a pasted list; a second claim waits for the teacher', async ({
	page,
	browser,
	baseURL
}) => {
	test.slow();
	const { group, room } = await school(page, { name: 'Test group' });
	await page.goto(room);
	await page.getByRole('heading', { name: 'List of names' }).click();
	await page.getByLabel('Names').fill('First name;Last name\nAnna;Schmidt\nBen;Öz\nAnna;Schmidt');
	await page.getByRole('button', { name: 'Look at the list first' }).click();
	await expect(page.getByRole('alert')).toContainText('Line 4: ‘Anna Schmidt’ stands in line 2');
	await page
		.getByLabel('Names')
		.fill('First name;Last name\nAnna;Schmidt\nBen;Öz\n"van, der";Berg');
	await page.getByRole('button', { name: 'Look at the list first' }).click();
	await expect(page.getByText('3 names will be added')).toBeVisible();
	await expect(row(page, 'Ben Öz')).toHaveCount(0);
	await page.getByRole('button', { name: 'Add 3 names' }).click();
	await expect(row(page, 'Ben Öz')).toContainText('not yet');

	const anna = await device(browser, baseURL, false);
	await anna.goto(`/join/${group.join_code}`);
	await anna.getByLabel('Anna Schmidt').check();
	await anna.getByRole('button', { name: 'That is me' }).click();
	await expect(anna.getByText('You are Anna Schmidt')).toBeVisible();

	// With scripts, typing the name; it goes on by itself when the teacher allows it.
	const second = await device(browser, baseURL);
	await second.goto(`/join/${group.join_code}`);
	await expect(second.getByLabel('Ben Öz')).toBeVisible();
	await expect(second.getByLabel('Anna Schmidt')).toHaveCount(0);
	await second.getByText('My name is not here').click();
	await second.getByLabel('Type your name').fill('Nobody');
	await second.getByRole('button', { name: 'Look for it' }).click();
	await expect(second.getByText('That name is not on the list')).toBeVisible();
	await second.getByLabel('Type your name').fill('anna schmidt');
	await second.getByRole('button', { name: 'Look for it' }).click();
	await second.getByRole('button', { name: 'Ask my teacher' }).click();
	await expect(second.getByRole('heading', { name: 'Waiting for your teacher' })).toBeVisible();
	await expect(page.getByText('Somebody says they are Anna Schmidt')).toBeVisible();
	await page.getByRole('button', { name: 'Let in Anna Schmidt', exact: true }).click();
	await expect(page.getByText('That device is let in.')).toBeVisible();
	await expect(second).toHaveURL(/\/mine$/u);

	// Without scripts, and declined.
	const third = await device(browser, baseURL, false);
	await third.goto(`/join/${group.join_code}`);
	await third.getByText('My name is not here').click();
	await third.getByLabel('Type your name').fill('Anna Schmidt');
	await third.getByRole('button', { name: 'Look for it' }).click();
	await third.getByRole('button', { name: 'Ask my teacher' }).click();
	await expect(third.getByRole('heading', { name: 'Waiting for your teacher' })).toBeVisible();
	await page.getByRole('button', { name: 'Decline Anna Schmidt' }).click();
	await third.getByRole('link', { name: 'Look now' }).or(third.getByRole('button')).first().click();
	await expect(third.getByRole('heading', { name: 'You were not let in' })).toBeVisible();
	await third.getByRole('button', { name: 'Back to the class' }).click();
	await expect(third.getByLabel('Ben Öz')).toBeVisible();
});

test('the page on privacy names every cookie that joining sets', async ({ page }) => {
	const { group } = await school(page, { join_by: 'list' });
	await makeLearner(store.db, group.id, 'anna', { listed: 1 });
	await pickTaken(page, group.join_code, 'anna');
	await page.getByRole('button', { name: 'Ask my teacher' }).click();
	await expect(page).toHaveURL(/waiting/u);
	const cookies = await page.context().cookies();
	expect(cookies.map(({ name }) => name).sort()).toEqual(['says-who-claim', 'says-who-teacher']);
	await page.goto('/privacy');
	for (const { name } of cookies) await expect(page.getByText(name, { exact: true })).toBeVisible();
});

test('a learner is renamed, merged, removed, brought back, reset and deleted for good', async ({
	page
}) => {
	const { group, room } = await school(page);
	const owl = await makeLearner(store.db, group.id, 'Owl');
	await makeLearner(store.db, group.id, 'Heron');
	await makeLearner(store.db, group.id, 'Twin');
	await page.goto(room);
	await page.getByRole('link', { name: 'Owl' }).click();

	await page.getByLabel('Name', { exact: true }).fill('heron');
	await page.getByRole('button', { name: 'Save the name' }).click();
	await expect(page.getByText('Another learner of this class has this name.')).toBeVisible();
	await page.getByLabel('Name', { exact: true }).fill('Wise Owl');
	await page.getByRole('button', { name: 'Save the name' }).click();
	await expect(page.getByRole('heading', { name: 'Wise Owl', level: 1 })).toBeVisible();

	await page.getByRole('button', { name: 'Make a new code and sign out' }).click();
	await expect(codeOn(page)).toHaveText(/^\w{5}-\w{5}$/u);

	await page.getByLabel('The other').selectOption('Twin');
	await page.getByRole('button', { name: 'Merge the two' }).click();
	await expect(page.getByText('Everything is with Wise Owl now.')).toBeVisible();
	await expect(row(page, 'Twin')).toHaveCount(0);

	await page.getByRole('link', { name: 'Wise Owl' }).click();
	await page.getByRole('button', { name: 'Remove', exact: true }).click();
	await expect(page.getByText('Wise Owl is removed.')).toBeVisible();
	await expect(row(page, 'Wise Owl')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Wise Owl is back.')).toBeVisible();
	await expect(row(page, 'Wise Owl')).toBeVisible();

	const file = await page.request.get(`${room}/learners/${owl.id}/data.json`);
	expect(((await file.json()) as { learner: { name: string } }).learner.name).toBe('Wise Owl');
	await page.getByRole('link', { name: 'Wise Owl' }).click();
	await page.getByLabel('Yes, delete everything about Wise Owl').check();
	await page.getByRole('button', { name: 'Delete for good' }).click();
	await expect(page.getByText('Everything about this learner is deleted.')).toBeVisible();
	await expect(row(page, 'Wise Owl')).toHaveCount(0);
	expect((await page.request.get(`${room}/learners/${owl.id}/data.json`)).status()).toBe(404);
});

test('the settings name the class, make another code, add a teacher, and delete with an undo', async ({
	page
}) => {
	const { group, room } = await school(page);
	const other = await makeTeacher(store.db, 'Mr Okafor');
	await page.goto(`${room}/settings`);
	await page.getByLabel('Name', { exact: true }).fill('8c');
	await page.getByLabel('Ends on').fill('2099-12-24');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('The settings are saved.')).toBeVisible();
	await expect(page.locator('p.name')).toHaveText('8c');
	await expect(page.getByLabel('Ends on')).toHaveValue('2099-12-24');

	await page.getByRole('button', { name: 'Make another code' }).click();
	await expect(page.getByText(/^The code is/u)).toBeVisible();
	await expect(page.getByText(groupCode(group.join_code))).toHaveCount(0);

	await page.getByLabel('Email of the teacher').fill('nobody@example.org');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(page.getByText('No teacher here has this email.')).toBeVisible();
	await page.getByLabel('Email of the teacher').fill(other.email);
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(page.getByText('Mr Okafor', { exact: true })).toBeVisible();

	await page.getByLabel('Yes, delete 8c').check();
	await page.getByRole('button', { name: 'Delete the class' }).click();
	await expect(page.getByText('8c is deleted.')).toBeVisible();
	await page.getByRole('button', { name: 'Bring back 8c' }).click();
	await expect(page.getByRole('heading', { name: 'Learners', exact: true })).toBeVisible();

	await page.goto(`${room}/settings`);
	await page.getByRole('button', { name: 'Make Mr Okafor the owner' }).click();
	await expect(page.getByText('You are a co-teacher of it now.')).toBeVisible();
	await expect(page.getByText('Only the owner can delete')).toBeVisible();
	await page.getByRole('button', { name: 'Leave this class' }).click();
	await expect(page).toHaveURL(/\/teach\/classes$/u);
	expect((await page.request.get(room)).status()).toBe(404);
});

test('the projector counts who joins by itself, and shows names only when asked', async ({
	page,
	browser,
	baseURL
}) => {
	const { group, room } = await school(page);
	await page.goto(`${room}/projector`);
	await expect(codeOn(page)).toHaveText(groupCode(group.join_code));
	await expect(page.getByRole('img', { name: /QR code/u })).toBeVisible();
	await expect(page.getByText('Nobody has joined yet')).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'For teachers' })).toHaveCount(0);
	const learner = await device(browser, baseURL, false);
	await learner.goto(`/join/${group.join_code}`);
	await learner.getByLabel('Your nickname').fill('Quiet Heron');
	await learner.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByText('1 learner joined')).toBeVisible();
	await expect(page.getByText('Quiet Heron')).toHaveCount(0);
	await page.getByRole('link', { name: 'Show names' }).click();
	await expect(page.getByText('Quiet Heron')).toBeVisible();
});

test('slips are blank, or one for each name on the list', async ({ page }) => {
	const { teacher, group, room } = await school(page);
	await page.goto(`${room}/slips`);
	const slip = page.locator('li', { hasText: groupCode(group.join_code) });
	await expect(slip).toHaveCount(30);
	await page.getByLabel('How many').fill('4');
	await page.getByRole('button', { name: 'Show these' }).click();
	await expect(slip).toHaveCount(4);
	await addNames(store.db, teacher, group.id, { text: 'Anna\nBen', now: Date.now() });
	await page.goto(`${room}/slips`);
	await expect(slip).toHaveCount(2);
	await expect(slip.first()).toContainText('Anna');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { name: 'Slips' })).toBeHidden();
});

test('a teacher of another class, and nobody, find nothing here', async ({
	page,
	browser,
	baseURL
}) => {
	const { room } = await school(page);
	const stranger = await browser.newPage({ baseURL });
	await signIn(stranger.context(), store.db, { teacher: await makeTeacher(store.db, 'Mr Okafor') });
	for (const path of ['', '/settings', '/projector', '/slips'])
		expect((await stranger.request.get(`${room}${path}`)).status(), path).toBe(404);
	await stranger.context().clearCookies();
	for (const path of ['', '/settings', '/projector', '/slips'])
		expect(
			(await stranger.request.get(`${room}${path}`, { maxRedirects: 0 })).status(),
			path
		).not.toBe(200);
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The longest name that a learner may have, without a place to break. */
const LONG = 'Wolfeschlegelsteinhausenbergerdorffwelch';

type Group = Awaited<ReturnType<typeof school>> & { owl: string; plain: string };

const teachersPages: Record<string, (at: Group) => string> = {
	classes: () => '/teach/classes',
	learners: ({ room }) => room,
	'one learner': ({ room, owl }) => `${room}/learners/${owl}`,
	settings: ({ room }) => `${room}/settings`,
	projector: ({ room }) => `${room}/projector?names`,
	slips: ({ room }) => `${room}/slips`
};
const learnersPages: Record<string, (page: Page, at: Group) => Promise<unknown>> = {
	'a code to type': (page) => page.goto('/join'),
	'a nickname to choose': (page, { plain }) => page.goto(`/join/${plain}`),
	'a name to pick': (page, { group }) => page.goto(`/join/${group.join_code}`),
	'a return code to type': (page) => page.goto('/return'),
	joined: async (page, { plain }) => {
		await page.goto(`/join/${plain}`);
		await page.getByRole('button', { name: 'Join', exact: true }).click();
		await expect(codeOn(page)).toBeVisible();
	},
	'a name that is taken': (page, { group }) => pickTaken(page, group.join_code),
	waiting: async (page, { group }) => {
		await pickTaken(page, group.join_code);
		await page.getByRole('button', { name: 'Ask my teacher' }).click();
		await expect(page).toHaveURL(/waiting/u);
	}
};

async function pickTaken(page: Page, code: string, name = `${LONG} 2`) {
	await page.goto(`/join/${code}`);
	await page.getByText('My name is not here').click();
	await page.getByLabel('Type your name').fill(name);
	await page.getByRole('button', { name: 'Look for it' }).click();
	await expect(page.getByRole('button', { name: 'Ask my teacher' })).toBeVisible();
}

/** Long names, a list, somebody who was removed, and somebody who waits. */
async function crowded(page: Page): Promise<Group> {
	const made = await school(page, { name: `Class ${LONG}` });
	const { teacher, group } = made;
	await addNames(store.db, teacher, group.id, { text: `Anna\n${LONG}`, now: Date.now() });
	const owl = await makeLearner(store.db, group.id, `${LONG} 2`, {
		nickname_key: nicknameKey(`${LONG} 2`)
	});
	await makeLearner(store.db, group.id, 'Gone', {
		removed_at: Date.now(),
		nickname_key: 'removed:1'
	});
	await insertClaim(store.db, {
		id: newId(),
		learner_id: owl.id,
		token_hash: newId(),
		created_at: Date.now(),
		decided_at: null,
		allowed: null
	});
	const plain = await makeClass(store.db, teacher, { ends_at: Date.now() + DAY });
	return { ...made, owl: owl.id, plain: plain.join_code };
}

for (const [name, pathOf] of Object.entries(teachersPages))
	test(`${name}, for the teacher: no breach of WCAG 2.2 AA and no sideways scroll in any colours`, async ({
		page
	}) => {
		test.slow();
		await page.goto(pathOf(await crowded(page)));
		for (const summary of await page.locator('main summary').all()) await summary.click();
		await examine(page, name);
	});

for (const [name, open] of Object.entries(learnersPages))
	test(`${name}, for the learner: no breach of WCAG 2.2 AA and no sideways scroll in any colours`, async ({
		page
	}) => {
		test.slow();
		const at = await crowded(page);
		await page.context().clearCookies();
		await open(page, at);
		await examine(page, name);
	});

async function examine(page: Page, what: string): Promise<void> {
	for (const width of [320, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(over, `${what}: sideways scroll at ${width} px`).toBe(0);
		for (const media of [
			{ colorScheme: 'light', forcedColors: 'none' },
			{ colorScheme: 'dark', forcedColors: 'none' },
			{ colorScheme: 'light', forcedColors: 'active' }
		] as const) {
			await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
			const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
			expect(
				violations.map(
					({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
				),
				`${what} at ${width} px`
			).toEqual([]);
		}
	}
	await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}
