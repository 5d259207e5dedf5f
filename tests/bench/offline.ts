// Self-study on a phone: what the library costs to keep, how fast it opens without a network, and how a
// first visit on a slow line feels. Chromium with its processor slowed down four times; the line is a slow
// 4G (150 ms, 1.6 Mbit/s down) where one is needed.

import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findBrowser, LAUNCH_FLAGS } from '../support/browser.ts';
import { openLine } from '../support/line.ts';
import { keepEverything } from '../support/offline.ts';
import { startServer } from '../support/server.ts';
import { alive, choose, form, lookAt, next, verdict } from '../support/taker.ts';
import { findPaths } from './pages.ts';
import { median, printTable } from './table.ts';

const slowdown = 4;
const runs = 7;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const slow4g = {
	offline: false,
	latency: 150,
	downloadThroughput: (1.6 * 1024 * 1024) / 8,
	uploadThroughput: (750 * 1024) / 8
};

export async function benchOffline(): Promise<void> {
	const server = await startServer();
	const found = await findBrowser();
	const browser = await chromium.launch({
		executablePath: found.path,
		args: LAUNCH_FLAGS,
		chromiumSandbox: found.sandbox,
		env: { ...process.env, ...found.env }
	});
	try {
		await weighLibrary(browser, server.address);
		await timeStarts(browser, server.address);
		await feelFirstVisit(browser, server.address);
	} finally {
		await browser.close();
		await server.stop();
	}
}

async function weighLibrary(browser: Browser, server: string): Promise<void> {
	const line = await openLine(server);
	const context = await browser.newContext(phone);
	const page = await context.newPage();
	try {
		await page.goto(`${line.address}/`, { waitUntil: 'networkidle' });
		const visit = line.takeBytes();
		await keepEverything(page, line.address);
		const rest = line.takeBytes();
		const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
		printTable('The whole library, kept: bytes on the line without headers', [
			['what', 'KB'],
			['first visit to the first page', kilobytes(visit)],
			['everything else that is kept', kilobytes(rest)],
			['together', kilobytes(visit + rest)]
		]);
	} finally {
		await context.close();
		await line.stop();
	}
}

async function timeStarts(browser: Browser, server: string): Promise<void> {
	const context = await browser.newContext(phone);
	const first = await context.newPage();
	await keepEverything(first, server);
	const { question, article } = await findPaths(server);
	await context.setOffline(true);
	const times: Record<string, number[]> = {};
	const note = (what: string, time: number) => (times[what] ??= []).push(time);
	for (let i = 0; i < runs; i++) {
		for (const [what, path, shown] of [
			['a quiz by its address, first question alive', question, '.player.live'],
			['an article', article, '.article']
		] as const) {
			const page = await cold(first);
			const before = performance.now();
			await page.goto(server + path, { waitUntil: 'commit' });
			await page.locator(shown).waitFor();
			note(what, performance.now() - before);
			await page.close();
		}
		const page = await cold(first);
		const before = performance.now();
		await page.goto(server, { waitUntil: 'commit' });
		const start = page.getByRole('link', { name: /^Start/u }).first();
		await start.waitFor();
		note('the icon, to the first page', performance.now() - before);
		await start.click();
		await alive(page);
		note('the icon, Start tapped at once, to the first question alive', performance.now() - before);
		await page.close();
	}
	await context.close();
	printTable(
		`Without a network, cold (worker stopped, page new), processor ${String(slowdown)}× slower; ${String(runs)} runs`,
		[
			['from', 'median ms', 'worst ms'],
			...Object.entries(times).map(([what, measured]) => [
				what,
				median(measured).toFixed(0),
				Math.max(...measured).toFixed(0)
			])
		]
	);
}

/** A new slow page, with no service worker running. */
async function cold(first: Page): Promise<Page> {
	const page = await first.context().newPage();
	const browser = await page.context().newCDPSession(page);
	await browser.send('ServiceWorker.enable');
	await browser.send('ServiceWorker.stopAllWorkers');
	await browser.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	return page;
}

async function feelFirstVisit(browser: Browser, server: string): Promise<void> {
	const { home, article, question } = await findPaths(server);
	const paints: string[][] = [['first visit to', 'largest paint ms', 'alive ms']];
	for (const [name, path] of Object.entries({ home, article, question })) {
		const measured: number[] = [];
		const lived: number[] = [];
		for (let i = 0; i < 3; i++) {
			const { page, wire } = await slowPage(browser);
			await page.goto(server + path, { waitUntil: 'networkidle' });
			measured.push(await largestPaint(page));
			lived.push(
				await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? 0)
			);
			await wire.detach();
			await page.context().close();
		}
		paints.push([name, median(measured).toFixed(0), median(lived).toFixed(0)]);
	}
	printTable(
		'Slow 4G, processor 4× slower, as observed; median of 3 (alive: all of its files ran)',
		paints
	);

	const { page } = await slowPage(browser);
	await page.addInitScript(() => {
		const seen: number[] = [];
		Object.assign(globalThis, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				if ('interactionId' in entry && Number(entry.interactionId) > 0) seen.push(entry.duration);
		}).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
	});
	await page.goto(server + question);
	await alive(page);
	let answers = 0;
	while ((await form(page).count()) > 0) {
		await choose(page);
		await form(page).getByRole('button', { name: 'Check' }).click();
		await verdict(page).waitFor();
		answers++;
		await lookAt(page, 'article');
		await lookAt(page, 'card');
		const before = page.url();
		await next(page).click();
		await page.waitForURL((url) => url.href !== before);
		await form(page).or(page.locator('.score')).waitFor();
	}
	const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
	await page.context().close();
	printTable(
		`Interaction to next paint over a full quiz (${String(answers)} answers), same slowness`,
		[
			['interactions of 16 ms and more', 'median ms', 'worst ms'],
			[String(seen.length), median(seen).toFixed(0), Math.max(...seen).toFixed(0)]
		]
	);
}

async function slowPage(browser: Browser): Promise<{ page: Page; wire: CDPSession }> {
	const context = await browser.newContext(phone);
	const page = await context.newPage();
	const wire = await context.newCDPSession(page);
	await wire.send('Network.enable');
	await wire.send('Network.emulateNetworkConditions', slow4g);
	await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	return { page, wire };
}

const largestPaint = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			new Promise<number>((done) => {
				new PerformanceObserver((list) => {
					done(list.getEntries().at(-1)?.startTime ?? 0);
				}).observe({ type: 'largest-contentful-paint', buffered: true });
			})
	);
