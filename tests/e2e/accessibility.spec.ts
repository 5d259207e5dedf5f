// Every page in light, dark and forced colours, narrow and wide: no breach that axe can see of
// WCAG 2.2 AA, and no sideways scroll.

import { expect, test, type Page } from '@playwright/test';
import { kinds } from '../../src/lib/questions/schema.ts';
import { expectReadable } from '../support/axe.ts';
import { answer, form, openQuiz, slug, takeToTheEnd } from '../support/taker.ts';

/** Every kind of page, and how to get there. */
const pages: Record<string, (page: Page) => Promise<unknown>> = {
	home: (page) => page.goto('/'),
	about: (page) => page.goto('/about'),
	'progress without answers': async (page) => {
		await page.goto('/progress');
		await expect(page.getByText('No answers are kept')).toBeVisible();
	},
	privacy: (page) => page.goto('/privacy'),
	'what is kept': (page) => page.goto('/offline'),
	'page that cannot be had': (page) => page.goto('/offline#/join'),
	'before a session': async (page) => {
		await page.goto('/study');
		await page.getByRole('button', { name: 'Begin' }).waitFor();
	},
	'question of a session': async (page) => {
		await page.goto('/study');
		await page.getByRole('button', { name: 'Begin' }).click();
		await form(page).waitFor();
	},
	'end of a session': async (page) => {
		await page.goto('/study');
		await page.getByRole('combobox').selectOption('3');
		await page.getByRole('heading', { name: '3 new' }).waitFor();
		await page.getByRole('button', { name: 'Begin' }).click();
		await form(page).waitFor();
		for (let n = 1; n <= 3; n++) {
			await answer(page);
			const before = page.url();
			await page.getByRole('link', { name: /^(Next question|To the result)$/u }).click();
			await page.waitForURL((url) => url.href !== before);
		}
		await page.getByRole('heading', { name: 'Done for today' }).waitFor();
	},
	'end of no session': async (page) => {
		await page.goto('/study/result');
		await page.getByRole('heading', { name: 'No session yet' }).waitFor();
	},
	article: (page) => page.goto(`/read/${slug}`),
	'x-ray of voices': (page) => page.goto(`/read/${slug}/xray?layer=voice`),
	'x-ray of certainty': (page) => page.goto(`/read/${slug}/xray?layer=certainty`),
	'x-ray of sources': (page) => page.goto(`/read/${slug}/xray?layer=source`),
	'page that is not there': (page) => page.goto('/no/such/page'),
	'result without answers': async (page) => {
		const url = new URL(await openQuiz(page, 'quick'));
		await page.goto(`/quiz/${slug}/result${url.search}`);
	},
	result: async (page) => {
		await openQuiz(page, 'quick');
		await takeToTheEnd(page);
	},
	worksheet: async (page) => {
		const url = new URL(await openQuiz(page, 'full'));
		await page.goto(`/quiz/${slug}/sheet${url.search}`);
	}
};
for (const kind of kinds) {
	pages[`question, ${kind}`] = (page) => openQuiz(page, `kind:${kind}`);
	pages[`reasons, ${kind}`] = async (page) => {
		await openQuiz(page, `kind:${kind}`);
		await answer(page);
	};
}

for (const [name, open] of Object.entries(pages))
	test(`${name}: no breach of WCAG 2.2 AA and no sideways scroll in any colours, at 320 and 1280 px`, async ({
		page
	}) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize({ width: 1280, height: 900 });
		await open(page);
		await expectReadable(page);
	});
