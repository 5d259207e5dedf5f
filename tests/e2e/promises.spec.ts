// What the first page promises: no account, no cookies, no tracking; and a policy that holds.

import { expect, test } from '@playwright/test';
import { alive, openQuiz, slug, takeToTheEnd } from '../support/taker.ts';

test('a whole visit sets no cookie, asks no other host and breaks no content policy', async ({
	page,
	context,
	baseURL
}) => {
	test.slow();
	const foreign: string[] = [];
	const faults: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(baseURL ?? '')) foreign.push(request.url());
	});
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
	});
	page.on('pageerror', (error) => faults.push(error.message));
	await page.goto('/');
	await page.goto('/about');
	await page.goto(`/read/${slug}`);
	await page.goto(`/read/${slug}/xray`);
	await openQuiz(page, 'full');
	await alive(page);
	await takeToTheEnd(page);
	expect(await context.cookies()).toEqual([]);
	expect(foreign).toEqual([]);
	expect(faults).toEqual([]);
});

test('no page tells the key, a reason or a citation of a question that is not answered', async ({
	request
}) => {
	const drawn = await request.get(`/quiz/${slug}/new?draw=full`);
	const url = new URL(drawn.url());
	for (let n = 1; n <= 13; n++) {
		url.searchParams.set('n', String(n));
		const html = await (await request.get(url.href)).text();
		expect(html).toContain('id="answer"');
		expect(html).not.toMatch(/\\?"(why|cite|accepted|original|right|keys?)\\?":/u);
	}
});
