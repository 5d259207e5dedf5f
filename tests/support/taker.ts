// Takes quizzes in a browser the way a learner does: by the controls that the page shows.

import { expect, type Locator, type Page } from '@playwright/test';

export const slug = 'moscow-demands';

/** Opens a fresh quiz and returns its address, which names the quiz and holds no answer. */
export async function openQuiz(page: Page, draw: string, mode = 'open'): Promise<string> {
	await page.goto(`/quiz/${slug}/new?draw=${draw}&m=${mode}`);
	await expect(form(page)).toBeVisible();
	return page.url();
}

export const form = (page: Page): Locator => page.locator('form#answer');
export const verdict = (page: Page): Locator => page.locator('#why-verdict');
export const next = (page: Page): Locator =>
	page.getByRole('link', { name: /^(Next question|To the result)$/u });

/** Waits until scripts have taken over the player. */
export const alive = (page: Page): Promise<void> =>
	expect(page.locator('.player.live')).toBeVisible();

/** Chooses something in every part of the question on the page, whatever its kind. */
export async function choose(page: Page): Promise<void> {
	await expect(form(page)).toBeVisible();
	const selects = form(page).locator('select');
	const places = await selects.count();
	for (let i = 0; i < places; i++) {
		// Choosing a place may move the line: the first one without a place is next.
		const empty = form(page).locator('select:has(option[value=""]:checked)');
		if ((await empty.count()) > 0) await empty.first().selectOption({ index: 1 + i });
	}
	const groups = await form(page)
		.locator('input[type=radio]')
		.evaluateAll((inputs) => [...new Set(inputs.map((one) => one.getAttribute('name') ?? ''))]);
	for (const name of groups.filter((one) => one !== 'sure'))
		await form(page).locator(`input[name="${name}"]`).first().check();
	const closed = form(page).locator('details:not([open]) > summary');
	if ((await closed.count()) > 0) await closed.first().click();
	const boxes = form(page).locator('input[type=checkbox][name=r]');
	if ((await boxes.count()) > 0) await boxes.first().check();
	await chooseSentences(page);
}

/** Taps as many sentences of the article as the question asks for. */
async function chooseSentences(page: Page): Promise<void> {
	const inputs = page.locator('.article input');
	if ((await inputs.count()) === 0) return;
	const one = (await inputs.first().getAttribute('type')) === 'radio';
	const [several = '1'] = one
		? []
		: (/\d(?= chosen| sentences)/u.exec(await form(page).innerText()) ?? []);
	const wanted = Number(several);
	await lookAt(page, 'article');
	for (let i = 0; i < wanted; i++) await inputs.nth(i).check();
	await lookAt(page, 'card');
}

/** On a phone: lowers or raises the sheet that lies over the article. */
export async function lookAt(page: Page, pane: 'article' | 'card'): Promise<void> {
	const control = page.locator(`input[name=pane][value=${pane}]`);
	const label = page.locator('label', { has: control });
	if ((await control.count()) > 0 && (await label.isVisible())) await label.click();
}

/** Answers the question on the page and waits for its reasons. */
export async function answer(page: Page): Promise<void> {
	await choose(page);
	await form(page).getByRole('button', { name: 'Check' }).click();
	await expect(verdict(page)).toBeVisible();
}

/** Answers all that is left, up to the result. Returns how many questions that were. */
export async function takeToTheEnd(page: Page): Promise<number> {
	for (let answered = 1; ; answered++) {
		await answer(page);
		const before = page.url();
		await next(page).click();
		await expect(page).not.toHaveURL(before);
		await expect(form(page).or(page.locator('.score'))).toBeVisible();
		if ((await form(page).count()) === 0) return answered;
	}
}
