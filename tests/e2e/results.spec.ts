// A teacher reads results: gradebook, heat-map, regrade, one learner, files.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { LearnerActor, TeacherActor } from '../../src/lib/server/actor.ts';
import type { AssignmentRow } from '../../src/lib/server/store/assignment.ts';
import type { ClassRow } from '../../src/lib/server/store/class.ts';
import type { Db, Store } from '../../src/lib/server/store/store.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	submitAttempt,
	wrongResponse
} from '../support/school.ts';

interface School {
	teacher: TeacherActor;
	group: ClassRow;
	learners: LearnerActor[];
	full: AssignmentRow;
	quick: AssignmentRow;
	/** The first learner's. */
	attempt: string;
}

/** Twelve learners with two assignments: ten took the full one, nobody the quick one. */
async function makeSchool(db: Db): Promise<School> {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher, { name: '8b' });
	const names = ['Ada', 'Ben', 'Cem', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida', 'Jon', 'Kim'];
	const learners: LearnerActor[] = [];
	for (const name of [...names, 'A-very-long-nickname-without-any-space'])
		learners.push(await makeLearner(db, group.id, name));
	const full = await makeAssignment(db, teacher, [group.id], { title: 'Which demand is which' });
	const quick = await makeAssignment(db, teacher, [group.id], {
		title: 'Quick round',
		wish: { draw: 'quick' },
		dates: { opens_at: Date.now() }
	});
	let attempt = '';
	for (const [i, learner] of learners.slice(0, 10).entries()) {
		const made = await makeAttempt(db, full.id, learner.id);
		if (i === 0) attempt = made.attempt.id;
		for (const [place, question] of made.questions.entries())
			await giveAnswer(
				db,
				made.attempt.id,
				place,
				(i + place) % 3 > 0 ? rightResponse(question) : wrongResponse(question),
				{ certainty: 3 }
			);
		await submitAttempt(db, made.attempt.id);
	}
	return { teacher, group, learners, full, quick, attempt };
}

let store: Store;
let school: School;

test.beforeEach(async ({ context }) => {
	store = await openE2eStore();
	school = await makeSchool(store.db);
	await signIn(context, store.db, { teacher: school.teacher });
});
test.afterEach(() => store.close());

const paths = () => {
	const base = `/teach/classes/${school.group.id}`;
	return {
		gradebook: `${base}/gradebook`,
		skills: `${base}/skills`,
		results: `${base}/${school.full.id}`,
		untaken: `${base}/${school.quick.id}`,
		questions: `${base}/${school.full.id}/questions`,
		learner: `${base}/${school.full.id}/learners/${school.learners[0]?.id ?? ''}`,
		absent: `${base}/${school.full.id}/learners/${school.learners[10]?.id ?? ''}`,
		sheet: `${base}/${school.full.id}/sheet`
	};
};

const download = async (page: Page, name: string) => {
	const started = page.waitForEvent('download');
	await page.getByRole('link', { name }).click();
	const file = await started;
	return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
};

test('the gradebook leads to an assignment and to a learner, and can be taken away', async ({
	page
}) => {
	await page.goto(paths().gradebook);
	const row = page.getByRole('row', { name: /^Kim/u });
	await expect(row.getByRole('link', { name: 'not taken' })).toHaveCount(2);

	const csv = await download(page, 'Gradebook as CSV');
	expect(csv.name).toMatch(/^says-who-8b-gradebook-\d{4}-\d\d-\d\d\.csv$/u);
	expect(csv.text).toMatch(/^\uFEFFLearner,Which demand is which \(of \d+\),Quick round,/u);
	const json = await download(page, 'The whole class as JSON');
	expect(JSON.parse(json.text)).toMatchObject({ format: 'says-who/class', v: 1 });

	await page.getByRole('link', { name: 'Which demand is which' }).click();
	await expect(page.getByRole('heading', { name: 'Heat-map of the article' })).toBeVisible();
	const responses = await download(page, 'All answers as CSV');
	expect(responses.text.split('\r\n').length).toBeGreaterThan(100);
});

test('the heat-map shades sentences with the figure beside them, and three are named to reread', async ({
	page
}) => {
	await page.goto(paths().results);
	const reread = page.getByRole('heading', { name: 'Three sentences to reread' });
	await expect(page.locator('section', { has: reread }).getByRole('listitem')).toHaveCount(3);
	const heat = page.locator('section', {
		has: page.getByRole('heading', { name: 'Heat-map of the article' })
	});
	await expect(heat.getByText(/\d+ %\d+ % lost/u).first()).toBeVisible();
	await expect(heat.getByText('certain and wrong').nth(1)).toBeVisible();
	await heat.getByText('The heat-map as a table').click();
	await expect(heat.getByRole('table')).toBeVisible();
});

for (const scripts of [true, false])
	test(`a regrade is previewed, needs a reason and is confirmed, and the learner is told, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		baseURL
	}) => {
		const context = await browser.newContext({
			javaScriptEnabled: scripts,
			...(baseURL === undefined ? {} : { baseURL })
		});
		await signIn(context, store.db, { teacher: school.teacher });
		const page = await context.newPage();
		await page.goto(paths().questions);
		const question = page.locator('main ol > li').first();
		await question.getByText('Change how it is marked').click();
		await question.getByLabel('Drop it: it counts for nobody').check();
		await question.getByRole('button', { name: 'See who changes' }).click();
		await expect(question.getByText('Nothing is stored yet.')).toBeVisible();
		await expect(question.getByText('10 marks would change')).toBeVisible();
		expect(
			await store.db
				.selectFrom('scoring_override')
				.selectAll()
				.where('assignment_id', '=', school.full.id)
				.execute()
		).toEqual([]);

		// A reason of spaces passes the browser's own check and is none.
		await question.getByLabel('Reason').fill('   ');
		await question.getByRole('button', { name: 'Change the marks' }).click();
		await expect(question.getByText('Write a reason first.')).toBeVisible();
		await question.getByLabel('Reason').fill('Read out by mistake');
		await question.getByRole('button', { name: 'Change the marks' }).click();

		await expect(page.getByText('Stored. 10 marks changed.')).toBeVisible();
		await expect(question.getByText('Reason: Read out by mistake')).toBeVisible();
		await page.goto(paths().learner);
		await expect(page.getByRole('cell', { name: 'Read out by mistake' })).toBeVisible();

		const [learner] = school.learners;
		if (!learner) throw new Error('nobody is there');
		await signIn(context, store.db, { learner });
		await page.goto(`/take/${school.attempt}/result`);
		await expect(page.getByText('Your teacher has marked this again')).toBeVisible();
		await context.close();
	});

test('an absent learner gets a make-up link by one tap, or is excused', async ({ page }) => {
	await page.goto(paths().results);
	await page.getByRole('button', { name: 'Make-up link for Kim' }).click();
	await expect(page.getByLabel('Link to send')).toHaveValue(/\/join\/[0-9a-z]+\?to=[0-9a-z]+$/u);
	await page.getByRole('button', { name: 'Excuse for Kim' }).click();
	await expect(page.getByText('Kim is excused.')).toBeVisible();
	await expect(page.getByRole('row', { name: /^Kim/u })).toContainText('excused');
	await page.getByRole('button', { name: 'Not excused after all for Kim' }).click();
	await expect(page.getByRole('row', { name: /^Kim/u })).toContainText('not taken');
});

test("a column of another program's file is filled in, and who did not match is named", async ({
	page
}) => {
	await page.goto(paths().gradebook);
	await page.getByLabel('Their file').setInputFiles({
		name: 'canvas.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from('Student,ID,Demands (12)\nAda,1,\n"Zed, Zoe",2,\n')
	});
	await page.getByLabel('Marks of').selectOption({ label: 'Which demand is which' });
	await page.getByLabel('Column to fill').fill('Homework');
	await page.getByRole('button', { name: 'Fill it in' }).click();
	await expect(page.getByText('The file has no such column.')).toBeVisible();
	await expect(page.getByText('Student · ID · Demands (12)')).toBeVisible();

	await page.getByLabel('Column to fill').fill('Demands (12)');
	await page.getByRole('button', { name: 'Fill it in' }).click();
	await expect(page.getByText('1 row filled in.')).toBeVisible();
	await expect(page.getByText('Zed, Zoe (3)')).toBeVisible();
	const file = await download(page, 'Download the filled file');
	expect(file.name).toBe('canvas.csv');
	expect(file.text).toMatch(/^Student,ID,Demands \(12\)\nAda,1,[\d.]+\n"Zed, Zoe",2,\n$/u);
});

test('a teacher of another class sees nothing of it', async ({ browser, baseURL }) => {
	const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
	const other = await makeTeacher(store.db, 'Mr Other');
	await signIn(context, store.db, { teacher: other });
	const base = `/teach/classes/${school.group.id}`;
	for (const path of [
		...Object.values(paths()),
		`${base}/gradebook.csv`,
		`${base}/export.json`,
		`${base}/${school.full.id}/responses.csv`
	])
		expect((await context.request.get(path)).status(), path).toBe(404);
	await context.close();
});

const schemes = [
	{ colorScheme: 'light', forcedColors: 'none' },
	{ colorScheme: 'dark', forcedColors: 'none' },
	{ colorScheme: 'light', forcedColors: 'active' }
] as const;

for (const name of [
	'gradebook',
	'skills',
	'results',
	'untaken',
	'questions',
	'learner',
	'absent',
	'sheet'
] as const)
	test(`${name}: no breach of WCAG 2.2 AA and no sideways scroll in any colours`, async ({
		page
	}) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(paths()[name]);
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('details')) details.open = true;
		});
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(over, `sideways scroll at ${String(width)} px`).toBe(0);
			for (const media of schemes) {
				await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
				const { violations } = await new AxeBuilder({ page })
					.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
					.analyze();
				expect(
					violations.map(
						({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
					),
					`${media.colorScheme} ${media.forcedColors} at ${String(width)} px`
				).toEqual([]);
			}
		}
	});
