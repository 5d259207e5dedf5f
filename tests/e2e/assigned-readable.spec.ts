// Everybody can read an assigned quiz: the learner's pages while it is taken, and the teacher's pages
// while a class is at work.

import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { presets, type Feedback, type Policy } from '../../src/lib/taking/policy.ts';
import type { AttemptRow } from '../../src/lib/server/store/attempt.ts';
import { assign, end, give, giveAll, status, take } from '../support/assigned.ts';
import { expectReadable } from '../support/axe.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse
} from '../support/school.ts';
import { verdict } from '../support/taker.ts';

const MINUTE = 60_000;
const LONG = `Which demand is which, and ${'w'.repeat(80)}`;

const telling = (during: Feedback): Policy => ({
	...presets.lesson.policy,
	feedback: { during, submitted: 'explanations', due: 'explanations' }
});
/** With a clock that runs. */
const timed = (): Partial<AttemptRow> => ({ deadline_at: Date.now() + 30 * MINUTE });

test.describe('a learner takes it', () => {
	test.slow();
	const open = async (
		{ page, context }: { page: Page; context: BrowserContext },
		policy: Policy
	) => {
		const school = await assign(context, {
			policy,
			title: LONG,
			nickname: `Owl${'w'.repeat(36)}`,
			wish: { draw: 'quick' },
			attempt: timed()
		});
		await school.store.close();
		await take(page, school.path);
		return school;
	};

	test('a question, and the end with open questions', async ({ page, context }) => {
		const { path } = await open({ page, context }, presets.test.policy);
		await expectReadable(page);
		await page.goto(`${path}?n=6`);
		await expect(end(page)).toBeVisible();
		await expectReadable(page);
	});

	test('the reasons, and the end with all answered', async ({ page, context }) => {
		await open({ page, context }, telling('explanations'));
		await give(page);
		await expect(verdict(page)).toBeVisible();
		await page.getByText('Question this question').click();
		await expectReadable(page);
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.getByRole('link', { name: 'Next question' }).click();
		await giveAll(page);
		await expect(end(page)).toBeVisible();
		await expectReadable(page);
	});

	test('whether it was right and no more', async ({ page, context }) => {
		await open({ page, context }, telling('right-or-wrong'));
		await give(page);
		await expect(page.getByText(/of 1 point\.|of 2 points\./u)).toBeVisible();
		await expectReadable(page);
	});

	test('an answer that is kept on the device, handing in without a network, and what lies on the device', async ({
		page,
		context
	}) => {
		await open({ page, context }, telling('explanations'));
		await context.setOffline(true);
		await give(page);
		await expect(status(page, 'kept')).toBeVisible();
		await expectReadable(page);
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.getByRole('link', { name: 'Next question' }).click();
		await giveAll(page);
		await end(page).getByRole('button', { name: 'Hand in' }).click();
		await expect(
			page.getByRole('heading', { name: 'Handed in as soon as there is a connection' })
		).toBeVisible();
		await expectReadable(page);
	});

	test('what lies on the device, with something and with nothing', async ({ page, context }) => {
		await page.goto('/take');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectReadable(page);
		await open({ page, context }, telling('explanations'));
		await page.goto('/take');
		await expect(page.getByText(LONG)).toBeVisible();
		await expectReadable(page);
	});
});

test.describe('a teacher has a class at work', () => {
	test.slow();
	const pages = ['watch', 'watch?names=off', 'project', 'paper', '../projector', '../slips'];
	for (const where of pages)
		test(where, async ({ page, context }) => {
			const { db, close } = await openE2eStore();
			const teacher = await makeTeacher(db);
			const group = await makeClass(db, teacher, {
				name: `8b ${LONG}`,
				ends_at: Date.now() + 24 * 60 * MINUTE
			});
			const given = await makeAssignment(db, teacher, [group.id], {
				title: LONG,
				dates: { opens_at: Date.now() - MINUTE, due_at: Date.now() + 60 * MINUTE }
			});
			const owl = await makeLearner(db, group.id, `Owl${'w'.repeat(36)}`);
			await makeLearner(db, group.id, 'Fox', { listed: 1, joined_at: null });
			const { attempt, questions } = await makeAttempt(db, given.id, owl.id, {
				started_at: Date.now(),
				...timed()
			});
			for (const [i, question] of questions.entries())
				await giveAnswer(db, attempt.id, i, rightResponse(question), { at: Date.now() });
			await signIn(context, db, { teacher });
			await close();
			await page.goto(`/teach/classes/${group.id}/${given.id}/${where}`);
			await expect(page.getByRole('heading').first()).toBeAttached();
			for (const summary of await page.locator('main summary').all())
				if (await summary.isVisible()) await summary.click();
			await expectReadable(page);
		});
});
