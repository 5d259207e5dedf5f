// Takes quizzes in a browser the way a learner does: by the controls that the page shows.

import { expect, type Page } from '@playwright/test';

export const slug = 'moscow-demands';

/** Opens a fresh quiz and returns its address, which names the quiz and holds no answer. */
export async function openQuiz(page: Page, draw: string, mode = ''): Promise<URL> {
	await page.goto(`/quiz/${slug}/new?draw=${draw}${mode}`);
	await expect(page.locator('form#answer')).toBeVisible();
	await untilAlive(page);
	return new URL(page.url());
}

/** Waits until scripts have taken over, where there are any. */
export async function untilAlive(page: Page): Promise<void> {
	if (await hasScripts(page)) await expect(page.locator('html')).toHaveAttribute('data-alive', '');
}

/** A page without scripts has no element that only a script can make. */
const hasScripts = async (page: Page): Promise<boolean> =>
	(await page.locator('noscript').count()) === 0 ||
	(await page
		.locator('noscript')
		.first()
		.evaluate((element) => element.children.length === 0));

/** Chooses something in every part of the question on the page, whatever its kind. */
export async function choose(page: Page): Promise<void> {
	const form = 'form#answer';
	const kind = await page.locator('[data-kind]').first().getAttribute('data-kind');
	const inputs = (name: string) =>
		page.locator(`${form} input[name="${name}"], input[form="answer"][name="${name}"]`);
	switch (kind) {
		case 'match':
		case 'categorise': {
			const names = await page
				.locator('input[type=radio][name^="r."]')
				.evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))]);
			for (const name of names) await inputs(name).first().check({ force: true });
			return;
		}
		case 'order': {
			const selects = page.locator('select[name^="r."]');
			const count = await selects.count();
			for (let i = 0; i < count; i++) await selects.nth(i).selectOption(String(i + 1));
			return;
		}
		case 'select':
		case 'two-part': {
			if (kind === 'two-part') await inputs('r').first().check({ force: true });
			const name = kind === 'select' ? 'r' : 'e';
			const pick = Number(await page.locator('[data-pick]').first().getAttribute('data-pick'));
			for (let i = 0; i < pick; i++) await inputs(name).nth(i).check({ force: true });
			return;
		}
		default:
			await inputs('r').first().check({ force: true });
	}
}

/** Answers the question on the page and waits for its explanation. */
export async function answer(page: Page): Promise<void> {
	await choose(page);
	await page.locator('form#answer button[value=check]').click();
	await expect(page.locator('[data-explanation]')).toBeVisible();
}

/** Takes the whole quiz from where it stands to the result, and returns how many were answered. */
export async function takeToTheEnd(page: Page): Promise<number> {
	for (let answered = 1; ; answered++) {
		await answer(page);
		await page.locator('a[data-next]').click();
		await expect(page.locator('form#answer, [data-result], [data-ending]').first()).toBeVisible();
		if ((await page.locator('form#answer').count()) === 0) return answered;
	}
}
