// A learner's whole way through an assigned quiz by links and forms alone.

import { expect, test, type Page } from '@playwright/test';
import { presets, type Policy } from '../../src/lib/taking/policy.ts';
import { selectAttemptsOf } from '../../src/lib/server/store/attempt.ts';
import { selectOptionalGrade } from '../../src/lib/server/store/grade.ts';
import { selectResponses } from '../../src/lib/server/store/response.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import { makeAssignment, makeClass, makeLearner, makeTeacher } from '../support/school.ts';
import { choose, form, verdict } from '../support/taker.ts';

test.use({ javaScriptEnabled: false });

const HOUR = 60 * 60 * 1000;
let store: Store;
test.beforeAll(async () => {
	store = await openE2eStore();
});
test.afterAll(() => store.close());

async function school(
	page: Page,
	given: { policy?: Policy; dueIn?: number | null; limit?: number; allowed?: number } = {}
) {
	const { policy = presets.lesson.policy, dueIn = null, limit = null, allowed = 1 } = given;
	const { db } = store;
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher, { name: '8b, the one by the stairs' });
	const owl = await makeLearner(db, group.id, 'Quick Owl');
	const fox = await makeLearner(db, group.id, 'Brave Fox');
	const assignment = await makeAssignment(db, teacher, [group.id], {
		policy,
		wish: { draw: 'quick' },
		time_limit_ms: limit,
		attempts_allowed: allowed,
		dates: { due_at: dueIn === null ? null : Date.now() + dueIn }
	});
	await signIn(page.context(), db, { learner: owl });
	await page.goto('/mine');
	return { teacher, group, owl, fox, assignment };
}

const start = (page: Page) => page.getByRole('button', { name: 'Start' });
const send = (page: Page, name: string) => form(page).getByRole('button', { name }).click();

/** Hands in from the page past the last question. */
async function handIn(page: Page): Promise<void> {
	const sure = page.locator('input[name=sure][value=yes]');
	if ((await sure.count()) > 0) await sure.check();
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page).toHaveURL(/\/result$/u);
}

async function attemptOf(learner: { id: string }, assignment: { id: string }) {
	const [attempt] = await selectAttemptsOf(store.db, assignment.id, learner.id);
	if (!attempt) throw new Error('nothing was started');
	return attempt;
}

test('a lesson: each answer is explained at once, and the result is there after handing in', async ({
	page
}) => {
	const { owl, assignment } = await school(page);
	await expect(page.getByText('Quick Owl')).toBeVisible();
	await start(page).click();

	for (let n = 1; n <= 5; n++) {
		await expect(page.getByText(`Question ${n} of 5`, { exact: false }).first()).toBeVisible();
		await choose(page);
		await send(page, 'Check');
		await expect(verdict(page)).toBeVisible();
		await page.locator('.go a').first().click();
	}
	await handIn(page);

	await expect(page.locator('.score')).toContainText(/of \d points/u);
	await page.locator('#q1 summary').first().click();
	await expect(page.locator('#why1-verdict')).toBeVisible();
	const attempt = await attemptOf(owl, assignment);
	expect(attempt).toMatchObject({ state: 'submitted', submitted_by: 'learner' });
	expect(await selectResponses(store.db, attempt.id)).toHaveLength(5);
	expect(await selectOptionalGrade(store.db, attempt.id)).toBeDefined();

	await page.getByRole('link', { name: 'Back to your list' }).click();
	await expect(page.getByRole('region', { name: 'Done' })).toContainText(/of \d points/u);
	await page.goto(`/take/${attempt.id}`);
	await expect(page).toHaveURL(/\/result$/u);
});

test('a test: answers can be changed until handing in, and nothing is told before it is due', async ({
	page
}) => {
	const { owl, assignment } = await school(page, { policy: presets.test.policy, dueIn: HOUR });
	await start(page).click();
	for (let n = 1; n <= 5; n++) {
		await choose(page);
		if (n === 3) await send(page, 'Skip');
		else await send(page, 'Save');
	}
	// Past the last: the first is changed, the third is still open.
	await expect(page.getByRole('heading', { name: /You left 1 question open/u })).toBeVisible();
	await page.getByRole('link', { name: /^Question 1\b/u }).click();
	await expect(form(page).locator(':checked').first()).toBeAttached();
	await send(page, 'Save');
	await page.goto(`${new URL(page.url()).pathname}?n=6`);
	await handIn(page);

	await expect(page.getByText('Nothing is told yet')).toBeVisible();
	await expect(page.getByText('More after')).toBeVisible();
	await expect(page.locator('.score')).toHaveCount(0);
	await expect(page.locator('ol details')).toHaveCount(0);
	const attempt = await attemptOf(owl, assignment);
	const rows = await selectResponses(store.db, attempt.id);
	expect(rows.filter(({ position }) => position === 0).map(({ revision }) => revision)).toEqual([
		1, 2
	]);
	await expect(page.getByRole('link', { name: 'Back to your list' })).toBeVisible();
});

test('a form that is sent twice is stored once; after Back another answer replaces the first', async ({
	page
}) => {
	const { owl, assignment } = await school(page, { policy: presets.test.policy });
	await start(page).click();
	await choose(page);
	const fields = await form(page).evaluate((element) =>
		element instanceof HTMLFormElement
			? [...new FormData(element)].flatMap(([name, value]) =>
					typeof value === 'string' ? [[name, value]] : []
				)
			: []
	);
	const { origin, pathname } = new URL(page.url());
	const post = (body: string[][]) =>
		page.request.post(`${pathname}?/answer`, {
			headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
			data: new URLSearchParams([...body, ['do', 'check']] as [string, string][]).toString()
		});
	for (let i = 0; i < 3; i++) expect((await post(fields)).ok()).toBe(true);
	const attempt = await attemptOf(owl, assignment);
	expect(await selectResponses(store.db, attempt.id)).toHaveLength(1);

	// The same marks with something else in the form: skipped.
	const marks = fields.filter(([name]) => ['op', 'revision', 'n'].includes(name ?? ''));
	await page.request.post(`${pathname}?/answer`, {
		headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
		data: new URLSearchParams([...marks, ['do', 'skip']] as [string, string][]).toString()
	});
	const rows = await selectResponses(store.db, attempt.id);
	expect(rows.map(({ answer: { response } }) => response === null)).toEqual([false, true]);
});

test('an empty form and one with unknown options come back with a word, and nothing is stored', async ({
	page
}) => {
	const { owl, assignment } = await school(page);
	await start(page).click();
	await send(page, 'Check');
	await expect(page.locator('#notice')).toContainText('Nothing is chosen yet');

	const { origin, pathname } = new URL(page.url());
	const answer = await page.request.post(`${pathname}?/answer`, {
		headers: {
			origin,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded'
		},
		data: 'n=1&r=zz&e=9999&r.zz=zz&do=check&op=forged&revision=-3'
	});
	expect(answer.status()).toBe(400);
	expect(await answer.text()).toContain('id="notice"');
	const attempt = await attemptOf(owl, assignment);
	expect(await selectResponses(store.db, attempt.id)).toEqual([]);
});

test('a pair starts together, and the second finds it in their own list', async ({
	page,
	browser,
	baseURL
}) => {
	const { fox, assignment, owl } = await school(page);
	await page.getByText('Two of you at this device?').click();
	await page.getByLabel('Second of the pair').selectOption('Brave Fox');
	await start(page).click();
	const attempt = await attemptOf(owl, assignment);
	expect(attempt.partner_id).toBe(fox.id);

	const other = await browser.newContext({ javaScriptEnabled: false, baseURL });
	await signIn(other, store.db, { learner: fox });
	const theirs = await other.newPage();
	await theirs.goto('/mine');
	await theirs.getByRole('link', { name: 'Go on' }).click();
	await expect(theirs).toHaveURL(new RegExp(attempt.id, 'u'));
	await expect(form(theirs)).toBeVisible();
	await other.close();
});

test('somebody else’s attempt looks as if it were not there, on every page of it', async ({
	page,
	browser,
	baseURL
}) => {
	const { fox, assignment, owl } = await school(page);
	await start(page).click();
	const { id } = await attemptOf(owl, assignment);
	const other = await browser.newContext({ javaScriptEnabled: false, baseURL });
	await signIn(other, store.db, { learner: fox });
	const theirs = await other.newPage();
	for (const path of [`/take/${id}`, `/take/${id}/result`, '/take/nobody', '/take/nobody/result']) {
		const answer = await theirs.goto(path);
		expect(answer?.status()).toBe(404);
		await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Nothing here for you');
	}
	await other.close();

	const nobody = await browser.newContext({ javaScriptEnabled: false, baseURL });
	const page3 = await nobody.newPage();
	for (const path of ['/mine', `/take/${id}`]) expect((await page3.goto(path))?.status()).toBe(401);
	await nobody.close();
});

test('what is over, used up or not open says so in the list', async ({ page }) => {
	const { assignment, group, teacher, owl } = await school(page);
	await makeAssignment(store.db, teacher, [group.id], {
		title: 'For tomorrow',
		dates: { opens_at: Date.now() + 24 * HOUR }
	});
	await page.reload();
	await expect(page.getByRole('region', { name: 'Later' })).toContainText('For tomorrow');
	// Closed after the page was loaded.
	await store.db
		.updateTable('assignment_class')
		.set({ closed_at: Date.now() })
		.where('assignment_id', '=', assignment.id)
		.execute();
	await start(page).click();
	await expect(page.getByRole('alert')).toContainText('This is over');
	expect(await selectAttemptsOf(store.db, assignment.id, owl.id)).toEqual([]);
});

test('a time limit is announced before the start', async ({ page }) => {
	await school(page, { limit: 20 * 60_000 });
	await expect(page.getByText('Time limit: 20 minutes.')).toBeVisible();
});

test('a doubt about a question reaches the teacher, from the result', async ({ page }) => {
	const { owl, assignment } = await school(page);
	await start(page).click();
	await page.goto(`${new URL(page.url()).pathname}?n=6`);
	await handIn(page);
	const question = page.locator('#q2');
	await question.locator('summary').first().click();
	await question.getByText('Question this question').click();
	await question.getByRole('textbox').fill('Sentence 4 says otherwise.');
	await question.getByRole('button', { name: 'Send to the teacher' }).click();
	await expect(page.getByText('What you wrote was sent to your teacher.')).toBeVisible();
	const { id } = await attemptOf(owl, assignment);
	expect(
		await store.db
			.selectFrom('dispute')
			.select(['position', 'text'])
			.where('attempt_id', '=', id)
			.execute()
	).toEqual([{ position: 1, text: 'Sentence 4 says otherwise.' }]);
});

test('a doubt about a question reaches the teacher, from the question, and the page says so', async ({
	page
}) => {
	await school(page);
	await start(page).click();
	await choose(page);
	await send(page, 'Check');
	await page.getByText('Question this question').click();
	await page.getByLabel('What does not hold up?').fill('Sentence 4 says otherwise.');
	await page.getByRole('button', { name: 'Send to the teacher' }).click();
	await expect(page.getByText('Sent to your teacher.')).toBeVisible();
	// It is said where it was sent, and not at the next question.
	await page.locator('.go a').first().click();
	await choose(page);
	await send(page, 'Check');
	await expect(verdict(page)).toBeVisible();
	await expect(page.getByText('Sent to your teacher.')).toHaveCount(0);
});

test('‘Not you?’ ends the session on this device', async ({ page }) => {
	await school(page);
	await page.getByText('Not you?').click();
	await page.getByRole('button', { name: 'Next learner on this device' }).click();
	expect((await page.goto('/mine'))?.status()).toBe(401);
});
