// A device that has answered for years: what 10,000 rows of the log cost in a real browser, at the
// processor's own speed.

import { chromium } from '@playwright/test';
import { findBrowser, LAUNCH_FLAGS } from '../support/browser.ts';
import { startServer } from '../support/server.ts';
import { openProgress, someAnswers } from '../support/study-log.ts';
import { median, printTable } from './table.ts';

const answers = 10_000;
const runs = 9;

export async function benchLog(): Promise<void> {
	const server = await startServer();
	const found = await findBrowser();
	const browser = await chromium.launch({
		executablePath: found.path,
		args: LAUNCH_FLAGS,
		chromiumSandbox: found.sandbox,
		env: { ...process.env, ...found.env }
	});
	try {
		const context = await browser.newContext({ baseURL: server.address });
		const page = await context.newPage();
		const rows: string[][] = [
			['', 'none, ms', `${answers.toLocaleString('en-GB')}, ms`, 'bar, ms']
		];
		const measured: number[][] = [];
		let changes = 0;
		for (const n of [0, answers]) {
			await openProgress(page, someAnswers(n, 700));
			const home: number[] = [];
			const chosen: number[] = [];
			for (let i = 0; i < runs; i++) {
				await page.goto('/', { waitUntil: 'load' });
				home.push(
					await page.evaluate(
						() => performance.getEntriesByType('navigation')[0]?.duration ?? Number.NaN
					)
				);
			}
			await page.goto('/study');
			await page.getByRole('combobox').waitFor();
			for (let i = 0; i < runs; i++) {
				// Never the one that is chosen already.
				const length = String(6 + (++changes % 2));
				chosen.push(
					await page.evaluate(async (wished) => {
						const select = document.querySelector('select');
						const heading = document.querySelector('main section.card h2');
						if (!select || !heading) throw new Error('no session to choose');
						const before = performance.now();
						const changed = new Promise<void>((done) => {
							new MutationObserver(() => {
								done();
							}).observe(heading, { childList: true, characterData: true, subtree: true });
						});
						select.value = wished;
						select.dispatchEvent(new Event('change', { bubbles: true }));
						await changed;
						return performance.now() - before;
					}, length)
				);
			}
			measured.push(home, chosen);
		}
		const [homeNone = [], chosenNone = [], home = [], chosen = []] = measured;
		rows.push(
			['home, opened', median(homeNone).toFixed(0), median(home).toFixed(0), '< 100'],
			['next session, chosen', median(chosenNone).toFixed(0), median(chosen).toFixed(0), '< 100']
		);
		printTable(`A log of answers, median of ${String(runs)} in Chromium`, rows);
	} finally {
		await browser.close();
		await server.stop();
	}
}
