// Self-study without a network: what is kept, how it opens, how it mends itself, and what is never kept.

import { expect, test, type Page } from '@playwright/test';
import { assign, give, take } from '../support/assigned.ts';
import { openLine, type Line } from '../support/line.ts';
import {
	coldStart,
	keepEverything,
	listLibrary,
	readCaches,
	workerReady
} from '../support/offline.ts';
import {
	alive,
	answer,
	choose,
	form,
	next,
	openQuiz,
	slug,
	takeToTheEnd,
	verdict
} from '../support/taker.ts';

test('the browser can install it: manifest, icons for any shape, shortcuts, marks for iOS', async ({
	page
}) => {
	await page.goto('/');
	const browser = await page.context().newCDPSession(page);
	const manifest = await browser.send('Page.getAppManifest');
	expect(manifest.errors).toEqual([]);
	const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
	// A context of a test is a private window, where nothing is installed.
	expect(
		installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')
	).toEqual([]);

	const said = JSON.parse(manifest.data ?? '{}') as {
		icons: { src: string; sizes: string; type: string; purpose?: string }[];
		shortcuts: { url: string }[];
		start_url: string;
	};
	const drawn = said.icons.filter(({ type }) => type === 'image/png');
	expect(drawn.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)).toEqual([
		'192x192 any',
		'512x512 any',
		'192x192 maskable',
		'512x512 maskable'
	]);
	const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
	for (const { src, sizes } of [...drawn, { src: touch ?? '', sizes: '180x180' }]) {
		const png = await (await page.request.get(src)).body();
		expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
	}
	for (const url of [said.start_url, ...said.shortcuts.map((one) => one.url)])
		expect((await page.request.get(url)).ok(), url).toBe(true);
});

test('after one visit and ‘keep everything’ all of it works from a cold start without a network: home, every article, a quiz to its result, its X-ray', async ({
	page,
	context
}) => {
	test.slow();
	const { articles } = await listLibrary(page);
	await keepEverything(page);
	const cold = await coldStart(context);

	await cold.goto('/');
	for (const { title } of articles)
		await expect(cold.getByRole('heading', { name: title })).toBeVisible();
	for (const { slug: one, title } of articles) {
		await cold.goto(`/read/${one}`);
		await expect(cold).toHaveTitle(`${title} · Says Who`);
		await expect(cold.locator('.article')).toBeVisible();
	}
	await cold.getByRole('button', { name: 'Quick' }).click();
	await alive(cold);
	const answered = await takeToTheEnd(cold);
	expect(answered).toBe(articles.at(-1)?.quick);
	await cold.getByRole('link', { name: 'X-ray' }).first().click();
	await expect(cold.getByRole('navigation', { name: 'Layers' })).toBeVisible();
	await cold.goBack();
	await expect(cold.locator('.score')).toBeVisible();
	await cold.reload();
	await expect(cold.locator('.score')).toBeVisible();
	await cold.getByRole('link', { name: /worksheet/iu }).click();
	await expect(cold.locator('.sheet')).toBeVisible();
	await cold.goto('/about');
	await expect(cold.getByRole('heading', { name: 'How it works' })).toBeVisible();
});

test('a quiz that is going on survives a reload without a network, with its answers', async ({
	page,
	context
}) => {
	await keepEverything(page);
	await openQuiz(page, 'quick');
	await alive(page);
	await answer(page);
	await context.setOffline(true);
	await page.reload();
	await expect(verdict(page)).toBeVisible();
	await next(page).click();
	await expect(page).toHaveTitle(/^Question 2 of/u);
	await answer(page);
});

test('an article that was opened once opens without a network; one that was not says so, and the way home is there', async ({
	page,
	context
}) => {
	const { articles } = await listLibrary(page);
	await page.goto(`/read/${slug}`);
	await workerReady(page);
	await expect.poll(async () => kept(page, `/packs/${slug}/`)).toBe(1);
	const cold = await coldStart(context);
	await cold.goto(`/read/${slug}`);
	await expect(cold.locator('.article')).toBeVisible();

	const other = articles.find((one) => one.slug !== slug)?.slug ?? 'never-opened';
	await cold.goto(`/read/${other}`);
	await expect(
		cold.getByRole('heading', { name: 'No connection, and not on this device' })
	).toBeVisible();
	await cold.getByRole('link', { name: 'All articles' }).click();
	await expect(cold.locator('.card').filter({ hasText: 'On this device' })).toHaveCount(1);
	await expect(cold.locator('.card').filter({ hasText: 'Needs a connection' })).toHaveCount(
		articles.length - 1
	);
});

test('a page that only the server has says what happened, what is kept and what to do', async ({
	page,
	context
}) => {
	await keepEverything(page);
	const cold = await coldStart(context);
	for (const path of ['/join', '/teach', '/privacy']) {
		await cold.goto(path);
		await expect(cold.getByRole('alert')).toContainText(`‘${path}’ could not be opened`);
		await expect(cold.getByText('Nothing is lost')).toBeVisible();
		await expect(cold.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', path);
	}
	await cold.getByRole('main').getByRole('link', { name: 'All articles' }).click();
	await expect(cold.locator('.card').first()).toBeVisible();
	// A link to such a page says the same as its address.
	await cold.getByRole('link', { name: 'Join a class' }).click();
	await expect(cold.getByRole('heading', { name: 'No connection' })).toBeVisible();
	await expect(cold.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', '/join');
	await cold.goto('/privacy');
	await context.setOffline(false);
	await cold.getByRole('link', { name: 'Try again' }).click();
	await expect(cold.getByRole('heading', { name: 'Privacy', exact: true })).toBeVisible();
});

test.describe('on a line of its own', () => {
	let line: Line;
	test.beforeEach(async ({ baseURL }) => {
		line = await openLine(baseURL ?? '');
	});
	test.afterEach(() => line.stop());

	test('a line that hangs is not waited for: pages open from what is kept, and a quiz goes on', async ({
		page
	}) => {
		await keepEverything(page, line.address);
		line.hang(true);
		await page.goto(`${line.address}/`);
		await expect(page.locator('.card').first()).toBeVisible();
		await page
			.getByRole('link', { name: /^Start/u })
			.first()
			.click();
		await alive(page);
		await answer(page);
	});

	test('a newer version is offered while a quiz runs and changes nothing until it is asked for; then the page loads once, with its answers', async ({
		page
	}) => {
		await keepEverything(page, line.address);
		await page.goto(`${line.address}/quiz/${slug}/new?draw=quick`);
		await alive(page);
		await answer(page);
		const loads: string[] = [];
		page.on('load', () => loads.push(page.url()));

		line.release();
		await page.evaluate(async () => {
			await (await navigator.serviceWorker.getRegistration())?.update();
		});
		const offer = page.getByRole('status').filter({ hasText: 'A newer version is ready' });
		await expect(offer).toBeVisible();
		// The quiz goes on, in the version in which it was begun.
		await next(page).click();
		await answer(page);
		expect(loads).toEqual([]);
		expect(await waitingWorkers(page)).toBe(true);

		await offer.getByRole('button', { name: 'Use it' }).click();
		await expect.poll(() => loads.length).toBe(1);
		await expect(verdict(page)).toBeVisible();
		await expect(page.getByText('Answered: 1 and 2.')).toBeAttached();
		await expect(offer).toHaveCount(0);
		expect(await waitingWorkers(page)).toBe(false);
		expect(loads).toHaveLength(1);
	});

	test('a page that came from the newer version already is not asked about it', async ({
		page
	}) => {
		await keepEverything(page, line.address);
		line.release();
		await page.goto(`${line.address}/about`);
		await expect.poll(() => cachesOf(page)).toHaveLength(1);
		await expect.poll(() => waitingWorkers(page)).toBe(false);
		await expect(page.getByText('A newer version is ready')).toHaveCount(0);
	});
});

test('a cache that was half emptied and half broken mends itself at the next start with a network', async ({
	page,
	context
}) => {
	await keepEverything(page);
	const before = await weigh(page);
	await damage(page);
	expect(await weigh(page)).not.toEqual(before);

	// What is broken is never given out: the page works before anything is mended.
	await page.goto('/');
	await page
		.getByRole('link', { name: /^Start/u })
		.first()
		.click();
	await alive(page);
	await expect.poll(() => weigh(page)).toEqual(before);

	const cold = await coldStart(context);
	await cold.goto('/');
	await cold
		.getByRole('link', { name: /^Start/u })
		.first()
		.click();
	await alive(cold);
	await answer(cold);
});

test('with a broken cache and no network it says so plainly, and mends once there is one', async ({
	page,
	context
}) => {
	await keepEverything(page);
	const before = await weigh(page);
	await damage(page);
	const cold = await coldStart(context);
	await cold.goto('/');
	await expect(cold.getByRole('heading', { name: 'No connection' })).toBeVisible();
	await context.setOffline(false);
	await cold.getByRole('link', { name: 'Try again' }).click();
	await expect(cold.locator('.card').first()).toBeVisible();
	await expect.poll(() => weigh(cold)).toEqual(before);
});

test('keeping everything shows how far it is, can be stopped, breaks off without harm, and goes on', async ({
	page,
	context
}) => {
	let hold: 'hang' | 'abort' | null = 'hang';
	const release: (() => void)[] = [];
	await context.route('**/packs/*/*', async (route) => {
		if (hold === 'hang') await new Promise<void>((done) => release.push(done));
		if (hold) await route.abort();
		else await route.continue();
	});
	await page.goto('/offline');
	await page.getByRole('button', { name: 'Keep everything offline' }).click();
	await expect(page.getByRole('progressbar', { name: 'Kept so far' })).toBeVisible();
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(page.getByText('Stopped. What was fetched is kept.')).toBeVisible();

	hold = 'abort';
	for (const go of release) go();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByText('The connection broke off')).toBeVisible();

	hold = null;
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByText(/^All \d+ articles? (is|are) on this device/u)).toBeVisible();
	await expect(page.getByRole('progressbar')).toHaveCount(0);
	await page.reload();
	await expect(page.getByText(/^All \d+ articles? (is|are) on this device/u)).toBeVisible();
});

test('a browser that refuses to keep more is told about, and quizzes still run', async ({
	page
}) => {
	await page.addInitScript(() => {
		Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	});
	await page.goto('/offline');
	await page.getByRole('button', { name: 'Keep everything offline' }).click();
	await expect(page.getByText('This browser refuses to keep more')).toBeVisible();
	await openQuiz(page, 'quick');
	await alive(page);
	await answer(page);
});

test('on plain http, where browsers keep nothing, the page says so and everything else works', async ({
	page
}) => {
	await page.addInitScript(() => {
		Reflect.deleteProperty(globalThis, 'caches');
		Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
	});
	await page.goto('/offline');
	await expect(page.getByText('This browser keeps nothing here')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Keep everything offline' })).toHaveCount(0);
	await openQuiz(page, 'quick');
	await alive(page);
	await takeToTheEnd(page);
});

test('nothing personal and nothing assigned is in any cache: only files, the shell and public packs', async ({
	page,
	context
}) => {
	const school = await assign(context, { nickname: 'Pangolin-of-7b' });
	try {
		await take(page, school.path);
		await give(page);
		await keepEverything(page);
		await page.goto('/mine');
		await expect(page.getByText('Pangolin-of-7b').first()).toBeVisible();
		await page.goto(school.path);
		await openQuiz(page, 'quick');
		await alive(page);
		await choose(page);
		await form(page).getByRole('button', { name: 'Check' }).click();
		await expect(verdict(page)).toBeVisible();

		const entries = await readCaches(page);
		const { articles } = await listLibrary(page);
		const packs = articles.map((one) => `/packs/${one.slug}/${one.version}`);
		const paths = entries
			.map(({ path }) => path)
			.filter((path) => !/^\/_app\/immutable\//u.test(path));
		expect(paths.sort()).toEqual(['/packs', '/shell', ...packs].sort());
		for (const { path, text } of entries)
			for (const secret of ['Pangolin', school.attempt, school.classId, school.assignment.id])
				expect(text.includes(secret), `${secret} in ${path}`).toBe(false);
	} finally {
		await school.store.close();
	}
});

const waitingWorkers = (page: Page): Promise<boolean> =>
	page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

const cachesOf = (page: Page): Promise<string[]> =>
	page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('shell')));

const kept = async (page: Page, start: string): Promise<number> =>
	(await readCaches(page)).filter(({ path }) => path.startsWith(start)).length;

/** Bytes of what is kept, by path. */
const weigh = async (page: Page): Promise<Record<string, number>> =>
	Object.fromEntries((await readCaches(page)).map(({ path, text }) => [path, text.length]));

/** Takes away every third entry of every cache, and breaks the others: empty, cut off, or of another kind. */
const damage = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const [i, request] of (await cache.keys()).entries()) {
				const whole = await cache.match(request);
				const type = { headers: { 'content-type': whole?.headers.get('content-type') ?? '' } };
				const text = (await whole?.text()) ?? '';
				if (i % 3 === 0) await cache.put(request, new Response(text.slice(0, 20), type));
				else if (i % 3 === 1) await cache.put(request, new Response('', type));
				else await cache.delete(request);
			}
		}
	});
