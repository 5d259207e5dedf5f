// From a quiz to a running assignment, and everything that can be changed about it.

import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import type { TeacherActor } from '../../src/lib/server/actor.ts';
import {
	selectAssignmentClasses,
	selectClassAssignments,
	selectOptionalAssignment
} from '../../src/lib/server/store/assignment.ts';
import { selectOptionalAttempt } from '../../src/lib/server/store/attempt.ts';
import type { ClassRow } from '../../src/lib/server/store/class.ts';
import { selectQuizQuestions } from '../../src/lib/server/store/quiz-version.ts';
import type { Db } from '../../src/lib/server/store/store.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher
} from '../support/school.ts';
import { answer, slug } from '../support/taker.ts';

interface School {
	db: Db;
	teacher: TeacherActor;
	group: ClassRow;
}

/** A teacher who is signed in and has one class. */
const test = base.extend<{ school: School }>({
	school: async ({ context }, use) => {
		const store = await openE2eStore();
		const teacher = await makeTeacher(store.db);
		const group = await makeClass(store.db, teacher);
		await signIn(context, store.db, { teacher });
		await use({ db: store.db, teacher, group });
		await store.close();
	}
});

/** The only assignment of the class. */
async function only({ db, group }: School) {
	const all = await selectClassAssignments(db, group.id);
	expect(all).toHaveLength(1);
	const [first] = all;
	if (!first) throw new Error('nothing is assigned');
	return first;
}
const assign = (page: Page) => page.getByRole('button', { name: 'Assign', exact: true });
const minutes = (n: number) => n * 60_000;

test('two clicks lead from an article to a running assignment', async ({ page, school }) => {
	await page.goto(`/read/${slug}`);
	const before = Date.now();
	await page.getByRole('link', { name: /assign a quiz on this article/iu }).click();
	await assign(page).click();

	await expect(page).toHaveURL(/\/teach\/assignments\/\w+/u);
	await expect(page.getByRole('status')).toHaveText('Assigned.');
	await expect(page.getByText('Open', { exact: true }).first()).toBeVisible();
	const { assignment, dates } = await only(school);
	expect(dates.opens_at).toBeGreaterThanOrEqual(before);
	expect(dates.opens_at).toBeLessThanOrEqual(Date.now());
	expect(dates).toMatchObject({ due_at: null, closed_at: null });
	expect(assignment.policy.feedback.during).toBe('explanations');
	expect(await selectQuizQuestions(school.db, assignment.quiz_version_id)).toHaveLength(5);
});

test('a test for one of two classes, with a time limit, keeps what was typed through an error', async ({
	page,
	school
}) => {
	const second = await makeClass(school.db, school.teacher, { name: '8c' });
	await page.goto(`/teach/assign?slug=${slug}&draw=full`);
	await page.getByRole('radio', { name: /^Test/u }).check();
	await page.getByText('More choices').click();
	await page.getByLabel('Title').fill('Friday test');
	await page.getByLabel('Time limit in minutes').fill('often');
	await page.getByLabel('Article while answering').selectOption('memory');
	await assign(page).click();

	await expect(page.getByRole('alert')).toContainText('Not assigned yet');
	await expect(page.getByText('Choose at least one class.')).toBeVisible();
	await expect(page.getByLabel('Title')).toHaveValue('Friday test');
	await expect(page.getByLabel('Time limit in minutes')).toHaveValue('often');
	await expect(page.getByLabel('Article while answering')).toHaveValue('memory');
	await expect(page.getByRole('radio', { name: /^Test/u })).toBeChecked();

	await page.getByLabel('Time limit in minutes').fill('25');
	await page.getByRole('checkbox', { name: '8c' }).check();
	await assign(page).click();

	await expect(page.getByRole('heading', { level: 1, name: 'Friday test' })).toBeVisible();
	const { assignment } = await only({ ...school, group: second });
	expect(assignment).toMatchObject({ time_limit_ms: minutes(25), attempts_allowed: 1 });
	expect(assignment.policy).toMatchObject({
		order: 'shuffle',
		article: 'memory',
		feedback: { during: 'nothing', submitted: 'nothing', due: 'explanations' }
	});
	expect(await selectClassAssignments(school.db, school.group.id)).toEqual([]);
});

test('questions are picked by hand, with their keys to look at', async ({ page, school }) => {
	await page.goto(`/teach/assign?slug=${slug}&draw=picked`);
	await assign(page).click();
	await expect(page.getByText('Tick at least one.')).toBeVisible();
	await page.getByText('Key and reasons').first().click();
	await expect(page.locator('.entry').first()).toBeVisible();
	const boxes = page.locator('input[name="pick"]');
	const picked = [await boxes.nth(3).inputValue(), await boxes.nth(10).inputValue()];
	await boxes.nth(3).check();
	await boxes.nth(10).check();
	await expect(page.getByText('2 questions ticked.')).toBeVisible();
	await assign(page).click();

	await expect(page.getByText('Picked by hand, 2 questions')).toBeVisible();
	const { assignment } = await only(school);
	const asked = await selectQuizQuestions(school.db, assignment.quiz_version_id);
	expect(asked.map(({ ref }) => ref)).toEqual(picked);
});

test('without a class the page leads to making one', async ({ page, context }) => {
	const store = await openE2eStore();
	await signIn(context, store.db, { teacher: await makeTeacher(store.db) });
	await store.close();
	await page.goto(`/teach/assign?slug=${slug}`);
	await expect(page.getByRole('link', { name: 'Make a class' })).toHaveAttribute(
		'href',
		'/teach/classes'
	);
});

test('nobody who is not signed in as a teacher sees any of it', async ({
	page,
	browser,
	school
}) => {
	const { id } = await makeAssignment(school.db, school.teacher, [school.group.id]);
	const addresses = [
		'/teach/assign',
		`/teach/assignments/${id}`,
		`/teach/assignments/${id}/preview`
	];
	const stranger = await browser.newContext();
	for (const address of addresses) {
		expect((await page.goto(address))?.status()).toBe(200);
		const answer = await stranger.request.get(new URL(address, page.url()).href, {
			maxRedirects: 0
		});
		expect(answer.status()).not.toBe(200);
	}
	await stranger.close();
});

test.describe('in Tokyo', () => {
	test.use({ timezoneId: 'Asia/Tokyo' });

	test('a date is stored as it was meant, shown again as typed, and untouched seconds stay', async ({
		page,
		school
	}) => {
		await page.goto(`/teach/assign?slug=${slug}&draw=quick`);
		await page.getByText('More choices').click();
		// The fields tell the reader's own time as soon as scripts are there.
		const zone = page.locator('input[name^="due-"][name$="-zone"]').first();
		await expect(zone).toHaveValue('Asia/Tokyo');
		await page.getByLabel('Opens', { exact: true }).fill('2027-02-01T08:30');
		await page.getByLabel('Due', { exact: true }).fill('2027-02-01T09:15');
		await assign(page).click();
		await expect(page.getByText('Not open yet')).toBeVisible();
		await expect(page.getByText('Mon 1 Feb 2027, 08:30')).toBeVisible();
		const { assignment, dates } = await only(school);
		expect(dates).toMatchObject({
			opens_at: Date.UTC(2027, 0, 31, 23, 30),
			due_at: Date.UTC(2027, 1, 1, 0, 15)
		});

		const exact = Date.UTC(2027, 0, 31, 23, 30, 17);
		await school.db
			.updateTable('assignment_class')
			.set({ opens_at: exact })
			.where('assignment_id', '=', assignment.id)
			.execute();
		await page.reload();
		await page.getByText('Change dates').click();
		await expect(zone).toHaveValue('Asia/Tokyo');
		await expect(page.getByLabel('Opens', { exact: true }).first()).toHaveValue('2027-02-01T08:30');
		await page.getByLabel('Due', { exact: true }).first().fill('2027-02-01T10:00');
		await page.getByRole('button', { name: 'Save dates' }).click();
		await expect(page.getByRole('status')).toHaveText('Saved.');
		expect(await selectAssignmentClasses(school.db, assignment.id)).toMatchObject([
			{ opens_at: exact, due_at: Date.UTC(2027, 1, 1, 1) }
		]);
	});
});

test('more time for one learner moves the end of the attempt that is going on', async ({
	page,
	school
}) => {
	const { db, teacher, group } = school;
	const learner = await makeLearner(db, group.id, 'Owl');
	const { id } = await makeAssignment(db, teacher, [group.id], { time_limit_ms: minutes(20) });
	const { attempt } = await makeAttempt(db, id, learner.id);
	await page.goto(`/teach/assignments/${id}`);
	await page.getByText('Accommodations: none').click();
	await page.getByRole('link', { name: 'Change for Owl' }).click();
	const card = page.getByRole('region', { name: 'Accommodations for Owl' });
	const here = card.getByRole('form', { name: 'For this assignment' });
	await here.getByLabel('Time').selectOption('×1.5');
	await here.getByLabel('More attempts').fill('lots');
	await here.getByRole('button', { name: 'Save' }).click();
	await expect(here.getByText('Give a whole number')).toBeVisible();
	await expect(here.getByLabel('Time')).toHaveValue('1.5');
	await here.getByLabel('More attempts').fill('1');
	await here.getByRole('button', { name: 'Save' }).click();

	await expect(page.getByRole('status')).toHaveText('Saved.');
	expect((await selectOptionalAttempt(db, attempt.id))?.deadline_at).toBe(
		attempt.started_at + minutes(30)
	);
	await expect(page.getByText('Accommodations: 1 learner')).toBeVisible();
	await expect(page.getByRole('row', { name: /Owl/u })).toContainText('time ×1.5, 1 attempt more');

	// What is given for all can be taken back for this one.
	await page.goto(`/teach/assignments/${id}?learner=${learner.id}`);
	const all = card.getByRole('form', { name: 'For all assignments' });
	await expect(here.getByRole('checkbox')).toHaveCount(0);
	await all.getByLabel('Time').selectOption('×2');
	await all.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toHaveText('Saved.');
	await page.goto(`/teach/assignments/${id}?learner=${learner.id}`);
	await here.getByLabel('Time').selectOption('As everyone');
	await here.getByLabel('Only this').check();
	await here.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toHaveText('Saved.');
	await page.getByText('Accommodations: 1 learner').click();
	await expect(page.getByRole('row', { name: /Owl/u })).toContainText('only this');
	expect((await selectOptionalAttempt(db, attempt.id))?.deadline_at).toBe(
		attempt.started_at + minutes(20)
	);
});

test('settings are changed, refused with what was typed, and the order stays once somebody began', async ({
	page,
	school
}) => {
	const { db, teacher, group } = school;
	const learner = await makeLearner(db, group.id, 'Owl');
	const { id } = await makeAssignment(db, teacher, [group.id]);
	await makeAttempt(db, id, learner.id);
	await page.goto(`/teach/assignments/${id}`);
	await page.getByText('Change settings').click();
	await expect(page.getByLabel('Questions')).toBeDisabled();
	await page.getByLabel('Title').fill('');
	await page.getByLabel('Attempts', { exact: true }).fill('3');
	await page.getByRole('button', { name: 'Save settings' }).click();
	await expect(page.getByText('Give it a title')).toBeVisible();
	await expect(page.getByLabel('Attempts', { exact: true })).toHaveValue('3');
	await page.getByLabel('Title').fill('Second thoughts');
	await page.getByRole('button', { name: 'Save settings' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second thoughts');
	expect(await selectOptionalAssignment(db, id)).toMatchObject({
		title: 'Second thoughts',
		attempts_allowed: 3
	});
});

test('a copy, archive and back, delete and back', async ({ page, school }) => {
	const { db, teacher, group } = school;
	const { id } = await makeAssignment(db, teacher, [group.id]);
	await page.goto(`/teach/assignments/${id}`);
	await page.getByRole('button', { name: 'Archive' }).click();
	await expect(page.getByText('Nobody can begin it any more.')).toBeVisible();
	await page.getByRole('button', { name: 'Take out of the archive' }).click();
	await expect(page.getByRole('status')).toHaveText('Out of the archive.');
	await page.getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByRole('heading', { name: /is deleted/u })).toBeVisible();
	expect(await selectClassAssignments(db, group.id)).toEqual([]);
	// It can be found again, and so can a copy that no class has.
	await page.goto('/teach/assign');
	await page.getByRole('link', { name: 'Which demand is which' }).click();
	await page.getByRole('button', { name: 'Bring it back' }).click();
	await expect(page.getByRole('status')).toContainText('It is back');
	await page.getByRole('button', { name: 'Duplicate' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\(copy\)$/u);
	await page.goto('/teach/assign');
	await expect(page.getByRole('link', { name: 'Which demand is which' })).toHaveCount(1);
	await page.getByRole('link', { name: 'Which demand is which (copy)' }).click();
	await page.getByRole('button', { name: 'Give' }).click();
	await expect(page.getByRole('status')).toHaveText('Saved.');
	expect(await selectClassAssignments(db, group.id)).toHaveLength(2);
});

test('what an archived class had is used again without its learners', async ({ page, school }) => {
	const { db, teacher, group } = school;
	const old = await makeClass(db, teacher, { name: 'Last year', archived_at: Date.now() });
	await makeAssignment(db, teacher, [old.id], { title: 'An old one' });
	await makeAssignment(db, teacher, [old.id], { title: 'Not this' });
	await page.goto('/teach/assign');
	await page.getByRole('combobox', { name: 'Class' }).selectOption('Last year (archived)');
	await page.getByRole('button', { name: 'Show its assignments' }).click();
	await page.getByLabel('An old one').check();
	await Promise.all([
		page.waitForRequest((request) => request.url().includes(`/teach/classes/${group.id}/`)),
		page.getByRole('button', { name: 'Use again' }).click()
	]);
	expect((await only(school)).assignment.title).toBe('An old one');
});

test('the preview asks as a learner is asked, shows the key on demand, and stores nothing', async ({
	page,
	school
}) => {
	const { db, teacher, group } = school;
	const wish = { draw: 'quick' };
	const { id } = await makeAssignment(db, teacher, [group.id], { wish });
	await page.goto(`/teach/assignments/${id}`);
	await page.getByRole('link', { name: 'See it as learners do' }).click();
	await expect(page.locator('#answer')).toBeVisible();
	const { quiz_version_id } = (await only(school)).assignment;
	const reasons = (await selectQuizQuestions(db, quiz_version_id)).flatMap(({ question }) =>
		[...JSON.stringify(question).matchAll(/"why":(?<why>"(?:[^"\\]|\\.)+")/gu)].map((match) =>
			String(JSON.parse(match.groups?.['why'] ?? '""'))
		)
	);
	expect(reasons.length).toBeGreaterThan(10);
	const data = await page.request.get(`/teach/assignments/${id}/preview/__data.json`);
	const sent = `${await page.content()} ${await data.text()}`;
	expect(reasons.filter((why) => sent.includes(why))).toEqual([]);
	await page.getByRole('link', { name: 'Show the key' }).click();
	await expect(page.locator('#why-verdict')).toBeVisible();
	await page.getByRole('link', { name: 'Hide the key' }).click();
	await answer(page);
	await expect(page.locator('#why-verdict')).toBeVisible();
	await page.getByRole('link', { name: 'Hide the key' }).click();
	for (let n = 2; n <= 5; n += 1) {
		await page.getByRole('button', { name: /^Skip/u }).click();
		await expect(page.locator('.progress')).toContainText(`Question ${n} of 5`);
	}
	await page.getByRole('button', { name: /^Skip/u }).click();
	await expect(page.getByRole('heading', { name: 'That was the last question' })).toBeVisible();
	expect(
		await db.selectFrom('attempt').selectAll().where('assignment_id', '=', id).execute()
	).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a quiz is assigned with dates in the zone that the page names, and errors keep the form', async ({
		page,
		school
	}) => {
		await page.goto(`/read/${slug}`);
		await page.getByRole('link', { name: /assign a quiz on this article/iu }).click();
		await page.getByText('More choices').click();
		const zone = /^Time zone: (?<name>.+)$/u.exec(
			await page
				.getByText(/^Time zone:/u)
				.first()
				.innerText()
		)?.groups?.['name'];
		await page.getByLabel('Title').fill('By form alone');
		await page.getByLabel('Opens', { exact: true }).fill('2027-02-01T08:30');
		await page.getByLabel('Due', { exact: true }).fill('2027-02-01T08:00');
		await assign(page).click();
		await expect(page.getByText('It has to be due after it opens.')).toBeVisible();
		await expect(page.getByLabel('Title')).toHaveValue('By form alone');
		await expect(page.getByLabel('Opens', { exact: true })).toHaveValue('2027-02-01T08:30');
		await page.getByLabel('Due', { exact: true }).fill('2027-02-01T09:00');
		await assign(page).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('By form alone');
		const { dates } = await only(school);
		const shown = new Intl.DateTimeFormat('en-GB', {
			timeZone: zone?.replaceAll(' ', '_') ?? '',
			hour: '2-digit',
			minute: '2-digit'
		});
		expect(shown.format(dates.due_at ?? 0)).toBe('09:00');

		await page.getByRole('button', { name: 'Delete' }).click();
		await page.getByRole('button', { name: 'Bring it back' }).click();
		await expect(page.getByRole('status')).toContainText('It is back');
	});
});

const schemes = [
	{ colorScheme: 'light', forcedColors: 'none' },
	{ colorScheme: 'dark', forcedColors: 'none' },
	{ colorScheme: 'light', forcedColors: 'active' }
] as const;

interface Long extends School {
	old: string;
	id: string;
	learner: string;
}
/** Every page, and its address. */
const pages: Record<string, (long: Long) => string> = {
	'the articles to choose from': () => '/teach/assign',
	'what another class had': ({ old }) => `/teach/assign?from=${old}`,
	'a quiz to assign': () => `/teach/assign?slug=${slug}&draw=quick`,
	'a list to pick from': () => `/teach/assign?slug=${slug}&draw=picked`,
	'an assignment': ({ id }) => `/teach/assignments/${id}`,
	'what one learner is granted': ({ id, learner }) => `/teach/assignments/${id}?learner=${learner}`,
	'the preview': ({ id }) => `/teach/assignments/${id}/preview`,
	'the preview of a key': ({ id }) => `/teach/assignments/${id}/preview?key=1`
};

/** A school whose every name is one word that is too long. */
async function withLongNames(school: School): Promise<Long> {
	const { db, teacher } = school;
	const word = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);
	const group = await makeClass(db, teacher, { name: word });
	const learner = await makeLearner(db, group.id, word.slice(0, 60));
	const old = await makeClass(db, teacher, { name: `${word} old`, archived_at: Date.now() });
	const title = word.slice(0, 120);
	await makeAssignment(db, teacher, [old.id], { title });
	const { id } = await makeAssignment(db, teacher, [group.id], { title });
	return { ...school, group, old: old.id, id, learner: learner.id };
}

for (const [name, address] of Object.entries(pages))
	test(`${name}: no breach of WCAG 2.2 AA and no sideways scroll, with long names, in any colours`, async ({
		page,
		school
	}) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(address(await withLongNames(school)));
		// What lies in folds counts too; a list of questions has one like the other.
		await page.locator('main details').evaluateAll((all) => {
			for (const one of all.slice(0, 8)) one.setAttribute('open', '');
		});
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(over, `at ${width} px`).toBe(0);
			for (const scheme of schemes) {
				await page.emulateMedia(scheme);
				const { violations } = await new AxeBuilder({ page })
					// The questions of one skill are like those of another.
					.exclude('.list section ~ section')
					.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
					.analyze();
				expect(
					violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`),
					`at ${width} px, ${scheme.colorScheme}, ${scheme.forcedColors}`
				).toEqual([]);
			}
		}
	});
