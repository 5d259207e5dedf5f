// Every page in light, dark and forced colours, narrow and wide: no breach that axe can see of
// WCAG 2.2 AA, and no sideways scroll.

import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { kinds } from '../../src/lib/questions/schema.ts';
import { answer, openQuiz, slug, takeToTheEnd } from '../support/taker.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every kind of page, and how to get there. */
const pages: Record<string, (page: Page) => Promise<unknown>> = {
	home: (page) => page.goto('/'),
	about: (page) => page.goto('/about'),
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

const schemes = [
	{ name: 'light', colorScheme: 'light', forcedColors: 'none' },
	{ name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
	{ name: 'forced colours', colorScheme: 'light', forcedColors: 'active' }
] as const;

for (const [name, open] of Object.entries(pages))
	test(`${name}: no breach of WCAG 2.2 AA and no sideways scroll in any colours, at 320 and 1280 px`, async ({
		page
	}) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize({ width: 1280, height: 900 });
		await open(page);
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(over, `sideways scroll at ${String(width)} px`).toBe(0);
			for (const { name: scheme, ...media } of schemes) {
				await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
				const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
				expect(
					violations.map(
						({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
					),
					`${scheme} at ${String(width)} px`
				).toEqual([]);
			}
		}
	});
