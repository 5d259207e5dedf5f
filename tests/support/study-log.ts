// The log of answers that a browser keeps, from the side: tests put months of answers into it.

import { expect, type Page } from '@playwright/test';
import { skills } from '../../src/lib/questions/skills.ts';
import { itemKey, type LogRow } from '../../src/lib/review/log.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Answers over some days, the last of them today: every skill, every certainty, verdicts among them. */
export function someAnswers(n: number, days: number, device = 'test'): LogRow[] {
	return Array.from({ length: n }, (_, i): LogRow => {
		const at = Date.now() - Math.floor(((n - 1 - i) / n) * days) * DAY - (n - i);
		const skill = skills[i % 12] ?? 'evidence';
		const full = i % 3 > 0;
		const [slug, fact] = ['moscow-demands', `fact-${i % 40}`];
		return {
			v: 1,
			id: `${device}-${i + 1}`,
			device,
			seq: i + 1,
			at,
			day: new Date(at).toISOString().slice(0, 10),
			slug,
			version: '1',
			question: `question-${i}`,
			kind: 'verdict',
			skill,
			facts: [fact],
			item: itemKey(slug, fact, skill),
			response: 'stated',
			points: [full ? 1 : 0, 1],
			max: 1,
			full,
			certainty: ([1, 2, 3] as const)[i % 3] ?? null,
			verdict: [full ? 'stated' : 'not-stated', 'stated'],
			again: false
		};
	});
}

/** Puts rows into the log of the browser and opens the page that shows them. */
export async function openProgress(page: Page, rows: readonly LogRow[]): Promise<void> {
	await page.goto('/progress');
	// The app itself has made the store by now.
	await expect(page.getByRole('heading', { name: 'Take it along' })).toBeVisible();
	if (rows.length === 0) return;
	await page.evaluate(
		(all) =>
			new Promise<void>((settle, reject) => {
				const opening = indexedDB.open('says-who-study');
				opening.onerror = () => {
					reject(new Error('no store'));
				};
				opening.onsuccess = () => {
					const db = opening.result;
					const write = db.transaction('rows', 'readwrite');
					for (const row of all) write.objectStore('rows').put(row);
					write.oncomplete = () => {
						db.close();
						settle();
					};
				};
			}),
		[...rows]
	);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Skills' })).toBeVisible();
}

/** All that the page says in figures, its tables opened. */
export async function figuresOf(page: Page): Promise<string> {
	await page.locator('.columns details').evaluateAll((all) => {
		for (const one of all) one.setAttribute('open', '');
	});
	return page.locator('.columns').innerText();
}
