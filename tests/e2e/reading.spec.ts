// Wider letters and lines, and larger text: two taps from an article and from a question, kept on the
// device, there at the first paint, and no concern of the printer's.

import { expect, test, type Page } from '@playwright/test';
import { assign, take } from '../support/assigned.ts';
import { expectReadable } from '../support/axe.ts';
import { alive, openQuiz, slug } from '../support/taker.ts';

const panel = (page: Page) => page.getByRole('group', { name: 'Reading' });
const wider = (page: Page) => panel(page).getByLabel('Wider letters and lines');
const larger = (page: Page) => panel(page).getByLabel('Larger text');
const open = (page: Page) => page.getByRole('button', { name: 'Reading' }).click();

/** The article's text or the question, whichever is there: how it is set, in parts of its size. */
const setting = (page: Page) =>
	page
		.locator('.article, #stem')
		.first()
		.evaluate((element) => {
			const { fontSize, letterSpacing, wordSpacing, lineHeight } = getComputedStyle(element);
			const size = parseFloat(fontSize);
			return {
				size,
				letters: (parseFloat(letterSpacing) || 0) / size,
				words: (parseFloat(wordSpacing) || 0) / size,
				lines: parseFloat(lineHeight) / size
			};
		});

async function expectWide(page: Page): Promise<void> {
	const { letters, words, lines } = await setting(page);
	expect(letters).toBeGreaterThanOrEqual(0.119);
	expect(words).toBeGreaterThanOrEqual(0.159);
	expect(lines).toBeGreaterThanOrEqual(1.99);
}

const places: Record<string, (page: Page) => Promise<unknown>> = {
	'an article': (page) => page.goto(`/read/${slug}`),
	'a question': (page) => openQuiz(page, 'kind:verdict')
};

for (const [place, go] of Object.entries(places))
	test(`two taps from ${place} the text is wider, and stays so on every page from the first paint on`, async ({
		page
	}) => {
		await page.setViewportSize({ width: 360, height: 740 });
		await go(page);
		const before = await setting(page);
		expect(before.lines).toBeLessThan(1.99);
		await open(page);
		await wider(page).check();
		await expectWide(page);
		// A word that is explained is set as those around it.
		const [inside, around] = await page
			.locator('.article')
			.evaluate((article) =>
				[article.querySelector('.glossed'), article].map(
					(one) => one && getComputedStyle(one).letterSpacing
				)
			);
		expect(inside).toBe(around);
		await larger(page).check();
		expect((await setting(page)).size).toBeGreaterThan(before.size * 1.15);

		// None of the app's scripts come: what is drawn first already is as was chosen.
		await page.route('**/_app/**/*.js', (route) => route.abort());
		await page.goto(`/read/${slug}`);
		await expectWide(page);
		await open(page);
		await expect(wider(page)).toBeChecked();
		await wider(page).uncheck();
		await larger(page).uncheck();
		await page.reload();
		expect((await setting(page)).letters).toBe(0);
	});

test('a page that was made with the app is set as was chosen too, and no policy is broken', async ({
	page
}) => {
	const faults: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	await page.goto(`/read/${slug}`);
	await open(page);
	await larger(page).check();
	const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
	expect(await size()).toBe('20px');
	for (const path of ['/take', '/about', '/']) {
		await page.goto(path);
		expect(await size(), path).toBe('20px');
	}
	expect(faults).toEqual([]);
});

test('what was chosen for a question stays chosen, and the setting holds in an assigned attempt without a network', async ({
	page,
	context
}) => {
	const school = await assign(context, { wish: { draw: 'kind:verdict' } });
	try {
		await take(page, school.path);
		const option = page.locator('#answer input[name=r]').first();
		await option.check();
		await context.setOffline(true);
		await open(page);
		await wider(page).check();
		await expectWide(page);
		await page.keyboard.press('Escape');
		await expect(panel(page)).toBeHidden();
		await expect(option).toBeChecked();
	} finally {
		await school.store.close();
	}
});

test('it is set for this page without JavaScript, and where storage is forbidden', async ({
	browser
}) => {
	for (const forbid of [false, true]) {
		const context = await browser.newContext({ javaScriptEnabled: forbid });
		if (forbid)
			await context.addInitScript(() => {
				Object.defineProperty(window, 'localStorage', {
					get: () => {
						throw new DOMException('denied', 'SecurityError');
					}
				});
			});
		const page = await context.newPage();
		await openQuiz(page, 'kind:verdict');
		await open(page);
		await wider(page).check();
		await expectWide(page);
		await context.close();
	}
});

test('paper is not concerned', async ({ page }) => {
	await page.goto(`/read/${slug}`);
	await open(page);
	await wider(page).check();
	await page.emulateMedia({ media: 'print' });
	expect((await setting(page)).letters).toBe(0);
});

test('wide and large, an article and a question still breach nothing of WCAG 2.2 AA and scroll no way but down', async ({
	page
}) => {
	test.slow();
	await openQuiz(page, 'kind:match');
	await alive(page);
	await open(page);
	await wider(page).check();
	await larger(page).check();
	await expectReadable(page);
	await page.goto(`/read/${slug}`);
	await expectReadable(page);
});
