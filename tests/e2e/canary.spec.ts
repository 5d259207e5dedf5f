// What reaches a learner's browser before handing in holds no key, no reason and no feedback: proved on
// a pack whose every such text carries a canary.

import { expect, test, type Page } from '@playwright/test';
import { answerFromFields } from '../../src/lib/taking/answer.ts';
import type { AttemptSheet, Sending } from '../../src/lib/taking/attempt.ts';
import { presets } from '../../src/lib/taking/policy.ts';
import { sheetOf } from '../../src/lib/server/attempts/sheet.ts';
import { selectAttemptsOf } from '../../src/lib/server/store/attempt.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { CANARY, canaryPack, canaryQuestions } from '../support/canary-pack.ts';
import { openE2eStore, signIn } from '../support/e2e-store.ts';
import { makeAssignment, makeClass, makeLearner, makeTeacher } from '../support/school.ts';
import { choose, form } from '../support/taker.ts';

let store: Store;
test.beforeAll(async () => {
	store = await openE2eStore();
});
test.afterAll(() => store.close());

const HOUR = 60 * 60 * 1000;

async function begin(page: Page) {
	const { db } = store;
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const learner = await makeLearner(db, group.id, 'Quiet Owl');
	const assignment = await makeAssignment(db, teacher, [group.id], {
		pack: canaryPack(),
		wish: { picked: canaryQuestions },
		policy: presets.test.policy,
		dates: { due_at: Date.now() + HOUR }
	});
	await signIn(page.context(), db, { learner });
	return { learner, assignment };
}

/** Everything that comes into this browser, as text, with where it came from. */
function listen(page: Page): { all: () => Promise<[string, string][]> } {
	const came: Promise<[string, string]>[] = [];
	page.context().on('response', (response) => {
		const headers = JSON.stringify(response.headers());
		came.push(
			response.text().then(
				(text): [string, string] => [response.url(), headers + text],
				(): [string, string] => [response.url(), headers]
			)
		);
	});
	return { all: () => Promise.all(came) };
}

/** Fetches what a curious learner would: every address of the attempt, as page and as data. */
async function crawl(page: Page, { id, token }: AttemptSheet): Promise<[string, string][]> {
	const paths = ['/mine', '/mine/__data.json', '/take', '/take/__data.json'];
	for (let n = 0; n <= canaryQuestions.length + 2; n++)
		for (const end of ['', '/__data.json']) paths.push(`/take/${id}${end}?n=${n}`);
	for (const end of ['/result', '/result/__data.json', '/state', '/answers'])
		paths.push(`/take/${id}${end}`);
	for (const path of ['packs/harbour-by-hand/canary0001', 'quiz/harbour-by-hand/new'])
		paths.push(`/${path}`);
	paths.push('/read/harbour-by-hand', '/read/harbour-by-hand/xray', '/quiz/harbour-by-hand/sheet');
	const got: [string, string][] = [];
	for (const path of paths) {
		const answer = await page.request.get(path, { headers: { authorization: `Bearer ${token}` } });
		got.push([path, JSON.stringify(answer.headers()) + (await answer.text())]);
	}
	return got;
}

const singing = (got: readonly [string, string][]): string[] =>
	got.filter(([, text]) => text.toLowerCase().includes(CANARY)).map(([from]) => from);

test('before handing in, nothing that a learner’s browser receives holds the canary', async ({
	page
}) => {
	test.slow();
	const heard = listen(page);
	const { learner, assignment } = await begin(page);
	await page.goto('/mine');
	await page.getByRole('button', { name: 'Start' }).click();
	await expect(form(page)).toBeVisible();
	const [attempt] = await selectAttemptsOf(store.db, assignment.id, learner.id);
	const sheet = await sheetOf(store.db, learner, attempt?.id ?? '', Date.now());
	const { origin } = new URL(page.url());

	// By the pages themselves: every question is answered.
	for (let n = 1; n <= canaryQuestions.length; n++) {
		await page.goto(`/take/${sheet.id}?n=${n}`);
		await choose(page);
		await form(page).getByRole('button', { name: 'Save' }).click();
		await expect(page).not.toHaveURL(new RegExp(`n=${n}$`, 'u'));
	}
	// By the endpoint: receipts, with answers that fit and with some that do not.
	const sending: Sending = {
		v: 1,
		token: sheet.token,
		sentAt: 0,
		submit: false,
		answers: sheet.questions.flatMap((question, position) =>
			['a', 'b', 'zz', '4'].map((value) => ({
				op: newId(),
				position,
				revision: 7,
				fields: [['r', value]] as [string, string][],
				certainty: null,
				at: 0
			}))
		)
	};
	const receipt = await page.request.post(`/take/${sheet.id}/answers`, {
		headers: { origin },
		data: sending
	});
	expect(receipt.ok()).toBe(true);
	expect(sheet.questions.some((one) => 'response' in answerFromFields(one, [['r', 'a']]))).toBe(
		true
	);

	const got = [
		...(await heard.all()),
		...(await crawl(page, sheet)),
		['the sheet', JSON.stringify(sheet)] as [string, string],
		['the receipt', await receipt.text()] as [string, string]
	];
	expect(got.length).toBeGreaterThan(40);
	expect(singing(got)).toEqual([]);

	// After handing in, and before it is due, still nothing.
	await page.request.post(`/take/${sheet.id}/answers`, {
		headers: { origin },
		data: { ...sending, answers: [], submit: true }
	});
	expect(singing(await crawl(page, sheet))).toEqual([]);

	// The canary does sing: once it is due, reasons come.
	await store.db
		.updateTable('assignment_class')
		.set({ due_at: Date.now() - 1 })
		.where('assignment_id', '=', assignment.id)
		.execute();
	expect(singing(await crawl(page, sheet))).toContain(`/take/${sheet.id}/result`);
});
