// A whole lesson in real browsers: a teacher and five learners at once, each with troubles of their own.
// What comes out is held against marks that were worked out by hand.

import {
	devices,
	expect,
	test,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Locator,
	type Page
} from '@playwright/test';
import type { Response } from '../../src/lib/questions/response.ts';
import type { Kind, Question } from '../../src/lib/questions/schema.ts';
import { status } from '../support/assigned.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import { makeTeacher, rightResponse, thePack } from '../support/school.ts';
import { form, lookAt, slug } from '../support/taker.ts';

test.slow();

const asked = [
	'choice',
	'verdict',
	'multiple',
	'match',
	'order',
	'two-part',
	'altered',
	'select'
] as const satisfies readonly Kind[];
type Asked = (typeof asked)[number];

/** Questions of the shape that the table below is worked out for. */
const questions = new Map(asked.map((kind) => [kind, theQuestion(kind)] as const));

function theQuestion(kind: Asked): Question {
	const found = thePack().bank.find((one) => {
		if (one.kind !== kind) return false;
		if (one.kind === 'multiple') return one.keys.length === 3 && one.options.length === 5;
		if (one.kind === 'match') return one.rows.length === 5;
		if (one.kind === 'order') return one.items.length === 4;
		if (one.kind === 'two-part') return one.pick === 2;
		if (one.kind === 'altered') return one.tokens.filter(isAltered).length === 2;
		if (one.kind === 'select') return one.pick === 1;
		return true;
	});
	if (!found) throw new Error(`no question of the kind ${kind} fits`);
	return found;
}

function isAltered({ original }: { original?: string }): boolean {
	return original !== undefined;
}

/** What is done with a question; what it brings is said in the table. */
type Way =
	| 'right'
	| 'wrong'
	| 'skip'
	// Of three keys among five options.
	| '2 keys'
	| '2 keys, 1 other'
	| '1 key'
	| 'all'
	// Of five lines.
	| '4 lines'
	| '3 lines'
	| '2 lines'
	// Of four things in a row.
	| '1 swap'
	| '2 swaps'
	| 'backwards'
	| 'answer alone'
	| 'evidence alone'
	// Of two altered words.
	| '1 word'
	| '1 word, 1 other';

interface Learner {
	name: string;
	ways: Record<Asked, Way>;
	/** Of 9, and of 8 without the matching: sums of the shares beside each way, rounded once. */
	mark: string;
	regraded: string;
}

// The shares, by hand. Several keys: right/3 − wrong/2. Matching: lines/5. A row of four has six pairs:
// one swap of neighbours (5−1)/6, two (4−2)/6, backwards 0. Two parts: 2, the answer alone 1, the
// evidence alone 0. Altered words: (right − wrong)/2.
const table = {
	desktop: {
		name: 'Quick Owl',
		ways: {
			choice: 'right', // 1
			verdict: 'right', // 1
			multiple: '2 keys, 1 other', // 2/3 − 1/2 = 1/6
			match: '4 lines', // 4/5
			order: '1 swap', // 2/3
			'two-part': 'right', // 2
			altered: 'right', // 1
			select: 'right' // 1
		},
		mark: '7.6', // 6 + 1/6 + 4/5 + 2/3 = 7.6333…
		regraded: '6.8' // 6 + 1/6 + 2/3 = 6.8333…
	},
	offline: {
		name: 'Brave Fox',
		ways: {
			choice: 'right', // 1
			verdict: 'wrong', // 0
			multiple: '2 keys', // 2/3
			match: '3 lines', // 3/5
			order: 'right', // 1
			'two-part': 'answer alone', // 1
			altered: '1 word', // 1/2
			select: 'wrong' // 0
		},
		mark: '4.8', // 3 + 2/3 + 3/5 + 1/2 = 4.7666…
		regraded: '4.2' // 3 + 2/3 + 1/2 = 4.1666…
	},
	phone: {
		name: 'Calm Hare',
		ways: {
			choice: 'wrong', // 0
			verdict: 'right', // 1
			multiple: 'all', // 0
			match: 'right', // 1
			order: 'backwards', // 0
			'two-part': 'evidence alone', // 0
			altered: '1 word, 1 other', // (1 − 1)/2 = 0
			select: 'right' // 1
		},
		mark: '3',
		regraded: '2'
	},
	noScript: {
		name: 'Bright Wren',
		ways: {
			choice: 'right', // 1
			verdict: 'right', // 1
			multiple: 'right', // 1
			match: 'skip', // 0
			order: '2 swaps', // 1/3
			'two-part': 'right', // 2
			altered: 'right', // 1
			select: 'skip' // 0
		},
		mark: '6.3', // 6 + 1/3 = 6.3333…
		regraded: '6.3' // nothing was there to lose, and the maximum is 8
	},
	doubleTime: {
		name: 'Patient Mole',
		ways: {
			choice: 'right', // 1
			verdict: 'skip', // 0
			multiple: '1 key', // 1/3
			match: '2 lines', // 2/5
			order: 'right', // 1
			'two-part': 'right', // 2
			altered: 'right', // 1
			select: 'right' // 1
		},
		mark: '6.7', // 6 + 1/3 + 2/5 = 6.7333…
		regraded: '6.3' // 6 + 1/3 = 6.3333…
	}
} satisfies Record<string, Learner>;
const everyone: readonly Learner[] = Object.values(table);
/** (7.6333… + 4.7666… + 3 + 6.3333… + 6.7333…) / 5 = 28.4666… / 5 */
const classMean = '5.7';
/** (6.8333… + 4.1666… + 2 + 6.3333… + 6.3333…) / 5 = 25.6666… / 5 */
const classMeanRegraded = '5.1';

/** The response that goes the way; null: none. */
function responseFor(question: Question, way: Way): Response | null {
	const right = rightResponse(question);
	if (way === 'skip') return null;
	if (way === 'right') return right;
	switch (right.kind) {
		case 'choice':
		case 'verdict':
			if (question.kind !== 'choice' && question.kind !== 'verdict') break;
			return { ...right, option: otherThan(question.options, [question.key]) };
		case 'multiple': {
			if (question.kind !== 'multiple') break;
			if (way === 'all') return { ...right, options: question.options.map(({ id }) => id) };
			const keys = right.options.slice(0, way === '1 key' ? 1 : 2);
			const other = way === '2 keys, 1 other' ? [otherThan(question.options, right.options)] : [];
			return { ...right, options: [...keys, ...other] };
		}
		case 'match': {
			if (question.kind !== 'match') break;
			const columns: Record<string, string> = {};
			for (const [i, { id, key }] of question.rows.entries())
				columns[id] = i < Number(way[0]) ? key : otherThan(question.columns, [key]);
			return { ...right, columns };
		}
		case 'order': {
			const [a = '', b = '', c = '', d = ''] = right.items;
			const rows = { '1 swap': [a, c, b, d], '2 swaps': [b, a, d, c], backwards: [d, c, b, a] };
			return { ...right, items: rows[way as keyof typeof rows] };
		}
		case 'two-part':
			if (question.kind !== 'two-part') break;
			return way === 'evidence alone'
				? { ...right, option: otherThan(question.options, [question.key]) }
				: { ...right, sentences: otherSentences(right.sentences, 2) };
		case 'select':
			return { ...right, sentences: otherSentences(right.sentences, 1) };
		case 'altered': {
			if (question.kind !== 'altered') break;
			const other = question.tokens.find((token) => !isAltered(token))?.id ?? '';
			const more = way === '1 word, 1 other' ? [other] : [];
			return { ...right, tokens: [...right.tokens.slice(0, 1), ...more] };
		}
	}
	throw new Error(`${question.kind} cannot be answered ${way}`);
}

function otherThan(things: readonly { id: string }[], keys: readonly string[]): string {
	const other = things.find(({ id }) => !keys.includes(id));
	if (!other) throw new Error('there is no other');
	return other.id;
}

const otherSentences = (keys: readonly number[], count: number): number[] =>
	[1, 2, 3, 4, 5, 6, 7, 8].filter((n) => !keys.includes(n)).slice(0, count);

/** Fills the form on the page, whatever its kind, by its controls. */
async function fill(page: Page, response: Response): Promise<void> {
	const input = (name: string, value: string | number): Locator =>
		form(page).locator(`input[name="${name}"][value="${String(value)}"]`);
	switch (response.kind) {
		case 'choice':
		case 'verdict':
			return input('r', response.option).check();
		case 'multiple':
			for (const id of response.options) await input('r', id).check();
			return;
		case 'match':
		case 'categorise':
			for (const [row, column] of Object.entries(response.columns))
				await input(`r.${row}`, column).check();
			return;
		case 'order':
			for (const [i, id] of response.items.entries())
				await form(page)
					.locator(`select[name="r.${id}"]`)
					.selectOption(String(i + 1));
			return;
		case 'altered':
			for (const id of response.tokens) await input('r', id).check();
			return;
		case 'two-part':
			if (response.option !== null) await input('r', response.option).check();
			return tapSentences(page, response.sentences);
		case 'select':
			return tapSentences(page, response.sentences);
		case 'leave':
			throw new Error('it is not asked');
	}
}

async function tapSentences(page: Page, sentences: readonly number[]): Promise<void> {
	await lookAt(page, 'article');
	for (const n of sentences) await page.locator(`#s${String(n)} input`).check();
	await lookAt(page, 'card');
}

/** Answers the question on the page in the learner's way; which one it is, the page says. */
async function answerOne(page: Page, { ways }: Learner): Promise<void> {
	const stem = await form(page).locator('h2#stem').innerText();
	const [kind, question] = [...questions].find(([, one]) => one.stem === stem) ?? [];
	if (!kind || !question) throw new Error(`unknown question: ${stem}`);
	const response = responseFor(question, ways[kind]);
	if (response) await fill(page, response);
	await form(page)
		.getByRole('button', { name: response ? 'Save' : 'Skip' })
		.click();
}

/** Answers questions `from` to `to`, and waits until the page has gone on. */
async function answers(page: Page, learner: Learner, from: number, to: number): Promise<void> {
	for (let n = from; n <= to; n++) {
		await expect(page).toHaveTitle(new RegExp(`^Question ${String(n)} of 8`, 'u'));
		await answerOne(page, learner);
	}
	if (to < 8) await expect(page).toHaveTitle(new RegExp(`^Question ${String(to + 1)} of 8`, 'u'));
	else await expect(page.locator('section.end')).toBeVisible();
}

async function handIn(page: Page): Promise<void> {
	const sure = page.locator('section.end').getByRole('checkbox');
	if ((await sure.count()) > 0) await sure.check();
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page).toHaveURL(/\/result$/u);
}

/** A learner's browser, which has come in by the link and begun. */
async function joins(
	browser: Browser,
	link: string,
	{ name }: Learner,
	options: BrowserContextOptions = {}
): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	await page.goto(link);
	await page.getByLabel('Your nickname').fill(name);
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible();
	await page.getByRole('link', { name: 'To the quizzes' }).click();
	return { context, page };
}

const card = (page: Page, name: string): Locator =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

test('one teacher and five learners at once: every mark is the one worked out by hand, also after a question is dropped', async ({
	page,
	context,
	browser
}) => {
	const store = await openE2eStore();
	await signIn(context, store.db, { teacher: await makeTeacher(store.db) });
	await store.close();

	// The teacher makes a class and notes the link.
	await page.goto('/teach/classes');
	await page.getByLabel('Name').fill('8b');
	await page.getByRole('button', { name: 'Make the class' }).click();
	await expect(page.getByText('Nobody has joined yet.')).toBeVisible();
	const room = new URL(page.url()).pathname;
	const link = await page.getByLabel('Link to join').inputValue();

	// Two clicks from an article to a running lesson, which nobody will take.
	await page.goto(`/read/${slug}`);
	await page.getByRole('link', { name: /assign a quiz on this article/iu }).click();
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Assigned.' })).toBeVisible();
	const lesson = new URL(page.url()).pathname.split('/').pop() ?? '';

	// A test of eight questions picked by hand, half an hour long, with reasons once it is handed in.
	await page.goto(`/teach/assign?slug=${slug}&draw=picked`);
	for (const { id } of questions.values())
		await page.locator(`input[name="pick"][value="${id}"]`).check();
	await expect(page.getByText('8 questions ticked.')).toBeVisible();
	await page.getByRole('radio', { name: /^Test/u }).check();
	await page.getByText('More choices').click();
	await page.getByLabel('Title').fill('Friday test');
	await page.getByLabel('Time limit in minutes').fill('30');
	await page.getByLabel('After submitting').selectOption('explanations');
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Friday test' })).toBeVisible();
	const settings = new URL(page.url()).pathname;
	const assignment = settings.split('/').pop() ?? '';
	await expect(page.getByText(link)).toBeVisible();

	// Five learners come in and begin.
	const [desktop, offline, phone, noScript, doubleTime] = await Promise.all([
		joins(browser, link, table.desktop),
		joins(browser, link, table.offline),
		joins(browser, link, table.phone, {
			...devices['Pixel 7'],
			viewport: { width: 360, height: 740 }
		}),
		joins(browser, link, table.noScript, { javaScriptEnabled: false }),
		joins(browser, link, table.doubleTime)
	]);
	const begins = async ({ page }: { page: Page }): Promise<void> => {
		const mine = page.getByRole('listitem').filter({ hasText: 'Friday test' });
		await mine.getByRole('button', { name: 'Start' }).click();
		await expect(page).toHaveTitle(/^Question 1 of 8/u);
		await expect(page.locator('.taking')).toContainText(/30 minutes left|30:00|29:\d\d/u);
	};
	const pages = [desktop, offline, phone, noScript, doubleTime];
	await Promise.all(pages.map(begins));

	// The teacher gives one of them double time; that page follows, and no other.
	const clock = (on: Page): Locator => on.locator('.taking time').first();
	await page.goto(settings);
	await page.getByText('Accommodations: none').click();
	await page.getByRole('link', { name: `Change for ${table.doubleTime.name}` }).click();
	const grant = page.getByRole('form', { name: 'For this assignment' });
	await grant.getByLabel('Time').selectOption('2');
	await grant.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('cell', { name: 'time ×2' })).toBeVisible();
	await answers(doubleTime.page, table.doubleTime, 1, 1);
	await expect(clock(doubleTime.page)).toHaveText(/^5\d:\d\d$/u);
	await expect(clock(desktop.page)).toHaveText(/^2\d:\d\d$/u);

	// The teacher watches; from here on this page is not loaded again.
	const base = `${room}/${assignment}`;
	await page.goto(`${base}/watch`);
	await expect(page.getByText('5 of 5 learners started, 0 handed in')).toBeVisible();
	await page.evaluate(() => Object.assign(window, { same: true }));
	await Promise.all([
		answers(desktop.page, table.desktop, 1, 8),
		answers(phone.page, table.phone, 1, 8),
		answers(noScript.page, table.noScript, 1, 8),
		answers(doubleTime.page, table.doubleTime, 2, 8),
		(async () => {
			await answers(offline.page, table.offline, 1, 4);
			await expect(status(offline.page, 'saved')).toBeVisible();
			await offline.context.setOffline(true);
			await answers(offline.page, table.offline, 5, 8);
			await expect(status(offline.page, 'kept')).toBeVisible();
		})()
	]);
	await expect(card(page, table.desktop.name)).toContainText('8 of 8 answered');
	await expect(card(page, table.phone.name)).toContainText('8 of 8 answered');
	await expect(card(page, table.noScript.name)).toContainText('6 of 8 answered');
	await expect(card(page, table.doubleTime.name)).toContainText('7 of 8 answered');
	await expect(card(page, table.doubleTime.name)).toContainText(/5\d min left/u);
	await expect(card(page, table.offline.name)).toContainText('4 of 8 answered');
	await offline.context.setOffline(false);
	await expect(status(offline.page, 'saved')).toBeVisible();
	await expect(card(page, table.offline.name)).toContainText('8 of 8 answered');

	await Promise.all(pages.map(({ page }) => handIn(page)));
	await expect(page.getByText('5 of 5 learners started, 5 handed in')).toBeVisible();
	for (const { name } of everyone) await expect(card(page, name)).toContainText('Handed in');
	expect(await page.evaluate(() => 'same' in window)).toBe(true);

	// Learners and teacher see the marks of the table.
	const cell = (of: string, name: string): Locator =>
		page.getByRole('row').filter({ hasText: name }).locator(`td:has(a[href*="/${of}/learners/"])`);
	const marks = async (which: 'mark' | 'regraded', max: number, mean: string): Promise<void> => {
		await page.goto(`${room}/gradebook`);
		for (const learner of everyone) {
			await expect(cell(assignment, learner.name)).toHaveText(learner[which]);
			await expect(cell(lesson, learner.name)).toContainText('not taken');
		}
		await expect(page.getByRole('columnheader', { name: 'Friday test' })).toContainText(
			`of ${String(max)}`
		);
		await expect(page.getByRole('row', { name: /^Class mean/u })).toContainText(`${mean} `);
		for (const [i, learner] of everyone.entries()) {
			const theirs = pages[i]?.page;
			if (!theirs) throw new Error('somebody is missing');
			await theirs.reload();
			await expect(theirs.locator('.score')).toHaveText(
				`${learner[which]} of ${String(max)} points`
			);
		}
	};
	await marks('mark', 9, classMean);
	await expect(offline.page.getByText('arrived late')).toHaveCount(0);

	// The matching is dropped: four lose what they had, one keeps it, and the maximum falls for all.
	await page.goto(`${base}/questions`);
	const matching = page.getByRole('listitem').filter({
		has: page.getByRole('heading', { name: questions.get('match')?.stem ?? '' })
	});
	await matching.getByText('Change how it is marked').click();
	await matching.getByLabel('Drop it: it counts for nobody').check();
	await matching.getByRole('button', { name: 'See who changes' }).click();
	for (const { name, mark, regraded } of everyone) {
		const row = matching.getByRole('row').filter({ hasText: name });
		await expect(row.getByRole('cell').nth(0)).toHaveText(`${mark} of 9`);
		await expect(row.getByRole('cell').nth(1)).toHaveText(`${regraded} of 8`);
	}
	const reason = 'Two of the lines can be read both ways';
	await matching.getByLabel('Reason').fill(reason);
	await matching.getByRole('button', { name: 'Change the marks' }).click();
	await expect(page.getByText('Stored. 5 marks changed.')).toBeVisible();

	await marks('regraded', 8, classMeanRegraded);
	for (const { page: theirs } of pages) {
		await expect(theirs.getByText('Your teacher has marked this again')).toContainText(reason);
		await theirs.getByRole('link', { name: 'Back to your list' }).click();
		await expect(theirs.getByText('marked again by your teacher')).toBeVisible();
	}
	await Promise.all(pages.map(({ context: theirs }) => theirs.close()));
});
