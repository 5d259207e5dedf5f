// Takes answers: from a device's outbox or from a form. Whatever is acknowledged is on disk.

import { isInvalid } from '../../scoring/outcome.ts';
import { asksCertainty } from '../../scoring/rated.ts';
import { scoreResponse } from '../../scoring/score.ts';
import { Trouble } from '../../study/trouble.ts';
import { answerFromFields } from '../../taking/answer.ts';
import {
	GRACE,
	type Acknowledged,
	type Receipt,
	type Sending,
	type SentAnswer
} from '../../taking/attempt.ts';
import { tellChange } from '../live/bus.ts';
import { selectAttemptToChange, type AttemptRow } from '../store/attempt.ts';
import type { QuestionVersionRow } from '../store/quiz-version.ts';
import { insertResponse, OpIdTaken, selectResponses, type ResponseRow } from '../store/response.ts';
import { inSharedTransaction } from '../store/shared-transaction.ts';
import type { Db } from '../store/store.ts';
import { endingOf, selectAround } from './around.ts';
import { gradeAttempt } from './grade-attempt.ts';
import { questionsOf, slotsOf } from './kept.ts';
import { countingResponse, isLate } from './marking.ts';
import { settle, submit } from './settle.ts';
import { feedbackOf, LATE_REASON, stateFrom, type Known } from './state.ts';
import { isTokenOf } from './token.ts';

type Answers = Omit<Sending, 'v' | 'token'>;

/**
 * Takes what a device sends. Authorised by the attempt's token, whoever is signed in.
 * @throws Trouble `not-yours` for an attempt that is not there or another's token
 */
export const takeSending = (
	db: Db,
	attemptId: string,
	{ token, ...answers }: Sending,
	now: number
): Promise<Receipt> =>
	takeAnswers(db, attemptId, answers, now, (attempt) => isTokenOf(token, attempt));

/**
 * Takes answers in one transaction and answers once it is committed. An answer that was given before
 * the attempt ended counts when it arrives within the grace; one that was given while the teacher had
 * stopped the clock is not acknowledged, so that the device keeps it for later.
 *
 * @param may decides, with the row at hand, whether these answers may be given
 * @throws Trouble `not-yours`
 */
export async function takeAnswers(
	db: Db,
	attemptId: string,
	sent: Answers,
	now: number,
	may: (attempt: AttemptRow) => boolean
): Promise<Receipt> {
	const { known, acknowledged, changed } = await inSharedTransaction(db, async (trx) => {
		const attempt = await selectAttemptToChange(trx, attemptId);
		if (!attempt || !may(attempt)) throw new Trouble('not-yours');
		return takeInto(trx, attempt, sent, now);
	});
	if (changed) tellChange(known.attempt.assignment_id);
	return { v: 1, answers: acknowledged, state: await stateFrom(db, known, now) };
}

async function takeInto(trx: Db, attempt: AttemptRow, sent: Answers, now: number) {
	const around = await selectAround(trx, attempt);
	const slots = await slotsOf(trx, attempt.id);
	const questions = await questionsOf(
		trx,
		slots.map(({ question_version_id }) => question_version_id)
	);
	const known: Known = {
		attempt,
		around,
		slots,
		responses: await selectResponses(trx, attempt.id)
	};
	const before = known.responses.length;
	const results: { answer: SentAnswer; row: ResponseRow | Refusal }[] = [];
	for (const answer of sent.answers) {
		const row = await takeOne(trx, known, questions, answer, sent.sentAt, now);
		if (row) results.push({ answer, row });
	}

	const stored = known.responses.length > before;
	const settled = await settle(trx, attempt, around, now);
	const submitted =
		!settled &&
		sent.submit &&
		around.dates.paused_at === null &&
		(await submit(trx, attempt.id, now, 'learner', now));
	if (attempt.state === 'submitted' && stored)
		await gradeAttempt(trx, attempt.id, LATE_REASON, now);
	if (settled || submitted)
		known.attempt = (await selectAttemptToChange(trx, attempt.id)) ?? attempt;

	const acknowledged = results.map(({ answer: { op }, row }): Acknowledged => {
		if (typeof row === 'string') return { op, stored: false, why: row };
		const counting = countingResponse(known.responses, row.position, attempt.deadline_at);
		return { op, stored: true, counts: counting?.op_id === op, late: isLate(row, known.attempt) };
	});
	return { known, acknowledged, changed: stored || settled || submitted };
}

type Refusal = Extract<Acknowledged, { stored: false }>['why'];

/**
 * Stores one answer and adds its row to what is known.
 * @returns the row as it is stored or why it never can be; undefined: not now
 */
async function takeOne(
	trx: Db,
	{ attempt, around, slots, responses, ...rest }: Known,
	questions: ReadonlyMap<string, QuestionVersionRow>,
	sent: SentAnswer,
	sentAt: number,
	now: number
): Promise<ResponseRow | Refusal | undefined> {
	const slot = slots.find(({ position }) => position === sent.position);
	const question = slot && questions.get(slot.question_version_id)?.question;
	if (!slot || !question) return 'no-such-question';
	const read = answerFromFields(slot.shown, sent.fields);
	if ('fault' in read || isInvalid(scoreResponse(read.response, question))) return 'not-an-answer';
	const mayRate = around.assignment.policy.certainty && asksCertainty(question.kind);

	// The device's clock may be wrong; how long ago it was by that clock is not.
	const given = Math.min(now, now - (sentAt - sent.at));
	const answeredAt = Math.max(attempt.started_at, given);
	const repeated = responses.some(({ op_id }) => op_id === sent.op);
	if (!repeated) {
		const end = attempt.submitted_at ?? endingOf(attempt, around)?.at ?? null;
		if (end !== null && (answeredAt > end || now > end + GRACE)) return 'over';
		const { paused_at } = around.dates;
		if (attempt.state === 'open' && paused_at !== null && answeredAt > paused_at) return undefined;
	}
	const row: ResponseRow = {
		op_id: sent.op,
		attempt_id: attempt.id,
		position: sent.position,
		revision: sent.revision,
		answer: {
			v: 1,
			response: read.response,
			certainty: mayRate && read.response !== null ? sent.certainty : null
		},
		told: isTold({ attempt, around, slots, responses, ...rest }, sent.position, now) ? 1 : 0,
		answered_at: answeredAt,
		received_at: now
	};
	try {
		const stored = await insertResponse(trx, row);
		if (!repeated) responses.push(stored);
		return stored;
	} catch (error) {
		if (error instanceof OpIdTaken) return 'op-taken';
		throw error;
	}
}

/**
 * Had the learner been told about an earlier answer to it? During the attempt that is so from the
 * first answer on. Whoever submitted has been told about all of it, where submitting tells anything;
 * where the deadline ended the attempt, what was on its way still counts.
 */
function isTold({ attempt, around, responses }: Known, position: number, now: number): boolean {
	const { policy } = around.assignment;
	if (attempt.submitted_by === 'learner') {
		const { feedback } = feedbackOf({ attempt, around }, now);
		if (feedback !== 'nothing') return true;
	}
	return (
		policy.feedback.during !== 'nothing' &&
		responses.some((row) => row.position === position && row.answer.response !== null)
	);
}
