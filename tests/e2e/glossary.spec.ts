// Words of the article that the pack explains: a tap tells what they mean, beside them, and never stands in
// the way of choosing a sentence, of the marks or of the citations.

import { expect, test, type Locator, type Page } from '@playwright/test';
import type { GlossaryEntry } from '../../src/lib/questions/pack.ts';
import { assign, take } from '../support/assigned.ts';
import { expectReadable } from '../support/axe.ts';
import { packNamed } from '../support/pack.ts';
import { alive, answer, lookAt, openQuiz, slug } from '../support/taker.ts';

const pack = packNamed(slug);
const first = entry(0);

function entry(i: number): GlossaryEntry {
	const found = pack.glossary[i];
	if (!found) throw new Error('the pack explains too few words');
	return found;
}

const word = (page: Page, text = first.word): Locator =>
	page.locator('.article').getByRole('button', { name: text, exact: true });
const told = (page: Page): Locator => page.locator('[popover]:popover-open');

/** The meaning is shown next to the word, and whole inside the window. */
async function expectBeside(page: Page, tapped: Locator): Promise<void> {
	await expect(told(page)).toHaveText(`${first.word}: ${first.means}`);
	const [one, other] = [await tapped.boundingBox(), await told(page).boundingBox()];
	const window = page.viewportSize();
	if (!one || !other || !window) throw new Error('the word or its meaning is not drawn');
	const gap = Math.max(other.y - (one.y + one.height), one.y - (other.y + other.height));
	expect(gap).toBeGreaterThanOrEqual(0);
	expect(gap).toBeLessThan(30);
	expect(other.x).toBeGreaterThanOrEqual(0);
	expect(other.x + other.width).toBeLessThanOrEqual(window.width);
}

for (const width of [320, 360, 1280])
	test(`a tap on a word tells its meaning beside it, another tap takes it away, at ${String(width)} px`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 740 });
		await page.goto(`/read/${slug}`);
		await word(page).click();
		await expectBeside(page, word(page));
		await page.locator('.article h1').click();
		await expect(told(page)).toHaveCount(0);
	});

test('by keyboard: Enter tells, Escape takes it away and leaves the focus on the word', async ({
	page
}) => {
	await page.goto(`/read/${slug}`);
	await word(page).focus();
	await page.keyboard.press('Enter');
	await expectBeside(page, word(page));
	await page.keyboard.press('Escape');
	await expect(told(page)).toHaveCount(0);
	await expect(word(page)).toBeFocused();
});

test('a screen reader hears the meaning with the word, every explained word once', async ({
	page
}) => {
	await page.goto(`/read/${slug}`);
	for (const { word: text, means } of pack.glossary) {
		await expect(word(page, text)).toHaveCount(1);
		await expect(word(page, text)).toHaveAccessibleDescription(`${text}: ${means}`);
	}
});

test('without JavaScript it works on the article’s page and beside a question', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	for (const address of [`/read/${slug}`, `/quiz/${slug}/new?draw=kind:verdict`]) {
		await page.goto(address);
		await word(page).click();
		await expectBeside(page, word(page));
	}
	await context.close();
});

test('beside a question it works with the sheet lowered on a phone, and the question stays as it was', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await openQuiz(page, 'kind:verdict');
	await alive(page);
	await page.locator('#answer input[name=r]').first().check();
	await lookAt(page, 'article');
	await word(page).click();
	await expectBeside(page, word(page));
	await lookAt(page, 'card');
	await expect(page.locator('#answer input[name=r]').first()).toBeChecked();
});

for (const kind of ['select', 'two-part'])
	test(`${kind}: a tap anywhere on a sentence chooses it, and the words are listed below the article`, async ({
		page
	}) => {
		await openQuiz(page, `kind:${kind}`);
		await alive(page);
		await expect(page.locator('.article button')).toHaveCount(0);
		await expect(page.getByRole('region', { name: 'Words explained' })).toContainText(first.means);
		// The tap lands on the explained word itself.
		const at = await page
			.locator('.article .t', { hasText: first.word })
			.first()
			.evaluate((sentence, text) => {
				const node = sentence.firstChild;
				const start = node?.textContent?.indexOf(text) ?? -1;
				if (!node || start < 0) throw new Error('the word is not one text with its sentence');
				sentence.scrollIntoView({ block: 'center' });
				const range = document.createRange();
				range.setStart(node, start);
				range.setEnd(node, start + text.length);
				const { x, y, width, height } = range.getBoundingClientRect();
				return { x: x + width / 2, y: y + height / 2 };
			}, first.word);
		await page.mouse.click(at.x, at.y);
		const chosen = page.locator('.article label:has(:checked)');
		await expect(chosen).toHaveCount(1);
		await expect(chosen).toContainText(first.word);
	});

test('beside reasons, cited words stay marked and a citation leads to its sentence', async ({
	page
}) => {
	await openQuiz(page, 'kind:verdict');
	await alive(page);
	await answer(page);
	const marked = (await page.locator('.article mark').allInnerTexts()).join('');
	expect(marked).not.toBe('');
	await expect(page.locator('.article mark button')).toHaveCount(0);
	await page.locator('.article .glossed').last().click();
	await expect(told(page)).toBeVisible();
	await page.keyboard.press('Escape');
	const citation = page.locator('#card a[href^="#s"]').first();
	const sentence = await citation.getAttribute('href');
	await citation.click();
	await expect(page.locator(`.article ${sentence ?? ''}`)).toHaveClass(/\bat\b/u);
});

test('in an assigned attempt the meanings are on the device: they come without a network', async ({
	page,
	context
}) => {
	const school = await assign(context, { wish: { draw: 'kind:verdict' } });
	try {
		await take(page, school.path);
		await context.setOffline(true);
		await word(page).click();
		await expectBeside(page, word(page));
	} finally {
		await school.store.close();
	}
});

test('a meaning that is open breaches nothing of WCAG 2.2 AA', async ({ page }) => {
	test.slow();
	await page.goto(`/read/${slug}`);
	await word(page).click();
	await expect(told(page)).toBeVisible();
	await expectReadable(page);
});
