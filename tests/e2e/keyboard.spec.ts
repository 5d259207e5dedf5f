// Every kind of question by keyboard alone: Tab, Space, arrows and Enter, no pointer and no focus()
// from outside.

import { expect, test, type Page } from '@playwright/test';
import { kinds } from '../../src/lib/questions/schema.ts';
import { alive, form, openQuiz, verdict } from '../support/taker.ts';

/** What has the focus, as far as a learner's next key depends on it. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement;
		if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
			return { tag: element.tagName, type: element.type, name: element.name, text: '' };
		return { tag: element?.tagName ?? '', type: '', name: '', text: element?.textContent ?? '' };
	});

/** Sentences that the question asks for. */
async function wanted(page: Page): Promise<number> {
	const [several = '1'] = /\d(?= chosen)/u.exec(await form(page).innerText()) ?? [];
	return Number(several);
}

for (const kind of kinds)
	test(`a question of the kind ${kind} is reached, answered and left by keyboard alone`, async ({
		page
	}) => {
		await openQuiz(page, `kind:${kind}`);
		await alive(page);
		const pick = await wanted(page);
		let sentences = 0;
		let boxes = 0;
		let places = 0;
		const seen = new Set<string>();
		for (let stops = 0; stops < 120; stops++) {
			await page.keyboard.press('Tab');
			const { tag, type, name, text } = await focused(page);
			const inArticle = name === 'e' || (name === 'r' && kind === 'select');
			if (tag === 'SUMMARY') await page.keyboard.press('Enter');
			else if (tag === 'SELECT') {
				// A chosen place may move the line; the next one without a place gets the next place.
				if (await page.evaluate(() => (document.activeElement as HTMLSelectElement).value === '')) {
					places++;
					for (let i = 0; i < places; i++) await page.keyboard.press('ArrowDown');
				}
			} else if (type === 'radio' && !['sure', 'pane'].includes(name) && !seen.has(name)) {
				seen.add(name);
				await page.keyboard.press('Space');
			} else if (type === 'checkbox' && inArticle && sentences < pick) {
				sentences++;
				await page.keyboard.press('Space');
			} else if (type === 'checkbox' && name === 'r' && !inArticle && boxes === 0) {
				boxes++;
				await page.keyboard.press('Space');
			} else if (tag === 'BUTTON' && text.includes('Check')) {
				await page.keyboard.press('Enter');
				break;
			}
		}
		await expect(verdict(page)).toBeFocused();
		for (let stops = 0; stops < 120; stops++) {
			await page.keyboard.press('Tab');
			const { tag, text } = await focused(page);
			if (tag === 'A' && /Next question|To the result/u.test(text)) break;
		}
		await page.keyboard.press('Enter');
		await expect(verdict(page)).toHaveCount(0);
	});
