// An assigned quiz in the running server's store, and a learner who takes it in a browser.

import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { LearnerActor } from '../../src/lib/server/actor.ts';
import type { AssignmentRow } from '../../src/lib/server/store/assignment.ts';
import type { AttemptRow } from '../../src/lib/server/store/attempt.ts';
import { selectResponses, type ResponseRow } from '../../src/lib/server/store/response.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { presets } from '../../src/lib/taking/policy.ts';
import { openE2eStore, signIn } from './e2e-store.ts';
import { makeAssignment, makeAttempt, makeClass, makeLearner, makeTeacher } from './school.ts';
import { alive, choose, form } from './taker.ts';

export const lesson = { policy: presets.lesson.policy };
export const exam = { policy: presets.test.policy };

export interface Assigned {
	store: Store;
	classId: string;
	learner: LearnerActor;
	assignment: AssignmentRow;
	attempt: string;
	/** How many questions it asks. */
	total: number;
	path: string;
	responses: () => Promise<ResponseRow[]>;
	submitted: () => Promise<boolean>;
}

type AssignedWish = Parameters<typeof makeAssignment>[3] & {
	attempt?: Partial<AttemptRow>;
	nickname?: string;
};

/** A class of one, an open attempt, and the browser signed in as its learner. */
export async function assign(
	context: BrowserContext,
	{ attempt: attemptRow = {}, nickname = 'Owl', ...given }: AssignedWish = {}
): Promise<Assigned> {
	const store = await openE2eStore();
	const { db } = store;
	const teacher = await makeTeacher(db);
	const { id: classId } = await makeClass(db, teacher);
	const learner = await makeLearner(db, classId, nickname);
	const assignment = await makeAssignment(db, teacher, [classId], { ...lesson, ...given });
	const { attempt, slots } = await makeAttempt(db, assignment.id, learner.id, {
		started_at: Date.now(),
		...attemptRow
	});
	await signIn(context, db, { learner });
	return {
		store,
		classId,
		learner,
		assignment,
		attempt: attempt.id,
		total: slots.length,
		path: `/take/${attempt.id}`,
		responses: () => selectResponses(db, attempt.id),
		async submitted() {
			const row = await db
				.selectFrom('attempt')
				.select('state')
				.where('id', '=', attempt.id)
				.executeTakeFirstOrThrow();
			return row.state === 'submitted';
		}
	};
}

export const status = (page: Page, where: 'saved' | 'saving' | 'kept' | 'in-memory'): Locator =>
	page.locator(`[data-status="${where}"]`, where === 'saved' ? { hasText: /^Saved$/u } : {});

/** So many answers are stored, and the page says so. */
export async function expectSaved(page: Page, school: Assigned, answers: number): Promise<void> {
	await expect.poll(async () => (await school.responses()).length).toBe(answers);
	await expect(status(page, 'saved')).toBeVisible();
}

/** Opens the attempt and waits until the device has taken over. */
export async function take(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await alive(page);
	await expect(page.locator('.taking.live')).toBeVisible();
}

/** Chooses something and gives it. */
export async function give(page: Page): Promise<void> {
	await choose(page);
	await form(page)
		.getByRole('button', { name: /^(Check|Save)$/u })
		.click();
}

export const onward = (page: Page): Locator =>
	page
		.locator('.sheet')
		.getByRole('link', { name: /^(Next question|To the end|End of the questions)$/u });

/** The end of the questions. */
export const end = (page: Page): Locator => page.locator('section.end');

/** Gives an answer to every question that is left. In a lesson each stays to be looked at. */
export async function giveAll(page: Page): Promise<void> {
	for (;;) {
		const heading = await page.locator('h2#stem, h1#end').first().innerText();
		if ((await end(page).count()) > 0) return;
		await give(page);
		await onward(page)
			.or(page.locator('h2#stem, h1#end').filter({ hasNotText: heading }))
			.first()
			.waitFor();
		if ((await onward(page).count()) > 0) {
			await onward(page).click();
			await expect(onward(page)).toHaveCount(0);
		}
	}
}
