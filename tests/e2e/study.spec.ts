// The daily session: chosen, asked, kept and coming back, all of it on this device.

import { expect, test, type Page } from '@playwright/test';
import { coldStart, keepEverything } from '../support/offline.ts';
import { answer, form, lookAt, openQuiz, verdict } from '../support/taker.ts';

const DAY = 24 * 60 * 60 * 1000;

const begin = (page: Page) => page.getByRole('button', { name: 'Begin' });
const onward = (page: Page) => page.getByRole('link', { name: /^(Next question|To the result)$/u });
const paragraphs = (page: Page) => page.locator('.article p:has(.s)');

async function start(page: Page): Promise<void> {
	await page.goto('/study');
	await begin(page).click();
	await expect(form(page)).toBeVisible();
}

/** Answers what is left, up to the end. Returns the stems that were asked. */
async function toTheEnd(page: Page): Promise<string[]> {
	const stems: string[] = [];
	for (;;) {
		stems.push(await page.locator('#stem').innerText());
		await answer(page);
		const before = page.url();
		await onward(page).click();
		await expect(page).not.toHaveURL(before);
		await expect(
			form(page).or(page.getByRole('heading', { name: 'Done for today' }))
		).toBeVisible();
		if ((await form(page).count()) === 0) return stems;
	}
}

interface Row {
	question: string;
	again: boolean;
	item: string;
	full: boolean;
}

/** Rows of the log, as they lie on the device; opening what is not there yet would make it, empty. */
const readLog = (page: Page): Promise<Row[]> =>
	page.evaluate(async () => {
		const name = 'says-who-study';
		const known = await indexedDB.databases();
		if (!known.some((one) => one.name === name)) return [];
		return new Promise<Row[]>((done, fail) => {
			const opened = indexedDB.open(name);
			opened.onerror = fail;
			opened.onsuccess = () => {
				const rows = opened.result.transaction('rows').objectStore('rows').getAll();
				rows.onerror = fail;
				rows.onsuccess = () => {
					done(rows.result as Row[]);
					opened.result.close();
				};
			};
		});
	});

test('a newcomer is asked five questions beside two paragraphs, with the whole article one tap away', async ({
	page
}) => {
	await page.goto('/study');
	await expect(page.getByRole('heading', { name: '5 new' })).toBeVisible();
	await expect(page.getByText(/^To read: paragraphs 1 and 2 of/u)).toBeVisible();
	await begin(page).click();
	await expect(page).toHaveTitle(/^Question 1 of 5/u);
	expect(await paragraphs(page).count()).toBeLessThanOrEqual(2);
	await page.getByRole('button', { name: 'Whole article' }).click();
	expect(await paragraphs(page).count()).toBeGreaterThan(5);
	await page.getByRole('button', { name: 'Only this part' }).click();
	expect(await paragraphs(page).count()).toBeLessThanOrEqual(2);
});

test('a session ends by saying what became of it, when questions come back, and what to check elsewhere', async ({
	page
}) => {
	await start(page);
	expect(await toTheEnd(page)).toHaveLength(5);
	await expect(page.getByText(/^\d of 5 as the article has it$/u)).toBeVisible();
	await expect(page.getByText(/^The next questions come back /u)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'One thing to check elsewhere' })).toBeVisible();
	await page.locator('main ol').getByRole('link').first().click();
	await expect(verdict(page)).toBeVisible();
	expect(await readLog(page)).toHaveLength(5);
});

test('what was answered survives a reload, and a session that was left is gone on with', async ({
	page
}) => {
	await start(page);
	await answer(page);
	await page.reload();
	await expect(verdict(page)).toBeVisible();
	await page.goto('/study');
	await page.getByRole('button', { name: 'Go on with question 2 of 5' }).click();
	await expect(page).toHaveTitle(/^Question 2 of 5/u);
	expect(await readLog(page)).toHaveLength(1);
});

test('two tabs go on with one session, and each answer is written down once', async ({
	page,
	context
}) => {
	await start(page);
	const other = await context.newPage();
	await other.goto('/study?n=1');
	await expect(form(other)).toBeVisible();
	await answer(page);
	await other.locator('#stem').waitFor();
	await answer(other);
	expect(await readLog(page)).toHaveLength(1);
});

test('what was missed comes back the next day in another question on the same fact', async ({
	page
}) => {
	await page.clock.install();
	await start(page);
	await toTheEnd(page);
	const first = await readLog(page);
	const missed = new Set(first.filter(({ full }) => !full).map(({ item }) => item));
	expect(missed.size).toBeGreaterThan(0);

	await page.clock.fastForward(DAY);
	await page.goto('/study');
	await expect(page.getByRole('heading', { name: /to look at again/u })).toBeVisible();
	await begin(page).click();
	await answer(page);
	const asked = new Set(first.map(({ question }) => question));
	const row = (await readLog(page)).find(({ question }) => !asked.has(question));
	expect(row).toMatchObject({ again: true });
	expect(missed).toContain(row?.item);
});

test('with the clock a month ahead there are five questions and no number of what has piled up', async ({
	page
}) => {
	await page.clock.install();
	await start(page);
	await toTheEnd(page);
	await page.clock.fastForward(30 * DAY);
	await page.goto('/study');
	await expect(page.getByRole('combobox', { name: 'Questions' })).toHaveValue('5');
	await begin(page).click();
	await expect(page).toHaveTitle(/^Question 1 of 5/u);
});

test('the reader chooses how many questions, and the choice stays', async ({ page }) => {
	await page.goto('/study');
	await page.getByRole('combobox', { name: 'Questions' }).selectOption('3');
	await expect(page.getByRole('heading', { name: '3 new' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: '3 new' })).toBeVisible();
	await begin(page).click();
	await expect(page).toHaveTitle(/^Question 1 of 3/u);
});

test('answers of a quiz count: their questions come back in the session too', async ({ page }) => {
	await page.clock.install();
	await openQuiz(page, 'quick');
	await expect(page.locator('.player.live')).toBeVisible();
	await answer(page);
	await expect.poll(() => readLog(page).then((rows) => rows.length)).toBe(1);
	await page.clock.fastForward(60 * DAY);
	await page.goto('/study');
	await expect(page.getByRole('heading', { name: /1 question to look at again/u })).toBeVisible();
});

test('where the browser keeps nothing the reader is told, and the session runs', async ({
	page
}) => {
	await page.addInitScript(() => {
		indexedDB.open = () => {
			throw new DOMException('forbidden', 'SecurityError');
		};
	});
	await page.goto('/study');
	await expect(page.getByText('This browser keeps nothing')).toBeVisible();
	await begin(page).click();
	expect(await toTheEnd(page)).toHaveLength(5);
});

test('a device that has no room left says so at the answer, and the session runs to its end', async ({
	page
}) => {
	await start(page);
	await answer(page);
	await page.evaluate(() => {
		for (const write of ['add', 'put'] as const)
			IDBObjectStore.prototype[write] = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
	});
	await onward(page).click();
	await expect(page).toHaveTitle(/^Question 2 of 5/u);
	await answer(page);
	await expect(page.getByRole('alert')).toContainText('no room to keep this answer');
	await onward(page).click();
	expect(await toTheEnd(page)).toHaveLength(3);
	await expect(page.locator('main ol').getByRole('link')).toHaveCount(5);
	expect(await readLog(page)).toHaveLength(1);
});

test('a session runs from a cold start without a network, and its answers are kept', async ({
	page,
	context
}) => {
	await keepEverything(page);
	const cold = await coldStart(context);
	await cold.goto('/study');
	await begin(cold).click();
	expect(await toTheEnd(cold)).toHaveLength(5);
	expect(await readLog(cold)).toHaveLength(5);
	await context.setOffline(false);
	await cold.goto('/study');
	await expect(begin(cold)).toBeVisible();
});

test('without a network and without a kept article it says what to do', async ({
	page,
	context
}) => {
	await page.goto('/study');
	await expect(begin(page)).toBeVisible();
	await context.setOffline(true);
	await page.getByRole('combobox', { name: 'Questions' }).selectOption('3');
	await expect(page.getByRole('heading', { name: 'Nothing to ask' })).toBeVisible();
});

test('before an answer nothing of its key is in the page', async ({ page }) => {
	await start(page);
	await lookAt(page, 'article');
	expect(await page.content()).not.toContain('why-verdict');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the page says why it needs them and leads to the quizzes', async ({ page }) => {
		await page.goto('/study');
		await expect(page.getByRole('heading', { name: 'This page needs scripts' })).toBeVisible();
		await page.getByRole('main').getByRole('link', { name: 'To the articles' }).click();
		await expect(page).toHaveURL('/');
	});
});
