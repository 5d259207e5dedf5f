// A learner's list and result as everyone has to be able to read them.

import { expect, test } from '@playwright/test';
import { presets } from '../../src/lib/taking/policy.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { expectReadable } from '../support/axe.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	submitAttempt
} from '../support/school.ts';

const HOUR = 60 * 60 * 1000;
const LONG = `A title that is long and has a word like ${'w'.repeat(80)}`;
let store: Store;
test.beforeAll(async () => {
	store = await openE2eStore();
});
test.afterAll(() => store.close());

test('a list with everything in it, its empty form, and both kinds of result: no breach of WCAG 2.2 AA', async ({
	page
}) => {
	test.slow();
	const { db } = store;
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher, { name: LONG });
	const owl = await makeLearner(db, group.id, 'Quick Owl');
	await makeLearner(db, group.id, 'Brave Fox');
	await signIn(page.context(), db, { learner: owl });
	await page.goto('/mine');
	await expect(page.getByText('Your teacher has not set anything yet')).toBeVisible();
	await expectReadable(page);

	const now = Date.now();
	const assign = (given: Parameters<typeof makeAssignment>[3]) =>
		makeAssignment(db, teacher, [group.id], { wish: { draw: 'quick' }, ...given });
	await assign({ title: LONG, time_limit_ms: 20 * 60_000, dates: { due_at: now + HOUR } });
	await assign({ title: LONG, dates: { opens_at: now + HOUR, due_at: now + 2 * HOUR } });
	const done = [];
	for (const { policy } of [presets.lesson, presets.test]) {
		const { id } = await assign({ policy, attempts_allowed: 2, dates: { due_at: now + HOUR } });
		const { attempt, questions } = await makeAttempt(db, id, owl.id, { started_at: now - HOUR });
		const [first] = questions;
		if (first) await giveAnswer(db, attempt.id, 0, rightResponse(first), { at: now - HOUR });
		await submitAttempt(db, attempt.id, now - 1000);
		done.push(attempt.id);
	}
	await page.goto('/mine');
	await page.getByText('Two of you at this device?').first().click();
	await expectReadable(page);
	for (const id of done) {
		await page.goto(`/take/${id}/result`);
		const reasons = page.locator('#q1 summary');
		if ((await reasons.count()) > 0) await reasons.first().click();
		await expectReadable(page);
	}
});
