// An assigned quiz where the network comes and goes: nothing acknowledged is lost, nothing else either.

import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { parse } from 'valibot';
import { Sending } from '../../src/lib/taking/schemas.ts';
import {
	assign,
	end,
	expectSaved,
	exam,
	give,
	giveAll,
	lesson,
	onward,
	status,
	take,
	type Assigned
} from '../support/assigned.ts';
import { choose, form, verdict } from '../support/taker.ts';

const opened: Assigned[] = [];
test.afterEach(async () => {
	for (const { store } of opened.splice(0)) await store.close();
});

type Wish = Parameters<typeof assign>[1];

/** An assigned quiz, until the end of the test. */
async function make(context: BrowserContext, wish?: Wish): Promise<Assigned> {
	const school = await assign(context, wish);
	opened.push(school);
	return school;
}

/** The same, and the learner has opened it. */
async function begin(page: Page, wish?: Wish): Promise<Assigned> {
	const school = await make(page.context(), wish);
	await take(page, school.path);
	return school;
}

test('in a lesson the network goes after question 1: every question is answered all the same, kept, and sent when it is back', async ({
	page,
	context
}) => {
	const school = await begin(page);
	await give(page);
	await expect(verdict(page)).toBeVisible();
	await expect(status(page, 'saved')).toBeVisible();
	await onward(page).click();

	await context.setOffline(true);
	await give(page);
	await expect(
		page.getByText('Kept on this device. Reasons come when the connection is back')
	).toBeVisible();
	await expect(status(page, 'kept')).toHaveText('Kept on this device, will be sent');
	await onward(page).click();
	await giveAll(page);
	await expect(page.getByRole('heading', { name: 'All questions are answered' })).toBeVisible();
	expect(await school.responses()).toHaveLength(1);

	await context.setOffline(false);
	await expectSaved(page, school, school.total);
	// What was kept has its reasons now.
	await page.getByRole('link', { name: 'Question 2' }).click();
	await expect(verdict(page)).toBeVisible();
});

test('in a test answers can be changed, also without a network, and the last one counts', async ({
	page,
	context
}) => {
	const school = await begin(page, exam);
	await context.setOffline(true);
	await give(page);
	await expect(page).toHaveTitle(/^Question 2 of/u);
	await page.getByRole('link', { name: 'Previous', exact: true }).click();
	await expect(page).toHaveTitle(/^Question 1 of/u);
	await form(page).getByRole('button', { name: 'Save' }).click();
	await expect(page).toHaveTitle(/^Question 2 of/u);
	await context.setOffline(false);
	await expect(status(page, 'saved')).toBeVisible();
	const rows = await school.responses();
	expect(rows.map(({ position, revision }) => [position, revision])).toEqual([
		[0, 1],
		[0, 2]
	]);
});

test('handing in without a network is kept and sent; then nothing of it is left on the device', async ({
	page,
	context
}) => {
	const school = await begin(page, { ...exam, wish: { draw: 'quick' } });
	await context.setOffline(true);
	await giveAll(page);
	await end(page).getByRole('button', { name: 'Hand in' }).click();
	await expect(
		page.getByRole('heading', { name: 'Handed in as soon as there is a connection' })
	).toBeVisible();
	expect(await school.submitted()).toBe(false);

	await context.setOffline(false);
	await expect(page).toHaveURL(/\/result$/u);
	expect(await school.submitted()).toBe(true);
	expect(await school.responses()).toHaveLength(school.total);
	expect(await onDevice(page)).toEqual({ attempts: 0, rows: 0 });
});

test('handing in with open questions says how many and asks once more', async ({ page }) => {
	const school = await begin(page, { ...exam, wish: { draw: 'quick' } });
	await give(page);
	await expect(page).toHaveTitle(/^Question 2 of/u);
	for (let n = 2; n <= school.total; n++)
		await form(page).getByRole('button', { name: 'Skip' }).click();
	await expect(page.getByRole('heading', { name: 'You left 4 questions open' })).toBeVisible();
	await end(page).getByRole('button', { name: 'Hand in' }).click();
	await expect(end(page).getByRole('checkbox')).toBeFocused();
	expect(await school.submitted()).toBe(false);
	await end(page).getByRole('checkbox').check();
	await end(page).getByRole('button', { name: 'Hand in' }).click();
	await expect(page).toHaveURL(/\/result$/u);
	expect(await school.submitted()).toBe(true);
});

test('an attempt reopens without a network after its page was closed, and goes on', async ({
	page,
	context
}) => {
	const school = await begin(page);
	await give(page);
	await expect(verdict(page)).toBeVisible();
	await workerReady(page);
	await page.close();

	await context.setOffline(true);
	const again = await context.newPage();
	await again.goto(school.path);
	await expect(again).toHaveURL(`/take#${school.attempt}`);
	await expect(again.locator('.taking.live')).toBeVisible();
	await expect(again).toHaveTitle(/^Question 2 of/u);
	await give(again);
	await expect(status(again, 'kept')).toBeVisible();
	await onward(again).click();
	await expect(again).toHaveTitle(/^Question 3 of/u);
	await again.reload();
	await expect(again).toHaveTitle(/^Question 3 of/u);
	// What was explained before is still there to be read.
	await again.goto(`/take#${school.attempt}/1`);
	await expect(verdict(again)).toBeVisible();

	await context.setOffline(false);
	await expectSaved(again, school, 2);
});

test('the service worker keeps a shell and its files, and no page or data of anybody', async ({
	page
}) => {
	const school = await begin(page);
	await workerReady(page);
	await page.goto('/mine');
	await page.goto(school.path);
	const kept = await page.evaluate(async () => {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
	// The library is the same for everybody.
	expect(kept.filter((path) => !path.startsWith('/_app/immutable/') && path !== '/packs')).toEqual([
		'/shell'
	]);
});

for (const way of ['reload', 'crash'] as const)
	test(`what is not sent survives a ${way}`, async ({ page, context }) => {
		const school = await make(context, exam);
		await context.route('**/answers', (route) => route.abort());
		await take(page, school.path);
		await give(page);
		await expect(page).toHaveTitle(/^Question 2 of/u);
		await expect(status(page, 'kept')).toBeVisible();
		let after = page;
		if (way === 'reload') await page.reload();
		else {
			const browser = await context.newCDPSession(page);
			const crashed = page.waitForEvent('crash');
			void browser.send('Page.crash').catch(() => undefined);
			await crashed;
			await page.close();
			after = await context.newPage();
			await after.goto(school.path);
		}
		await expect(status(after, 'kept')).toBeVisible();
		await after.goto(`${school.path}?n=1`);
		await expect(after.locator('.taking.live')).toBeVisible();
		await expect(after.getByText(/Answered: 1\./u)).toBeAttached();

		// While nothing gets through the button stays; once something does, the device may be quicker.
		const tried = after.waitForRequest('**/answers');
		await after.getByRole('button', { name: 'Send now' }).click();
		await tried;
		await context.unroute('**/answers');
		await after.evaluate(() => dispatchEvent(new Event('online')));
		await expectSaved(after, school, 1);
	});

test('two tabs show each other’s answers and send each of them once', async ({ page, context }) => {
	const school = await begin(page, exam);
	const other = await context.newPage();
	await take(other, `${school.path}?n=2`);
	await context.setOffline(true);
	await give(page);
	await expect(other.getByText(/Answered: 1\./u)).toBeAttached();
	await give(other);
	await expect(page.getByText(/Answered: 1 and 2\./u)).toBeAttached();
	await context.setOffline(false);
	await expect(status(page, 'saved')).toBeVisible();
	await expect(status(other, 'saved')).toBeVisible();
	const rows = await school.responses();
	expect(rows.map(({ position }) => position).sort()).toEqual([0, 1]);
});

test('an answer of the server that is lost on the way leads to exactly one stored answer', async ({
	page,
	context
}) => {
	const school = await make(context, exam);
	let lost = 0;
	await context.route('**/answers', async (route) => {
		if (lost++ > 0) return route.continue();
		await route.fetch();
		return route.abort();
	});
	await take(page, school.path);
	await give(page);
	await expect(status(page, 'saved')).toBeVisible();
	expect(lost).toBeGreaterThan(1);
	expect(await school.responses()).toHaveLength(1);
});

test('a server that cannot store says so: the answer stays and is never called saved before it is', async ({
	page,
	context
}) => {
	const school = await make(context, exam);
	let full = true;
	await context.route('**/answers', (route) =>
		full
			? route.fulfill({
					status: 503,
					headers: { 'retry-after': '1' },
					json: { code: 'try-later', message: 'try-later' }
				})
			: route.continue()
	);
	await take(page, school.path);
	await give(page);
	await expect(status(page, 'kept')).toBeVisible();
	await expect(status(page, 'saved')).toHaveCount(0);
	full = false;
	await expectSaved(page, school, 1);
});

test('where the browser forbids storage the learner is told, and each answer is sent at once', async ({
	page,
	context
}) => {
	const school = await make(context, exam);
	await context.addInitScript(() => {
		indexedDB.open = () => {
			throw new DOMException('forbidden', 'SecurityError');
		};
	});
	await take(page, school.path);
	await expect(page.getByRole('alert')).toContainText('This browser keeps nothing');
	await give(page);
	await expectSaved(page, school, 1);

	await context.setOffline(true);
	await give(page);
	await expect(status(page, 'in-memory')).toHaveText('Not sent yet: leave this page open');
	await context.setOffline(false);
	await expectSaved(page, school, 2);
});

test.describe('with a time limit', () => {
	const limit = 20 * 60_000;
	const timed = { ...exam, time_limit_ms: limit };

	for (const hours of [5, -5])
		test(`a device clock that is wrong by ${hours} hours changes neither the time left nor when an answer counts`, async ({
			page,
			context
		}) => {
			await context.addInitScript((wrong) => {
				const right = Date.now.bind(Date);
				Date.now = () => right() + wrong;
			}, hours * 3_600_000);
			const school = await make(context, {
				...timed,
				attempt: { deadline_at: Date.now() + limit }
			});
			const before = Date.now();
			await take(page, school.path);
			await expect(page.locator('time').first()).toHaveText(/^(20:00|19:\d\d)$/u);
			await give(page);
			await expectSaved(page, school, 1);
			const [row] = await school.responses();
			expect(row?.answered_at).toBeGreaterThanOrEqual(before);
			expect(row?.answered_at).toBeLessThanOrEqual(Date.now());
			await page.reload();
			await expect(page.locator('time').first()).toHaveText(/^(20:00|19:\d\d)$/u);
		});

	test('the time is announced, can be hidden and shown, and follows what the teacher gives', async ({
		page
	}) => {
		const school = await begin(page, { ...timed, attempt: { deadline_at: Date.now() + limit } });
		await expect(page.getByText('This quiz has a time limit. 20 minutes left.')).toBeAttached();
		await page.getByRole('button', { name: 'Hide the time' }).click();
		await expect(page.locator('.player time')).toHaveCount(0);
		await page.getByRole('button', { name: 'Show the time' }).click();
		await school.store.db
			.updateTable('attempt')
			.set({ deadline_at: Date.now() + 3 * limit })
			.where('id', '=', school.attempt)
			.execute();
		await page.evaluate(() => dispatchEvent(new Event('focus')));
		await expect(page.locator('.player time')).toHaveText(/^(1:00:00|59:\d\d)$/u);
		await expect(page.getByText('You have been given more time: 60 minutes left.')).toBeAttached();
	});

	test('it warns at five minutes and at one, and at its end hands in what there is, with what was chosen and not yet saved', async ({
		page,
		context
	}) => {
		const school = await make(context, { ...timed, attempt: { deadline_at: Date.now() + limit } });
		await page.clock.install();
		// The server's own clock goes on as it is: only the page's time is moved.
		await page.route('**/state', (route) => route.abort());
		await take(page, school.path);
		await choose(page);
		await page.clock.fastForward(15 * 60_000);
		await expect(page.getByText('5 minutes left', { exact: true })).toBeAttached();
		await page.clock.fastForward(4 * 60_000);
		await expect(page.getByText('1 minute left', { exact: true })).toBeAttached();
		await page.clock.fastForward(57_000);
		await page.clock.fastForward(3_000);
		await expect(page).toHaveURL(/\/result$/u);
		expect(await school.submitted()).toBe(true);
		expect(await school.responses()).toHaveLength(1);
	});
});

test('on a shared computer the next learner neither sees nor sends as their own nor loses what the first one left', async ({
	page,
	context
}) => {
	const school = await make(context, exam);
	await context.route('**/answers', (route) => route.abort());
	await take(page, school.path);
	await give(page);
	await expect(status(page, 'kept')).toBeVisible();
	await page.goto('/take');
	await expect(page.getByRole('heading', { name: school.assignment.title })).toBeVisible();
	await expect(page.getByText('1 answer not sent yet')).toBeVisible();

	const second = await begin(page, { ...exam, nickname: 'Lynx' });
	await page.goto('/take');
	await expect(page.getByText('1 answer from someone else on this device')).toBeVisible();
	await expect(page.locator(`a[href*="${school.attempt}"]`)).toHaveCount(0);
	await page.goto(`/take#${school.attempt}`);
	await expect(page.getByText('This quiz does not lie on this device')).toBeVisible();
	await expect(form(page)).toHaveCount(0);

	await context.unroute('**/answers');
	await take(page, second.path);
	await give(page);
	await expect(status(page, 'saved')).toBeVisible();
	await expect.poll(async () => (await school.responses()).length).toBe(1);
	expect(await second.responses()).toHaveLength(1);
});

test('as a last resort what is unsent is a file that the teacher can load', async ({
	page,
	context
}) => {
	const school = await begin(page, exam);
	await context.route('**/answers', (route) => route.abort());
	await give(page);
	await expect(status(page, 'kept')).toBeVisible();
	await page.goto('/take');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download unsent answers' }).click()
	]);
	const text = await file.createReadStream().then(async (stream) => {
		let all = '';
		for await (const chunk of stream) all += String(chunk);
		return all;
	});
	const { attempt, ...sending } = JSON.parse(text) as Record<string, unknown>;
	expect(attempt).toBe(school.attempt);
	expect(parse(Sending, sending).answers).toHaveLength(1);
});

test('a learner questions a question from where it is explained', async ({ page }) => {
	await begin(page, lesson);
	await give(page);
	await page.getByText('Question this question').click();
	await page.getByLabel('What does not hold up?').fill('Sentence 4 says something else.');
	await page.getByRole('button', { name: 'Send to the teacher' }).click();
	await expect(page.getByText('Sent to your teacher.')).toBeVisible();
});

const workerReady = (page: Page): Promise<unknown> =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});

/** What lies in the device's own store. */
const onDevice = (page: Page): Promise<{ attempts: number; rows: number }> =>
	page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((done, failed) => {
			const asked = indexedDB.open('says-who-taking');
			asked.onsuccess = () => {
				done(asked.result);
			};
			asked.onerror = () => {
				failed(new Error('The store cannot be opened.'));
			};
		});
		const count = (name: string): Promise<number> =>
			new Promise((done) => {
				const asked = db.transaction(name).objectStore(name).count();
				asked.onsuccess = () => {
					done(asked.result);
				};
			});
		return { attempts: await count('attempts'), rows: await count('rows') };
	});
