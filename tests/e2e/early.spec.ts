// What is typed or chosen before scripts are there, as on a slow line, is still there afterwards.

import { expect, test, type Page } from '@playwright/test';
import { assign, exam, type Assigned } from '../support/assigned.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import { makeClass, makeTeacher } from '../support/school.ts';
import { form } from '../support/taker.ts';

/** Opens a page whose scripts come only when they are let in. */
async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
	let letIn = (): void => {};
	const gate = new Promise<void>((settle) => (letIn = settle));
	await page.route(/_app\/.*\.js$/u, async (route) => {
		await gate;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return letIn;
}

let school: Assigned | undefined;
test.afterEach(async () => {
	await school?.store.close();
	school = undefined;
});

for (const kind of ['choice', 'select', 'order'])
	test(`an answer to a question of the kind ${kind} that was chosen early is kept and can be given`, async ({
		page,
		context
	}) => {
		const assigned = await assign(context, { ...exam, wish: { draw: `kind:${kind}` } });
		school = assigned;
		const letIn = await openWithoutScripts(page, assigned.path);
		await expect(form(page)).toBeVisible();
		const control = page
			.locator('#answer input[type=radio], #answer select, .article input')
			.first();
		if (kind === 'order') await control.selectOption('2');
		else await control.check();
		const handle = await control.elementHandle();
		letIn();
		await expect(page.locator('.taking.live')).toBeVisible();
		if (kind === 'order') await expect(control).not.toHaveValue('');
		else expect(await handle.isChecked()).toBe(true);
		await form(page).getByRole('button', { name: 'Save' }).click();
		await expect.poll(async () => (await assigned.responses()).length).toBe(1);
	});

test('a nickname that was typed early is not replaced by the suggestion', async ({ page }) => {
	const store = await openE2eStore();
	const group = await makeClass(store.db, await makeTeacher(store.db), {
		ends_at: Date.now() + 24 * 60 * 60 * 1000
	});
	await store.close();
	const letIn = await openWithoutScripts(page, `/join/${group.join_code}`);
	await page.getByLabel('Your nickname').fill('Ada');
	letIn();
	await page.waitForLoadState('networkidle');
	await expect(page.getByLabel('Your nickname')).toHaveValue('Ada');
});

test('what was unfolded early stays unfolded', async ({ page }) => {
	const store = await openE2eStore();
	const teacher = await makeTeacher(store.db);
	const group = await makeClass(store.db, teacher);
	await signIn(page.context(), store.db, { teacher });
	await store.close();
	const letIn = await openWithoutScripts(page, `/teach/classes/${group.id}`);
	await page.getByRole('heading', { name: 'List of names' }).click();
	letIn();
	// The button is there once scripts are.
	await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible();
	await expect(page.getByLabel('Names')).toBeVisible();
});
