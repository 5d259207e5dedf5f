// What a device says about its answers, and how they come to another: by file, by code, by undoing.

import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { openE2eStore } from '../support/e2e-store.ts';
import { expectReadable } from '../support/axe.ts';
import { figuresOf, openProgress, someAnswers } from '../support/study-log.ts';

const rows = someAnswers(120, 80);

/** Another device: nothing of the first one's. */
async function otherDevice(browser: Browser): Promise<Page> {
	const context = await browser.newContext();
	return context.newPage();
}

const moving = (page: Page) => page.getByRole('region', { name: 'Move to another phone' });
const taking = (page: Page) => page.getByRole('region', { name: 'Take it along' });
const clearing = (page: Page) => page.getByRole('region', { name: 'Clear this device' });

async function makeCode(page: Page): Promise<string> {
	await moving(page).getByRole('button', { name: 'Make a code' }).click();
	await expect(moving(page).getByRole('img', { name: /QR code/u })).toBeVisible();
	return moving(page).locator('.code').innerText();
}

async function typeCode(page: Page, code: string): Promise<void> {
	await moving(page).getByLabel('Code from the other phone').fill(code);
	await moving(page).getByRole('button', { name: 'Bring it here' }).click();
}

async function exportFile(page: Page): Promise<string> {
	const download = page.waitForEvent('download');
	await taking(page).getByRole('button', { name: 'Save as a file' }).click();
	return (await download).path();
}

const load = (page: Page, text: string | Buffer) =>
	taking(page)
		.getByLabel('Add from a file')
		.setInputFiles({
			name: 'answers.json',
			mimeType: 'application/json',
			buffer: Buffer.from(text)
		});

test('months of answers become figures, each with its table behind it, readable in any colours', async ({
	page
}) => {
	test.slow();
	await openProgress(page, rows);
	await expect(page.getByText('From 120 answers on this device')).toBeVisible();
	const figures = await figuresOf(page);
	expect(figures).toContain('Find the evidence');
	expect(figures).toContain('10 answers');
	for (const heading of [
		'Skills',
		'What is remembered',
		'How sure, and how often right',
		'Trusting and doubting the text',
		'Days'
	]) {
		const part = page.getByRole('region', { name: heading });
		await expect(part.getByRole('table')).toBeVisible();
		await expect(part.locator('svg').first()).toBeAttached();
	}
	await expect(page.getByText(/^Next: /u)).toBeVisible();
	await moving(page).getByRole('button', { name: 'Make a code' }).click();
	await expect(moving(page).locator('.code')).toBeVisible();
	await clearing(page).getByRole('button', { name: 'Clear this device …' }).click();
	await expectReadable(page);
});

test('where too little was answered, each part says what it waits for', async ({ page }) => {
	await openProgress(page, rows.slice(0, 2));
	await expect(page.getByText('not enough yet: 1 of 3').first()).toBeVisible();
	await expect(
		page.getByText('For a line, a month needs 5 answers', { exact: false })
	).toBeVisible();
	await expect(
		page.getByText('For a point, a month needs 6 answers', { exact: false })
	).toBeVisible();
	await expectReadable(page);
});

test('a file from one device gives another the identical profile, and counts nothing twice', async ({
	page,
	browser
}) => {
	await openProgress(page, rows);
	const here = await figuresOf(page);
	const file = readFileSync(await exportFile(page));
	expect(JSON.parse(file.toString())).toMatchObject({ format: 'says-who/study-log', v: 1 });

	const other = await otherDevice(browser);
	await openProgress(other, []);
	await load(other, file);
	await expect(taking(other).getByText('120 answers added.')).toBeVisible();
	expect(await figuresOf(other)).toBe(here);

	await load(other, file);
	await expect(taking(other).getByText('0 answers added, 120 were here already.')).toBeVisible();
	expect(await figuresOf(other)).toBe(here);
	await other.context().close();
});

test('a file with a fault adds nothing and names the place; a foreign file is not taken', async ({
	page
}) => {
	await openProgress(page, rows.slice(0, 3));
	const broken = someAnswers(4, 4, 'other').map((row, i) => (i === 2 ? { ...row, max: 'x' } : row));
	await load(page, JSON.stringify({ format: 'says-who/study-log', v: 1, rows: broken }));
	await expect(
		taking(page).getByText('Answer 3 in the file does not hold (max). Nothing was added.')
	).toBeVisible();
	await load(page, '{"rows":[]}');
	await expect(taking(page).getByText('This is not a file of answers')).toBeVisible();
	await page.reload();
	await expect(page.getByText('From 3 answers on this device')).toBeVisible();
});

test('a code moves everything to another device, once; the server sees neither the key nor an answer', async ({
	page,
	browser
}) => {
	await openProgress(page, rows);
	const here = await figuresOf(page);
	const sent: Buffer[] = [];
	page.on('request', (request) => {
		const body = request.postDataBuffer();
		if (body) sent.push(body);
		sent.push(Buffer.from(request.url()));
	});
	const code = await makeCode(page);
	expect(code).toMatch(/^(\w{4}-){3}\w{4}$/u);
	const seen = Buffer.concat(sent).toString('latin1');
	expect(sent.length).toBeGreaterThan(1);
	expect(seen).not.toContain(code);
	expect(seen).not.toContain(code.replaceAll('-', ''));
	expect(seen).not.toContain('moscow-demands');

	const other = await otherDevice(browser);
	await openProgress(other, []);
	await typeCode(other, code.toUpperCase().replaceAll('-', ' '));
	await expect(moving(other).getByText('120 answers added.')).toBeVisible();
	expect(await figuresOf(other)).toBe(here);
	await other.context().close();

	const third = await otherDevice(browser);
	await openProgress(third, []);
	await typeCode(third, code);
	await expect(moving(third).getByText('Nothing waits under this code')).toBeVisible();
	await third.context().close();
	await page.reload();
	await expect(page.getByText('From 120 answers on this device')).toBeVisible();
});

test('the link carries the code in its fragment, which leaves the address and waits for a press', async ({
	page,
	browser
}) => {
	await openProgress(page, rows.slice(0, 10));
	await makeCode(page);
	const link = await moving(page).getByRole('link').getAttribute('href');
	const other = await otherDevice(browser);
	await other.goto(link ?? '');
	await expect(moving(other).getByText('The code came with the link.')).toBeVisible();
	await expect(other).toHaveURL(/\/progress$/u);
	await expect(other.getByText('No answers are kept')).toBeVisible();
	await moving(other).getByRole('button', { name: 'Bring it here' }).click();
	await expect(moving(other).getByText('10 answers added.')).toBeVisible();
	await other.context().close();
});

test('a mistyped code is told before it is sent, an expired one in plain words', async ({
	page,
	browser
}) => {
	await openProgress(page, rows.slice(0, 5));
	const code = await makeCode(page);
	const asked: string[] = [];
	const other = await otherDevice(browser);
	await openProgress(other, []);
	other.on('request', (request) => asked.push(request.url()));
	const wrong = `${code[0] === 'a' ? 'b' : 'a'}${code.slice(1)}`;
	await typeCode(other, wrong);
	await expect(moving(other).getByText('One letter is off')).toBeVisible();
	await typeCode(other, code.slice(2));
	await expect(moving(other).getByText('A letter is missing')).toBeVisible();
	expect(asked.filter((url) => url.includes('/parcels'))).toEqual([]);

	const { db, close } = await openE2eStore();
	await db.updateTable('parcel').set({ expires_at: 1 }).execute();
	await close();
	await typeCode(other, code);
	await expect(moving(other).getByText('Nothing waits under this code')).toBeVisible();
	await other.context().close();
});

test('clearing says what goes, asks once more, and can be undone while the page is open', async ({
	page
}) => {
	await openProgress(page, rows);
	const before = await figuresOf(page);
	await clearing(page).getByRole('button', { name: 'Clear this device …' }).click();
	await expect(clearing(page).getByText('This takes 120 answers off this device')).toBeVisible();
	await clearing(page).getByRole('button', { name: 'Keep it' }).click();
	await clearing(page).getByRole('button', { name: 'Clear this device …' }).click();
	await clearing(page).getByRole('button', { name: 'Clear it now' }).click();
	await expect(page.getByText('No answers are kept')).toBeVisible();
	await clearing(page).getByRole('button', { name: 'Undo' }).click();
	await expect(clearing(page).getByText('Everything is back.')).toBeVisible();
	expect(await figuresOf(page)).toBe(before);

	await clearing(page).getByRole('button', { name: 'Clear this device …' }).click();
	await clearing(page).getByRole('button', { name: 'Clear it now' }).click();
	await expect(page.getByText('No answers are kept')).toBeVisible();
	await page.reload();
	await expect(page.getByText('No answers are kept')).toBeVisible();
	await expect(clearing(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('where storage is forbidden the page says so, and a quiz still runs', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, 'indexedDB', {
			get: () => {
				throw new DOMException('forbidden', 'SecurityError');
			}
		});
	});
	await page.goto('/progress');
	await expect(page.getByText('This browser keeps nothing for this site')).toBeVisible();
	await expectReadable(page);
	await page.getByRole('link', { name: 'See the articles' }).click();
	await expect(page.getByRole('link', { name: /^Start/u }).first()).toBeVisible();
});

test('a device without room says so and keeps what it has', async ({ page }) => {
	await openProgress(page, rows.slice(0, 3));
	const file = JSON.stringify({
		format: 'says-who/study-log',
		v: 1,
		rows: someAnswers(5, 5, 'other')
	});
	await page.evaluate(() => {
		IDBObjectStore.prototype.add = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await load(page, file);
	await expect(taking(page).getByText('The device has no room for it.')).toBeVisible();
	await page.reload();
	await expect(page.getByText('From 3 answers on this device')).toBeVisible();
});

test('without scripts the page says what it is', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/progress');
	await expect(page.getByText('The figures are drawn here, on this device')).toBeVisible();
	await context.close();
});

test('on plain http nothing can be sealed: the page says so, and the file is there', async ({
	page
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
		delete (Crypto.prototype as { subtle?: unknown }).subtle;
	});
	await openProgress(page, rows.slice(0, 3));
	await expect(
		moving(page).getByText('The connection to this site is not encrypted')
	).toBeVisible();
	await expect(taking(page).getByRole('button', { name: 'Save as a file' })).toBeVisible();
});
