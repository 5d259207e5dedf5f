// A page as everyone has to be able to read it.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const schemes = [
	{ name: 'light', colorScheme: 'light', forcedColors: 'none' },
	{ name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
	{ name: 'forced colours', colorScheme: 'light', forcedColors: 'active' }
] as const;

/**
 * The page that is open has no breach of WCAG 2.2 AA that axe can see, in light, dark and forced
 * colours, and no sideways scroll, narrow and wide.
 */
export async function expectReadable(page: Page): Promise<void> {
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
}
