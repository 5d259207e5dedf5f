// Addresses that were cut off, altered or made up: a page that helps, never a server error.

import { expect, test } from '@playwright/test';
import { openQuiz, slug } from '../support/taker.ts';

const nonsense = [
	'',
	'x',
	'%00',
	'999999',
	'a'.repeat(3000),
	'<script>',
	'~~~~',
	'../..',
	'💥',
	'-1'
];

test('a link that is cut off at any place gives a page that says what to do', async ({
	page,
	request
}) => {
	const address = await openQuiz(page, 'full');
	for (let cut = address.indexOf('?'); cut < address.length; cut += 3) {
		const answer = await request.get(address.slice(0, cut));
		expect([200, 400, 410], address.slice(0, cut)).toContain(answer.status());
	}
});

test('no value of any parameter makes the server fail', async ({ page, request }) => {
	const address = await openQuiz(page, 'full');
	for (const name of ['v', 'q', 's', 'm', 'n', 'a', 'r', 'e', 'do', 'sure', 'r.a'])
		for (const value of nonsense)
			for (const path of ['', '/result', '/sheet']) {
				const url = new URL(address);
				url.pathname += path;
				url.searchParams.set(name, value);
				if (name === 'r') url.searchParams.set('do', 'check');
				const { status } = { status: (await request.get(url.href)).status() };
				expect(status, url.href.slice(0, 300)).toBeLessThan(500);
			}
});

test('questions that are gone are said to be gone, with a way on', async ({ page }) => {
	const url = new URL(await openQuiz(page, 'quick'));
	url.searchParams.set('v', '0000000000');
	const answer = await page.goto(url.href);
	expect(answer?.status()).toBe(410);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.locator('.ways a').first().click();
	await expect(page).toHaveURL(new RegExp(`/read/${slug}`, 'u'));
});

test('an article that does not exist is a clear page with the way home', async ({ page }) => {
	for (const path of ['/read/nothing-here', '/quiz/nothing-here/new', '/no/such/page']) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
});
