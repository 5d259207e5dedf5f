// The same way by links and forms alone.

import { expect, test } from '@playwright/test';
import { kinds } from '../../src/lib/questions/schema.ts';
import { answer, form, next, openQuiz, slug, takeToTheEnd, verdict } from '../support/taker.ts';

test.use({ javaScriptEnabled: false });

test('a full quiz is taken from the first page to the result', async ({ page }) => {
	test.slow();
	await page.goto('/');
	await page
		.getByRole('link', { name: /read first/iu })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await openQuiz(page, 'full');
	expect(await takeToTheEnd(page)).toBe(13);
	await expect(page.locator('.score')).toContainText(/of 1\d points/u);
});

for (const kind of kinds)
	test(`a question of the kind ${kind} works as a form`, async ({ page }) => {
		await openQuiz(page, `kind:${kind}`);
		await answer(page);
		await next(page).click();
		await expect(form(page).or(page.locator('.score'))).toBeVisible();
	});

test('an answer survives a reload and Back, since it stands in the address', async ({ page }) => {
	await openQuiz(page, 'kind:choice');
	await answer(page);
	const said = await verdict(page).innerText();
	await page.reload();
	await expect(verdict(page)).toHaveText(said);
	await next(page).click();
	await page.goBack();
	await expect(verdict(page)).toHaveText(said);
});

test('the link to share that the result shows carries no answer', async ({ page }) => {
	await openQuiz(page, 'quick');
	await takeToTheEnd(page);
	const shared = page
		.locator('section', { hasText: /share|link/iu })
		.locator('input[readonly], textarea[readonly], a[href*="?v="]')
		.first();
	const address = (await shared.getAttribute('href')) ?? (await shared.inputValue());
	expect(address).toContain('q=');
	expect(address).not.toMatch(/[?&]a=/u);
});

test('a citation leads to its sentence on the same page', async ({ page }) => {
	await openQuiz(page, 'kind:choice');
	await answer(page);
	const cite = page.locator('.sheet a[href^="#s"]').first();
	const target = (await cite.getAttribute('href')) ?? '';
	await cite.click();
	await expect(page.locator(target)).toBeInViewport();
});

test('the worksheet holds the article, the questions and the key', async ({ page }) => {
	const address = new URL(await openQuiz(page, 'full'));
	await page.goto(`/quiz/${slug}/sheet${address.search}`);
	await expect(page.getByText('sources familiar with the matter have said').first()).toBeVisible();
	await expect(page.getByRole('heading', { name: /key/iu }).first()).toBeVisible();
});
