// What a question of an assigned quiz costs a phone on a slow line: at most 10 KB more than a question
// of self-study may (budget.spec.ts), with all questions of the attempt in it.

import { expect, test } from '@playwright/test';
import { assign, exam, lesson } from '../support/assigned.ts';

const kilobyte = 1000;

for (const [name, wish] of [
	['lesson', lesson],
	['test with a time limit', { ...exam, time_limit_ms: 60 * 60_000 }]
] as const)
	test(`a question page of a ${name}, cold: at most 80 KB, 55 KB of script, 20 requests`, async ({
		browser
	}) => {
		const context = await browser.newContext();
		const school = await assign(context, {
			...wish,
			attempt: 'time_limit_ms' in wish ? { deadline_at: Date.now() + wish.time_limit_ms } : {}
		});
		try {
			const cold = await context.newPage();
			const wire = await context.newCDPSession(cold);
			await wire.send('Network.enable');
			const sizes = { total: 0, script: 0, requests: 0 };
			wire.on('Network.responseReceived', ({ type, response }) => {
				// What the file weighs, compressed; `total` counts its headers too.
				if (type === 'Script') sizes.script += Number(response.headers['Content-Length'] ?? 0);
			});
			wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
				sizes.total += encodedDataLength;
				sizes.requests++;
			});
			await cold.goto(school.path, { waitUntil: 'networkidle' });
			await expect(cold.locator('.taking.live')).toBeVisible();
			test.info().annotations.push({ type: 'bytes', description: JSON.stringify(sizes) });
			expect(sizes.script).toBeGreaterThan(10 * kilobyte);
			expect(sizes.script).toBeLessThanOrEqual(55 * kilobyte);
			expect(sizes.total).toBeLessThanOrEqual(80 * kilobyte);
			expect(sizes.requests).toBeLessThanOrEqual(20);
		} finally {
			await school.store.close();
			await context.close();
		}
	});
