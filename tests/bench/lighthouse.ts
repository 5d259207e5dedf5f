// Lighthouse on its phone profile (simulated slow 4G, processor four times slower), the median of
// three runs a page.

import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { findBrowser, LAUNCH_FLAGS } from '../support/browser.ts';
import { startServer } from '../support/server.ts';
import { findPaths } from './pages.ts';
import { median, printTable } from './table.ts';

const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

export async function benchLighthouse(): Promise<void> {
	const server = await startServer();
	const port = await freePort();
	const found = await findBrowser();
	const browser = await chromium.launch({
		executablePath: found.path,
		args: [...LAUNCH_FLAGS, `--remote-debugging-port=${String(port)}`],
		chromiumSandbox: found.sandbox,
		env: { ...process.env, ...found.env }
	});
	try {
		const rows = [['page', ...categories, 'largest paint s', 'lost on']];
		const { home, article, question, explanation, result } = await findPaths(server.address);
		for (const [name, path] of Object.entries({ home, article, question, explanation, result })) {
			const scores = new Map<string, number[]>(categories.map((category) => [category, []]));
			const paints: number[] = [];
			const lost = new Set<string>();
			for (let i = 0; i < runs; i++) {
				const report = await lighthouse(server.address + path, {
					port,
					onlyCategories: categories,
					logLevel: 'error'
				});
				if (!report) throw new Error(`Lighthouse gave no report of ${path}`);
				for (const category of categories) {
					const { score = null, auditRefs = [] } = report.lhr.categories[category] ?? {};
					scores.get(category)?.push((score ?? 0) * 100);
					for (const { id, weight } of auditRefs)
						if (weight > 0 && (report.lhr.audits[id]?.score ?? 1) < 0.9) lost.add(id);
				}
				paints.push((report.lhr.audits['largest-contentful-paint']?.numericValue ?? 0) / 1000);
			}
			rows.push([
				name,
				...[...scores.values()].map((values) => median(values).toFixed(0)),
				median(paints).toFixed(2),
				[...lost].join(', ')
			]);
		}
		printTable(`Lighthouse, phone profile, median of ${String(runs)} runs`, rows);
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((settle) => probe.listen(0, '127.0.0.1', settle));
	const address = probe.address();
	await new Promise((settle) => probe.close(settle));
	if (address === null || typeof address === 'string') throw new Error('no port to be had');
	return address.port;
}
