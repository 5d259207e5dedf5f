// A teacher watches a class at work, steers it, shows a question to the room, and types in what was
// answered on paper: on the built server, with events over real HTTP.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { paperText } from '../../src/lib/questions/paper';
import { formFromResponse } from '../../src/lib/questions/response';
import { selectWorksheet } from '../../src/lib/server/assignments/worksheet';
import { selectOptionalAttempt } from '../../src/lib/server/store/attempt';
import { insertDispute } from '../../src/lib/server/store/dispute';
import { newId } from '../../src/lib/server/store/ids';
import { insertSession } from '../../src/lib/server/store/session';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { hashToken } from '../../src/lib/server/tokens';
import { openE2eStore, signIn } from '../support/e2e-store';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	submitAttempt
} from '../support/school';

let store: Store;
test.beforeAll(async () => {
	store = await openE2eStore();
});
test.afterAll(() => store.close());

const MINUTE = 60_000;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A class of three with an assignment: Ada has begun, with a clock that runs for half an hour. */
async function makeSchool(page: Page, draw = 'quick') {
	const { db } = store;
	const now = Date.now();
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher, { name: '8b' });
	const assignment = await makeAssignment(db, teacher, [group.id], {
		wish: { draw },
		time_limit_ms: 30 * MINUTE,
		dates: { opens_at: now - MINUTE, due_at: now + 60 * MINUTE }
	});
	const ada = await makeLearner(db, group.id, 'Ada');
	const ben = await makeLearner(db, group.id, 'Ben');
	await makeLearner(db, group.id, 'Cleo', { listed: 1, joined_at: null });
	const made = await makeAttempt(db, assignment.id, ada.id, {
		started_at: now,
		deadline_at: now + 30 * MINUTE
	});
	await signIn(page.context(), db, { teacher });
	const base = `/teach/classes/${group.id}/${assignment.id}`;
	return { db, now, teacher, group, assignment, ada, ben, made, base };
}

const answer = async (
	{ db }: { db: Store['db'] },
	made: Awaited<ReturnType<typeof makeAttempt>>,
	i: number
) => {
	const question = made.questions[i];
	if (!question) throw new Error('no such question');
	await giveAnswer(db, made.attempt.id, i, rightResponse(question), { at: Date.now() });
};

const card = (page: Page, name: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

async function expectAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** To look at, where a folder for them is named. */
async function shoot(page: Page, name: string) {
	const folder = process.env['SHOTS'];
	if (folder !== undefined)
		await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test('what a learner does appears without a reload', async ({ page }) => {
	const school = await makeSchool(page);
	await page.goto(`${school.base}/watch`);
	await expect(page.getByText('1 of 3 learners started, 0 handed in')).toBeVisible();
	await expect(card(page, 'Ada')).toContainText('Started');
	await expect(card(page, 'Ben')).toContainText('Not started');
	await expect(card(page, 'Cleo')).toContainText('Not joined yet');
	await expect(page.getByText('Up to date', { exact: true })).toBeVisible();
	await page.evaluate(() => Object.assign(window, { same: true }));

	await answer(school, school.made, 0);
	await expect(card(page, 'Ada')).toContainText('At question 1 of');
	const bens = await makeAttempt(school.db, school.assignment.id, school.ben.id);
	await expect(page.getByText('2 of 3 learners started, 0 handed in')).toBeVisible();
	await submitAttempt(school.db, bens.attempt.id, Date.now());
	await expect(page.getByText('2 of 3 learners started, 1 handed in')).toBeVisible();
	await expect(card(page, 'Ben')).toContainText('Handed in');

	const [, question] = school.made.questions;
	if (!question) throw new Error('no second question');
	const sending = {
		v: 1,
		token: school.made.token,
		sentAt: Date.now(),
		answers: [
			{
				op: newId(),
				position: 1,
				revision: 1,
				fields: formFromResponse(rightResponse(question)),
				certainty: null,
				at: Date.now()
			}
		],
		submit: false
	};
	const status = await page.evaluate(
		async ([address, body]) =>
			(
				await fetch(address, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body
				})
			).status,
		[`/take/${school.made.attempt.id}/answers`, JSON.stringify(sending)] as const
	);
	expect(status).toBe(200);
	await expect(card(page, 'Ada')).toContainText('At question 2 of');
	expect(await page.evaluate(() => 'same' in window)).toBe(true);
});

test('events come uncompressed, whole, whatever the last id was, and only to who teaches the class', async ({
	page
}) => {
	const school = await makeSchool(page);
	const { base } = school;
	const cookie = (await page.context().cookies())
		.map(({ name, value }) => `${name}=${value}`)
		.join('; ');
	const address = new URL(`${base}/watch/events`, test.info().project.use.baseURL);
	const first = await new Promise<{ headers: Record<string, unknown>; chunk: string }>(
		(settle, reject) => {
			const headers = { cookie, 'accept-encoding': 'gzip, br', 'last-event-id': '17' };
			const request = get(address, { headers }, (response) => {
				response.setEncoding('utf8').once('data', (chunk: string) => {
					settle({ headers: response.headers, chunk });
					request.destroy();
				});
			});
			request.once('error', reject);
		}
	);
	expect(first.headers).toMatchObject({
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'private, no-store'
	});
	expect(first.headers).not.toHaveProperty('content-encoding');
	expect(first.chunk).toMatch(/^retry: \d+\n\nevent: now\ndata: \{.*"nickname":"Ada".*\}\n\n$/u);

	await page.context().clearCookies();
	// Whoever is not signed in is sent to sign in, and gets no stream.
	const sentAway = await page.request.get(address.href, { maxRedirects: 0 });
	expect(sentAway.status()).toBe(303);
	await signIn(page.context(), school.db, { teacher: await makeTeacher(school.db) });
	expect((await page.request.get(address.href)).status()).toBe(404);
	expect((await page.request.get(`${base}/watch`)).status()).toBe(404);
});

test('the class is closed now and opened again; nothing is lost', async ({ page }) => {
	const school = await makeSchool(page);
	await answer(school, school.made, 0);
	await page.goto(`${school.base}/watch`);

	await page.getByRole('button', { name: 'Close now' }).click();
	await expect(page.getByText('Closed. What was open is handed in and graded.')).toBeVisible();
	await expect(card(page, 'Ada')).toContainText('Handed in');
	await expect(card(page, 'Ada')).toContainText('Ended by a teacher');

	await page.getByRole('button', { name: 'Open again' }).click();
	await expect(card(page, 'Ada')).toContainText('At question 1 of');
});

test('five more minutes are given, to all and to one, and taken back', async ({ page }) => {
	const school = await makeSchool(page);
	const end = async () =>
		((await selectOptionalAttempt(school.db, school.made.attempt.id))?.deadline_at ?? 0) -
		school.now;
	await page.goto(`${school.base}/watch`);

	await page.getByRole('button', { name: 'Five more minutes' }).first().click();
	await expect(
		page.getByText('Five more minutes for 1 open attempt; the due date moved too.')
	).toBeVisible();
	expect(await end()).toBe(35 * MINUTE);
	await page.getByRole('button', { name: 'Take the minutes back' }).click();
	await expect(page.getByText('The minutes are taken back.')).toBeVisible();
	expect(await end()).toBe(30 * MINUTE);

	await card(page, 'Ada').locator('summary').click();
	await card(page, 'Ada').getByRole('button', { name: 'Five more minutes' }).click();
	await expect(page.getByText('Five more minutes for Ada.')).toBeVisible();
	expect(await end()).toBe(35 * MINUTE);
});

test('all are paused and go on', async ({ page }) => {
	const school = await makeSchool(page);
	await page.goto(`${school.base}/watch`);
	await page.getByRole('button', { name: 'Pause all' }).click();
	await expect(card(page, 'Ada')).toContainText('Clock stopped');
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByText('The clock runs again.')).toBeVisible();
	await expect(card(page, 'Ada')).toContainText('min left');
});

test('names are hidden for a projector, in the page and in what it is sent', async ({ page }) => {
	const school = await makeSchool(page);
	await page.goto(`${school.base}/watch`);
	await page.getByRole('link', { name: 'Hide names' }).click();
	await expect(page.getByRole('heading', { name: 'Learner 1' })).toBeVisible();
	await answer(school, school.made, 0);
	await expect(page.getByText('At question 1 of')).toBeVisible();
	expect(await page.content()).not.toContain('Cleo');
	await expectAccessible(page);
});

test('what a learner doubts is listed and put aside', async ({ page }) => {
	const school = await makeSchool(page);
	await insertDispute(school.db, {
		id: newId(),
		attempt_id: school.made.attempt.id,
		position: 0,
		text: 'Sentence 4 says the opposite, does it not?',
		created_at: Date.now(),
		closed_at: null
	});
	await page.goto(`${school.base}/watch`);
	await expect(page.getByText('1 is open.')).toBeVisible();
	await expect(page.getByText('Sentence 4 says the opposite, does it not?')).toBeVisible();
	await page.getByRole('button', { name: 'Dealt with' }).click();
	await expect(page.getByText('None is open.')).toBeVisible();
});

test('a lost connection is said calmly, and mends by itself', async ({ page }) => {
	const school = await makeSchool(page);
	let down = false;
	await page.route('**/watch/events*', (route) => (down ? route.abort() : route.fallback()));
	await page.goto(`${school.base}/watch`);
	await expect(page.getByText('Up to date', { exact: true })).toBeVisible();
	// The stream ends with the teacher's session, and with it whatever could be read.
	down = true;
	const cookies = await page.context().cookies();
	await school.db.deleteFrom('session').where('teacher_id', '=', school.teacher.id).execute();
	await expect(page.getByText('Not up to date since')).toBeVisible();
	await page.context().clearCookies();
	await signIn(page.context(), school.db, { teacher: school.teacher });
	expect(cookies).not.toEqual(await page.context().cookies());
	down = false;
	await expect(page.getByText('Up to date', { exact: true })).toBeVisible();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the page shows the class, says that it stands still, and steers', async ({ page }) => {
		const school = await makeSchool(page);
		await answer(school, school.made, 0);
		await page.goto(`${school.base}/watch`);
		await expect(card(page, 'Ada')).toContainText('At question 1 of');
		await expect(
			page.getByText('This page shows how things were when it was loaded.')
		).toBeVisible();
		await page.getByRole('link', { name: 'Load again' }).click();
		await page.getByRole('button', { name: 'Close now' }).click();
		await expect(page.getByText('Closed. What was open is handed in and graded.')).toBeVisible();
		await expect(card(page, 'Ada')).toContainText('Handed in');
	});
});

test.describe('answers on paper', () => {
	/** What is right, as it is typed, by name of the cell. */
	async function rightCells(school: Awaited<ReturnType<typeof makeSchool>>, learner: string) {
		const { slots, questions } = await selectWorksheet(school.db, school.assignment);
		return slots.flatMap(({ position, shown, question_version_id }): [string, string][] => {
			const question = questions.get(question_version_id)?.question;
			return !question || question.kind === 'leave'
				? []
				: [[`a.${learner}.${position}`, paperText(rightResponse(question), shown)]];
		});
	}

	test('are typed into a grid and give the mark; a cell that cannot be read is named and kept', async ({
		page
	}) => {
		const school = await makeSchool(page, 'full');
		const cells = await rightCells(school, school.ben.id);
		await page.goto(`${school.base}/paper`);
		await expect(page.getByText('on a device, not handed in')).toBeVisible();
		for (const [i, [name, text]] of cells.entries())
			await page.locator(`[name="${name}"]`).fill(i === 0 ? 'zz top' : text);
		await page.getByRole('button', { name: 'Save and mark' }).click();
		await expect(page.getByText('1 cell could not be read.')).toBeVisible();
		const max = school.made.slots.reduce((all, slot) => all + slot.max_points, 0);
		const row = page.getByRole('row').filter({ hasText: 'Ben' });
		await expect(row).toContainText(`${max - 1} of ${max}`);
		await shoot(page, 'paper');
		const [first = '', text = ''] = cells[0] ?? [];
		await expect(page.locator(`[name="${first}"]`)).toHaveValue('zz top');
		await expectAccessible(page);

		await page.getByRole('link', { name: 'Ben, question 1' }).click();
		await page.locator(`[name="${first}"]`).fill(text.toUpperCase());
		await page.getByRole('button', { name: 'Save and mark' }).click();
		await expect(page.getByText('Saved: 1 answer of 1 learner.')).toBeVisible();
		await expect(row).toContainText(`${max} of ${max}`);
		await expect(page.locator(`[name="${first}"]`)).toHaveValue(text);
	});

	for (const javaScriptEnabled of [true, false])
		test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
			test.use({ javaScriptEnabled });
			test('fill in what a device could not give; what it gave is replaced only once that is ticked', async ({
				page
			}) => {
				const school = await makeSchool(page, 'full');
				await answer(school, school.made, 0);
				const all = await rightCells(school, school.ada.id);
				const [[first, right] = ['', ''], ...missing] = all;
				const [question] = school.made.questions;
				if (question?.kind !== 'verdict') throw new Error('another first question');
				const other = right === 's' ? 'c' : 's';
				await page.goto(`${school.base}/paper`);
				await expect(page.locator(`[name="${first}"]`)).toHaveValue(right);

				await page.locator(`[name="${first}"]`).fill(other);
				for (const [name, text] of missing) await page.locator(`[name="${name}"]`).fill(text);
				await page.getByRole('checkbox', { name: 'hand in for Ada' }).check();
				await page.getByRole('button', { name: 'Save and mark' }).click();

				await expect(page.getByText('Handed in for 1 learner.')).toBeVisible();
				await expect(page.getByText('1 answer from a device says something else.')).toBeVisible();
				const row = page.getByRole('row').filter({ hasText: 'Ada' });
				const max = school.made.slots.reduce((sum, slot) => sum + slot.max_points, 0);
				await expect(row).toContainText(`${max} of ${max}`);
				await expect(page.locator(`[name="${first}"]`)).toHaveValue(other);
				if (javaScriptEnabled) await expectAccessible(page);
				await shoot(page, 'paper-device');

				await page
					.getByLabel(`Ada, question 1: the device has ‘${right}’, you typed ‘${other}’.`)
					.check();
				await page.getByRole('button', { name: 'Replace what is ticked' }).click();
				await expect(row).toContainText(`${max - 1} of ${max}`);

				await page.goto(`${school.base}/learners/${school.ada.id}`);
				await page.locator('summary').filter({ hasText: question.stem }).first().click();
				const history = page.getByRole('listitem').filter({ hasText: /^On the device/u });
				await expect(history.first()).toBeVisible();
				await expect(page.getByText(/^On paper, typed in.*\(counts\)$/u).first()).toBeVisible();
			});
		});

	test('a learner’s file of unsent answers is loaded, and each answer’s fate is told', async ({
		page
	}) => {
		const school = await makeSchool(page);
		const [question] = school.made.questions;
		if (!question) throw new Error('no question');
		const answers = [
			{
				op: newId(),
				position: 0,
				revision: 1,
				fields: formFromResponse(rightResponse(question)),
				certainty: null,
				at: 1000
			}
		];
		const sending = { v: 1, token: school.made.token, sentAt: 2000, answers, submit: false };
		const file = (content: unknown) => ({
			name: 'answers.json',
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify(content))
		});
		await page.goto(`${school.base}/paper`);
		await page.getByLabel('File', { exact: true }).setInputFiles(file({ v: 1 }));
		await page.getByRole('button', { name: 'Load the file' }).click();
		await expect(page.getByText('This is no file of unsent answers')).toBeVisible();
		await page
			.getByLabel('File', { exact: true })
			.setInputFiles(file({ v: 1, attempt: school.made.attempt.id, sending }));
		await page.getByRole('button', { name: 'Load the file' }).click();
		await expect(page.getByText('The file of Ada is read.')).toBeVisible();
		await expect(page.getByText('Question 1: stored')).toBeVisible();
	});
});

test.describe('a question for the room', () => {
	test('is shown by keys: as asked, as answered without names, why, what next', async ({
		page
	}) => {
		const school = await makeSchool(page, 'full');
		await answer(school, school.made, 0);
		await page.goto(`${school.base}/project`);
		const heading = page.getByRole('heading', { level: 1 });
		await expect(heading).toHaveText(school.made.questions[0]?.stem ?? '');
		await expect(page.getByText('1 answer', { exact: true })).toBeHidden();
		// Keys work once scripts are there.
		await expect(async () => {
			await page.keyboard.press('ArrowRight');
			await expect(page).toHaveURL(/show=answers/u, { timeout: 20_000 });
		}).toPass();
		await expect(page.getByText('1 answer', { exact: true })).toBeVisible();
		expect(await page.locator('main').textContent()).not.toContain('Ada');
		await page.keyboard.press('PageDown');
		await expect(page).toHaveURL(/show=why/u);
		await page.keyboard.press('ArrowRight');
		await expect(heading).toHaveText('What would you check next?');
		await page.keyboard.press('ArrowRight');
		await expect(page).toHaveURL(/n=2$/u);
		await page.keyboard.press('ArrowLeft');
		await expect(heading).toHaveText('What would you check next?');
	});

	test('every question has its four steps, for everybody who looks', async ({ page }) => {
		test.slow();
		const school = await makeSchool(page, 'full');
		for (const i of school.made.questions.keys()) await answer(school, school.made, i);
		for (const [i, { kind }] of school.made.questions.entries())
			for (const [stage, width, height] of [
				['question', 1920, 1080],
				['answers', 1440, 900],
				['why', 360, 740],
				['check', 1440, 900]
			] as const) {
				await page.setViewportSize({ width, height });
				await page.goto(`${school.base}/project?n=${i + 1}&show=${stage}`);
				const over = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(over, `${kind}, ${stage}`).toBe(0);
				// The first and the last step look alike for every kind.
				if (i === 0 || stage === 'answers' || stage === 'why') await expectAccessible(page);
				await shoot(page, `project-${i + 1}-${kind}-${stage}`);
			}
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });
		test('works by links', async ({ page }) => {
			const school = await makeSchool(page);
			await answer(school, school.made, 0);
			await page.goto(`${school.base}/project`);
			await page.getByRole('link', { name: 'How the class answered' }).click();
			await expect(page.getByText('1 answer', { exact: true })).toBeVisible();
			await page.getByRole('link', { name: 'Why' }).click();
			await page.getByRole('link', { name: 'Next question' }).click();
			await expect(page.getByText('Question 2 of')).toBeVisible();
		});
	});
});

test('a stream ends by itself as the server stops, and does not hold it up', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'says-who-watch-'));
	const child = spawn(process.execPath, ['src/cli/node.js', 'src/cli/serve.ts'], {
		cwd: resolve(import.meta.dirname, '../..'),
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '', DATA_DIR: folder },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const closed = once(child, 'close');
	try {
		let printed = '';
		const address = await new Promise<string>((settle) => {
			child.stdout.setEncoding('utf8').on('data', (text: string) => {
				printed += text;
				const [, found] = /Says Who is at (http:\/\/\S+)/u.exec(printed) ?? [];
				if (found !== undefined) settle(found);
			});
		});
		const own = await openStore(
			{ engine: 'sqlite', file: join(folder, 'says-who.db') },
			{ now: Date.now(), report: () => undefined }
		);
		const teacher = await makeTeacher(own.db);
		const group = await makeClass(own.db, teacher);
		const assignment = await makeAssignment(own.db, teacher, [group.id]);
		const token = newId();
		await insertSession(own.db, {
			token_hash: hashToken(token),
			teacher_id: teacher.id,
			learner_id: null,
			created_at: Date.now(),
			expires_at: Date.now() + 60 * MINUTE
		});
		await own.close();

		const events = `${address}/teach/classes/${group.id}/${assignment.id}/watch/events`;
		const response = await new Promise<IncomingMessage>((settle, reject) => {
			const headers = { cookie: `says-who-teacher=${token}` };
			get(events, { headers }, settle).once('error', reject);
		});
		await once(response, 'data');
		const ended = once(response, 'close');
		child.kill('SIGTERM');
		response.resume();
		await ended;
		// A connection that the server has to cut off leaves an answer that is not complete.
		expect(response.complete).toBe(true);
		expect((await closed)[0]).toBe(0);
	} finally {
		child.kill('SIGKILL');
		await closed;
		rmSync(folder, { recursive: true, force: true });
	}
});

for (const [width, height] of [
	[360, 740],
	[1440, 900],
	[1920, 1080]
] as const) {
	test(`a class of thirty fits ${width} pixels, and nothing is wrong for those who cannot see it`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		const school = await makeSchool(page);
		const { db, group, assignment } = school;
		for (let i = 0; i < 27; i++) {
			const name = i === 3 ? 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh' : `Owl ${i}`;
			const learner = await makeLearner(db, group.id, name);
			if (i % 4 === 0) continue;
			const made = await makeAttempt(db, assignment.id, learner.id, {
				deadline_at: school.now + (20 + i) * MINUTE
			});
			for (let n = 0; n < i % 5; n++) await answer(school, made, n);
			if (i % 4 === 3) await submitAttempt(db, made.attempt.id, Date.now());
		}
		await page.goto(`${school.base}/watch`);
		await expect(page.getByText('21 of 30 learners started')).toBeVisible();
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow).toBe(0);
		await expectAccessible(page);
		await shoot(page, `watch-${width}`);
		await page.emulateMedia({ colorScheme: 'dark' });
		await expectAccessible(page);
		await shoot(page, `watch-${width}-dark`);
		await page.goto(`${school.base}/watch?names=off`);
		await expect(page.getByRole('heading', { name: 'Learner 30' })).toBeVisible();
		await shoot(page, `wall-${width}-dark`);
	});
}
