// What a browser keeps for when there is no network, looked at and broken by tests.

import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Library } from '../../src/lib/study/library.ts';

/** Waits until the page's service worker has all that it needs and looks after the page. */
export const workerReady = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		const { serviceWorker } = navigator;
		await serviceWorker.ready;
		if (!serviceWorker.controller)
			await new Promise((done) => {
				serviceWorker.addEventListener('controllerchange', done, { once: true });
			});
	});

/** Keeps the whole library, by the button. */
export async function keepEverything(page: Page, base = ''): Promise<void> {
	await page.goto(`${base}/offline`);
	await page.getByRole('button', { name: 'Keep everything offline' }).click();
	await expect(page.getByText(/^All \d+ articles? (is|are) on this device/u)).toBeVisible();
	await workerReady(page);
}

export const listLibrary = async (page: Page): Promise<Library> =>
	(await (await page.request.get('/packs')).json()) as Library;

/** Closes the pages, cuts the network, and opens a new page: nothing of the old ones is left. */
export async function coldStart(context: BrowserContext): Promise<Page> {
	await context.setOffline(true);
	const page = await context.newPage();
	for (const old of context.pages()) if (old !== page) await old.close();
	return page;
}

/** Path and text of everything in every cache. */
export const readCaches = (page: Page): Promise<{ path: string; text: string }[]> =>
	page.evaluate(async () => {
		const entries: { path: string; text: string }[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const answer = await cache.match(request);
				const { pathname, search } = new URL(request.url);
				entries.push({ path: pathname + search, text: (await answer?.text()) ?? '' });
			}
		}
		return entries;
	});
