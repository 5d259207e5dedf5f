import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { NOW, newFile, openHere } from '../../../../tests/support/engines.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse
} from '../../../../tests/support/school.ts';
import { fieldsFromAnswer } from '../../taking/answer.ts';
import type { Receipt } from '../../taking/attempt.ts';
import { takeSending } from '../attempts/sending.ts';
import { answerJson } from '../http/answer-json.ts';
import { newId } from './ids.ts';
import { selectResponses } from './response.ts';
import { isUnavailable } from './unavailable.ts';

it('a full disk answers 503 with Retry-After and a typed error; all that was acknowledged is there', async () => {
	const { db } = await openHere(await newFile());
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const assignment = await makeAssignment(db, teacher, [group.id]);
	const learner = await makeLearner(db, group.id, 'Owl');
	const { attempt, token, questions } = await makeAttempt(db, assignment.id, learner.id);
	const send = () =>
		answerJson(() =>
			takeSending(
				db,
				attempt.id,
				{
					v: 1,
					token,
					sentAt: 0,
					submit: false,
					answers: questions.map((question, position) => ({
						op: newId(),
						position,
						revision: 1,
						fields: fieldsFromAnswer(rightResponse(question)),
						certainty: null,
						at: 0
					}))
				},
				NOW
			)
		);

	// From here on the file may not grow.
	const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
	await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 1}`).execute(db);
	let acknowledged = 0;
	let full: Response | undefined;
	for (let i = 0; i < 50 && !full; i++) {
		const answer = await send();
		if (answer.status === 200)
			acknowledged += ((await answer.json()) as Receipt).answers.filter((one) => one.stored).length;
		else full = answer;
	}

	expect(full?.status).toBe(503);
	expect(full?.headers.get('retry-after')).toMatch(/^\d+$/u);
	expect(await full?.json()).toEqual({ code: 'try-later', message: 'try-later' });
	expect(await selectResponses(db, attempt.id)).toHaveLength(acknowledged);
});

it.each([
	[Object.assign(new Error('database is locked'), { errcode: 5 }), true],
	[Object.assign(new Error('disk I/O error'), { errcode: 778 }), true],
	[Object.assign(new Error('constraint'), { errcode: 787 }), false],
	[Object.assign(new Error('no space'), { code: '53100' }), true],
	[Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }), true],
	[Object.assign(new Error('duplicate key'), { code: '23505' }), false],
	[new TypeError('a mistake of ours'), false],
	['text', false]
])('%s comes from a store that cannot take anything now: %s', (error, expected) => {
	expect(isUnavailable(error)).toBe(expected);
});
