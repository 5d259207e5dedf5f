// What a device may send and what it is told, in JSON: typed errors for whatever is not right, and nothing
// saved is lost by it.

import { expect, test, type APIRequestContext } from '@playwright/test';
import type { Sending, SentAnswer } from '../../src/lib/taking/attempt.ts';
import { ANSWERS_AT_ONCE } from '../../src/lib/taking/limits.ts';
import { presets } from '../../src/lib/taking/policy.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import { selectResponses } from '../../src/lib/server/store/response.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { fieldsFromAnswer } from '../../src/lib/taking/answer.ts';
import { openE2eStore } from '../support/e2e-store.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	type MadeAttempt
} from '../support/school.ts';

let store: Store;
test.beforeAll(async () => {
	store = await openE2eStore();
});
test.afterAll(() => store.close());

async function begin(): Promise<MadeAttempt> {
	const { db } = store;
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const assignment = await makeAssignment(db, teacher, [group.id], {
		policy: presets.test.policy
	});
	const learner = await makeLearner(db, group.id, 'Owl');
	return makeAttempt(db, assignment.id, learner.id);
}

function answer({ questions }: MadeAttempt, given: Partial<SentAnswer> = {}): SentAnswer {
	const [question] = questions;
	const fields = fieldsFromAnswer(question ? rightResponse(question) : null);
	return { op: newId(), position: 0, revision: 1, fields, certainty: null, at: 0, ...given };
}

const sending = ({ token }: MadeAttempt, answers: SentAnswer[]): Sending => ({
	v: 1,
	token,
	sentAt: 0,
	answers,
	submit: false
});

async function post(
	request: APIRequestContext,
	baseURL: string | undefined,
	id: string,
	data: unknown
) {
	const answer = await request.post(`/take/${id}/answers`, {
		headers: { origin: baseURL ?? '', 'content-type': 'application/json' },
		data: typeof data === 'string' ? Buffer.from(data) : data
	});
	return { status: answer.status(), body: (await answer.json()) as unknown };
}

test('an answer is acknowledged without a cookie, by the attempt’s token alone', async ({
	request,
	baseURL
}) => {
	const made = await begin();
	const one = answer(made);
	const { status, body } = await post(request, baseURL, made.attempt.id, sending(made, [one]));
	expect({ status, body }).toMatchObject({
		status: 200,
		body: { v: 1, answers: [{ op: one.op, stored: true, counts: true }], state: { state: 'open' } }
	});
	expect(await selectResponses(store.db, made.attempt.id)).toHaveLength(1);
});

test('what is not right gets a typed error, and what was saved stays', async ({
	request,
	baseURL
}) => {
	const [made, other] = [await begin(), await begin()];
	const { id } = made.attempt;
	await post(request, baseURL, id, sending(made, [answer(made)]));
	const many = Array.from({ length: ANSWERS_AT_ONCE + 1 }, () => answer(made));
	const cases: [what: string, data: unknown, status: number, code: string][] = [
		['no JSON', '{"v":1,', 400, 'mangled-sending'],
		['nothing', '', 400, 'mangled-sending'],
		['another shape', { v: 2 }, 400, 'mangled-sending'],
		['a forged id', sending(made, [answer(made, { op: '../x' })]), 400, 'mangled-sending'],
		['a revision of 0', sending(made, [answer(made, { revision: 0 })]), 400, 'mangled-sending'],
		['too many answers', sending(made, many), 400, 'mangled-sending'],
		['another’s token', sending(other, [answer(made)]), 404, 'not-yours'],
		['too much', `{"pad":"${'x'.repeat(300_000)}"}`, 413, 'too-large']
	];
	for (const [what, data, status, code] of cases)
		expect(await post(request, baseURL, id, data), what).toMatchObject({ status, body: { code } });
	expect(
		await post(request, baseURL, newId(), sending(made, [answer(made)])),
		'an attempt that is not there'
	).toMatchObject({ status: 404, body: { code: 'not-yours' } });
	expect(await selectResponses(store.db, id)).toHaveLength(1);
	expect(await selectResponses(store.db, other.attempt.id)).toHaveLength(0);
});

test('another site cannot send, even with the token', async ({ request }) => {
	const made = await begin();
	const answered = await request.post(`/take/${made.attempt.id}/answers`, {
		headers: { origin: 'https://elsewhere.example' },
		data: sending(made, [answer(made)])
	});
	expect(answered.status()).toBe(403);
	expect(await selectResponses(store.db, made.attempt.id)).toEqual([]);
});

test('the state is told to whoever holds the token, and to nobody else', async ({ request }) => {
	const made = await begin();
	const path = `/take/${made.attempt.id}/state`;
	const get = (headers: Record<string, string>) => request.get(path, { headers });
	const good = await get({ authorization: `Bearer ${made.token}` });
	expect(good.status()).toBe(200);
	expect(good.headers()['cache-control']).toContain('no-store');
	expect(await good.json()).toMatchObject({ state: 'open', paused: false });
	const refused: Record<string, string>[] = [
		{},
		{ authorization: 'Bearer x' },
		{ authorization: made.token }
	];
	for (const headers of refused) {
		const bad = await get(headers);
		expect(bad.status()).toBe(404);
		expect(await bad.json()).toMatchObject({ code: 'not-yours' });
	}
});
