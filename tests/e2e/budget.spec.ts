// What a question page costs a phone on a slow line: bytes on the wire.

import { expect, test } from '@playwright/test';
import { openQuiz } from '../support/taker.ts';

const kilobyte = 1000;

test('a question page, cold, with the article: at most 70 KB, 45 KB of script, 16 requests', async ({
	browser,
	page
}) => {
	const address = await openQuiz(page, 'full');
	for (const n of [1, 5, 9]) {
		const context = await browser.newContext();
		const cold = await context.newPage();
		const wire = await context.newCDPSession(cold);
		await wire.send('Network.enable');
		const sizes = { total: 0, script: 0, requests: 0 };
		wire.on('Network.responseReceived', ({ type, response }) => {
			// What the file weighs, compressed; `total` counts its headers too.
			if (type === 'Script') sizes.script += Number(response.headers['Content-Length']);
		});
		wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
			sizes.total += encodedDataLength;
			sizes.requests++;
		});
		await cold.goto(`${address}&n=${String(n)}`, { waitUntil: 'networkidle' });
		await expect(cold.locator('.player.live')).toBeVisible();
		test.info().annotations.push({ type: 'bytes', description: JSON.stringify(sizes) });
		expect(sizes.requests).toBeLessThanOrEqual(16);
		expect(sizes.script).toBeLessThanOrEqual(45 * kilobyte);
		expect(sizes.total).toBeLessThanOrEqual(70 * kilobyte);
		await context.close();
	}
});
