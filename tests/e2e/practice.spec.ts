// Nobody takes an article that was written for practice for news, and everyone sees how hard a text is.

import { expect, test } from '@playwright/test';
import { assign, take } from '../support/assigned.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import { packNamed } from '../support/pack.ts';
import { makeClass, makeTeacher } from '../support/school.ts';

const practice = 'Practice article: people and places are invented';
const invented = 'transfer-rumour';
const news = 'moscow-demands';
const level = /(easy to read|of medium difficulty|hard to read) \(LIX \d+\)/u;

test('the first page marks every practice article and no other, easiest first by the measure it shows', async ({
	page
}) => {
	await page.goto('/');
	const cards = page.locator('.cards > li');
	await expect(cards.first()).toBeVisible();
	const texts = await cards.allInnerTexts();
	const measures = texts.map((text) => Number(/LIX (\d+)/u.exec(text)?.[1]));
	expect(measures.length).toBeGreaterThan(4);
	expect(measures).toEqual(measures.toSorted((a, b) => a - b));
	for (const card of await cards.all()) {
		const slug = await card.locator('h3 a').getAttribute('href');
		await expect(card.getByText(practice)).toHaveCount(slug === `/read/${news}` ? 0 : 1);
	}
});

test('the page of an article says that it is for practice and what LIX is, under the title and in the source', async ({
	page
}) => {
	await page.goto(`/read/${invented}`);
	await expect(page.locator('.dateline')).toContainText(practice);
	await expect(page.locator('.dateline')).toContainText(level);
	const source = page.getByRole('region', { name: 'Where this text comes from' });
	await expect(source).toContainText(practice);
	await expect(source).toContainText('LIX is the mean number of words in a sentence');
	await page.goto(`/read/${news}`);
	await expect(page.locator('.dateline')).toContainText(level);
	await expect(page.getByText(practice)).toHaveCount(0);
});

test('the article over a question and the printed sheet say so too', async ({ page }) => {
	await page.goto(`/quiz/${invented}/new?draw=quick`);
	await expect(page.locator('.dateline')).toContainText(practice);
	await expect(page.locator('.dateline')).toContainText(level);
	await page.goto(`/quiz/${invented}/sheet${new URL(page.url()).search}`);
	await expect(page.locator('.dateline')).toContainText(practice);
	await expect(page.locator('.dateline')).toContainText(level);
});

test('an assigned attempt says so over its questions, also once the device draws it', async ({
	page,
	context
}) => {
	const school = await assign(context, { pack: packNamed(invented) });
	try {
		await take(page, school.path);
		await expect(page.locator('.dateline')).toContainText(practice);
		await expect(page.locator('.dateline')).toContainText(level);
	} finally {
		await school.store.close();
	}
});

test('a teacher sees it where the article is chosen and where its quiz is', async ({
	page,
	context
}) => {
	const store = await openE2eStore();
	try {
		const teacher = await makeTeacher(store.db);
		await makeClass(store.db, teacher);
		await signIn(context, store.db, { teacher });
		await page.goto('/teach/assign');
		const card = page.locator('.articles > li', {
			has: page.locator(`a[href="/read/${invented}"]`)
		});
		await expect(card).toContainText(practice);
		await expect(card).toContainText(level);
		await page.goto(`/teach/assign?slug=${invented}&draw=quick`);
		await expect(page.locator('.on')).toContainText(practice);
		await expect(page.locator('.on')).toContainText(level);
	} finally {
		await store.close();
	}
});
