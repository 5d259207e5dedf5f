// A learner with scripts, from the first page to the result.

import { expect, test } from '@playwright/test';
import { kinds } from '../../src/lib/questions/schema.ts';
import {
	alive,
	answer,
	choose,
	form,
	next,
	openQuiz,
	slug,
	takeToTheEnd,
	verdict
} from '../support/taker.ts';

test('one tap on the first page starts a quick quiz of five questions', async ({ page }) => {
	await page.goto('/');
	await page
		.getByRole('link', { name: /^Start/u })
		.first()
		.click();
	await expect(form(page)).toBeVisible();
	await expect(page.getByText('Question 1 of 5').first()).toBeVisible();
});

test('a full quiz is taken to its result, and every question can be read again there', async ({
	page
}) => {
	test.slow();
	await openQuiz(page, 'full');
	await alive(page);
	expect(await takeToTheEnd(page)).toBe(13);
	await expect(page.locator('.score')).toContainText(/of 1\d points/u);
	const questions = page.locator('section[aria-labelledby="again"] > details');
	await expect(questions).toHaveCount(13);
	await questions.first().locator('summary').first().click();
	await expect(questions.first().getByRole('heading', { level: 3 })).toBeVisible();
});

for (const kind of kinds)
	test(`a question of the kind ${kind} can be answered, and says why`, async ({ page }) => {
		await openQuiz(page, `kind:${kind}`);
		await alive(page);
		await answer(page);
		await expect(verdict(page)).toBeFocused();
		await expect(
			page
				.locator('.sheet')
				.getByRole('link', { name: /sentence \d+/iu })
				.first()
		).toBeVisible();
	});

test('the address stays clean while answers are kept, so that a shared link carries none', async ({
	page,
	context
}) => {
	const address = await openQuiz(page, 'kind:verdict');
	await alive(page);
	await answer(page);
	expect(new URL(page.url()).searchParams.get('a')).toBeNull();
	const friend = await context.browser()?.newPage();
	if (!friend) throw new Error('a second browser session is needed');
	await friend.goto(address);
	await expect(form(friend)).toBeVisible();
	await expect(friend.locator('#stem')).toHaveText(await page.locator('#stem').innerText());
	await friend.close();
});

test('an answer is still there after a reload, and after going on and Back', async ({ page }) => {
	await openQuiz(page, 'kind:choice');
	await alive(page);
	await answer(page);
	const said = await verdict(page).innerText();
	await page.reload();
	await expect(verdict(page)).toHaveText(said);
	await next(page).click();
	await expect(form(page)).toBeVisible();
	await page.goBack();
	await expect(verdict(page)).toHaveText(said);
});

test('a skipped question stays open and is offered again before the result', async ({ page }) => {
	await openQuiz(page, 'quick');
	await alive(page);
	await form(page).getByRole('button', { name: 'Skip' }).click();
	await expect(page.getByText('Question 2 of 5').first()).toBeVisible();
	for (let n = 2; n <= 5; n++) {
		await answer(page);
		await next(page).click();
		await expect(verdict(page)).toHaveCount(0);
	}
	await expect(page.getByRole('heading', { name: 'You left 1 question open' })).toBeVisible();
	await page.getByRole('link', { name: 'Question 1', exact: true }).click();
	await answer(page);
});

test('a citation leads to its sentence, marked in its place, and back to the reason', async ({
	page
}) => {
	await openQuiz(page, 'kind:choice');
	await alive(page);
	await answer(page);
	const cite = page
		.locator('.sheet')
		.getByRole('link', { name: /sentence \d+/iu })
		.first();
	const [, n = ''] = /sentence (\d+)/iu.exec(await cite.innerText()) ?? [];
	await cite.click();
	await expect(page.locator(`#s${n}`)).toBeFocused();
	await expect(page.locator(`#s${n}`)).toBeInViewport();
	await expect(page.locator(`#s${n} mark`).first()).toBeVisible();
	await page.locator(`#s${n}`).getByRole('link', { name: /back/iu }).click();
	await expect(cite).toBeFocused();
});

test('the article is at a cited sentence in the next frame: no glide that another scroll cuts off', async ({
	page
}) => {
	await page.setViewportSize({ width: 1280, height: 420 });
	await openQuiz(page, 'kind:categorise');
	await alive(page);
	await answer(page);
	const cites = page.locator('.sheet').getByRole('link', { name: /sentence \d+/iu });
	const far = await cites.evaluateAll(async (links) => {
		const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		const missed: (string | null)[] = [];
		for (const link of links as HTMLAnchorElement[]) {
			link.click();
			await nextFrame();
			await nextFrame();
			const { top, bottom } = document.querySelector(link.hash)?.getBoundingClientRect() ?? {
				top: -1,
				bottom: -1
			};
			if (bottom < 0 || top > innerHeight) missed.push(link.hash);
		}
		return { missed, asked: new Set(links.map((link) => (link as HTMLAnchorElement).hash)).size };
	});
	expect(far.asked).toBeGreaterThan(1);
	expect(far.missed).toEqual([]);
});

test('nothing chosen is said in words, and nothing is marked', async ({ page }) => {
	await openQuiz(page, 'kind:choice');
	await alive(page);
	await form(page).getByRole('button', { name: 'Check' }).click();
	await expect(page.getByRole('alert')).toContainText('Nothing is chosen yet');
	await expect(verdict(page)).toHaveCount(0);
});

test('the whole quiz goes by keyboard: numbers choose, Enter checks, Enter goes on', async ({
	page
}) => {
	await openQuiz(page, 'kind:verdict');
	await alive(page);
	const [, total = '0'] = /Question 1 of (\d+)/u.exec(await page.locator('main').innerText()) ?? [];
	expect(Number(total)).toBeGreaterThan(1);
	for (let n = 1; n <= Number(total); n++) {
		await page.keyboard.press('2');
		await page.keyboard.press('Enter');
		await expect(verdict(page)).toBeFocused();
		await next(page).focus();
		await page.keyboard.press('Enter');
		await expect(verdict(page)).toHaveCount(0);
	}
	await expect(page.locator('.score')).toBeVisible();
});

test('after the first tap the rest of the quiz needs no connection', async ({ page, context }) => {
	await openQuiz(page, 'kind:verdict');
	await alive(page);
	await answer(page);
	await page.waitForLoadState('networkidle');
	await next(page).click();
	await expect(form(page)).toBeVisible();
	await context.setOffline(true);
	await answer(page);
	await next(page).click();
	await answer(page);
});

test('without a connection for the first answer the choice is kept, and the page says what to do', async ({
	page,
	context
}) => {
	await openQuiz(page, 'kind:choice');
	await alive(page);
	await context.setOffline(true);
	await choose(page);
	await form(page).getByRole('button', { name: 'Check' }).click();
	await expect(page.getByRole('alert')).toContainText('What was chosen is still here');
	await expect(form(page).locator('input[name=r]:checked')).toHaveCount(1);
	await context.setOffline(false);
	await form(page).getByRole('button', { name: 'Check' }).click();
	await expect(verdict(page)).toBeVisible();
});

test('where the browser keeps nothing, answers ride in the address and survive a reload', async ({
	page
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'sessionStorage', {
			get() {
				throw new DOMException('forbidden', 'SecurityError');
			}
		});
	});
	await openQuiz(page, 'kind:choice');
	await answer(page);
	const said = await verdict(page).innerText();
	await page.reload();
	await expect(verdict(page)).toHaveText(said);
});

test('an answer that is sent before scripts are there is kept with those given before', async ({
	page
}) => {
	await openQuiz(page, 'kind:choice');
	await alive(page);
	await answer(page);
	await next(page).click();
	await expect(form(page)).toBeVisible();
	await page.route('**/_app/immutable/**/*.js', (route) => route.abort());
	await page.reload();
	await choose(page);
	await page.unrouteAll();
	await form(page).getByRole('button', { name: 'Check' }).click();
	await alive(page);
	await expect(verdict(page)).toBeVisible();
	await expect(page).not.toHaveURL(/[?&](a|do|r)=/u);
	await next(page).click();
	await expect(form(page)).toBeVisible();
	await expect(page.getByText('Answered: 1 and 2.')).toBeAttached();
	await page.reload();
	await expect(page.getByText('Answered: 1 and 2.')).toBeAttached();
});

test('an answer to questions that are gone meanwhile gets the page that says so', async ({
	page
}) => {
	await openQuiz(page, 'kind:choice');
	await alive(page);
	await page.locator('form#answer input[name=v]').evaluate((input: HTMLInputElement) => {
		input.value = '0000000000';
	});
	await choose(page);
	await form(page).getByRole('button', { name: 'Check' }).click();
	await expect(page.getByRole('heading', { name: 'These questions have changed' })).toBeVisible();
});

test('from memory the article stays closed until the answer', async ({ page }) => {
	await openQuiz(page, 'kind:verdict', 'memory');
	await alive(page);
	await expect(page.locator('.article')).toHaveCount(0);
	await answer(page);
	await expect(page.locator('.article')).toBeVisible();
});

test('what was missed can be tried again, and the same skills with new questions', async ({
	page
}) => {
	const first = new URL(await openQuiz(page, 'quick')).searchParams.get('q')?.split('.') ?? [];
	await alive(page);
	await takeToTheEnd(page);
	const fresh = page.getByRole('link', { name: 'Same skills, new questions' });
	const asked = new URL((await fresh.getAttribute('href')) ?? '', page.url()).searchParams.get('q');
	for (const id of asked?.split('.') ?? []) expect(first).not.toContain(id);
	await fresh.click();
	await expect(form(page)).toBeVisible();
});

test('the X-ray shows voice, certainty and source over the text, and as a list', async ({
	page
}) => {
	await page.goto(`/read/${slug}/xray`);
	for (const layer of [/voice/iu, /sure|certain/iu, /source/iu]) {
		await page.getByRole('navigation').getByRole('link', { name: layer }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await expect(page.locator('.article, article').first()).toContainText(
		'sources familiar with the matter'
	);
});
