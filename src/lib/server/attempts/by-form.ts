// Taking an attempt by forms alone: what a page without scripts sends, and where it goes on.

import { is } from 'valibot';
import { Trouble } from '../../study/trouble.ts';
import type { StepView } from '../../study/view.ts';
import { answerFromFields, type Fields } from '../../taking/answer.ts';
import type { AttemptSheet, Receipt, SentAnswer } from '../../taking/attempt.ts';
import { SentAnswer as SentAnswerSchema } from '../../taking/schemas.ts';
import { nextOpen, takingStep, type Refused } from '../../taking/step.ts';
import type { LearnerActor } from '../actor.ts';
import { tellChange } from '../live/bus.ts';
import { countDisputes, insertDispute } from '../store/dispute.ts';
import { newId } from '../store/ids.ts';
import type { Db } from '../store/store.ts';
import { isUnavailable } from '../store/unavailable.ts';
import { takeAnswers } from './sending.ts';
import { requireSettledAttempt, sheetOf } from './sheet.ts';

/** Where the learner goes after a form: to another step, to the result, or back to the form. */
export type After =
	| { to: 'step'; n: number }
	| { to: 'result' }
	| { to: 'form'; status: 400 | 409 | 503; view: StepView; n: number };

const notices = {
	nothingChosen: 'Nothing is chosen yet. Choose an answer, or skip the question for now.',
	notAnAnswer: 'That answer does not belong to this question. Choose again.',
	paused:
		'The teacher has stopped the clock, so this is not saved yet. What you chose is still here: save it once it goes on.',
	tryLater:
		'The server cannot save anything just now, so this is not saved yet. What you chose is still here: save it again in a moment.',
	newer:
		'A newer answer to this question was saved from another page. It stands and is shown here; you can change it.'
};

/** A step with the fields by which a form that is sent twice is stored once. */
export function stepForForms(
	sheet: AttemptSheet,
	n: number,
	refused: Refused | null = null
): StepView {
	const view = takingStep(sheet, sheet.state.slots, n, refused);
	if (view.kind !== 'question' || !view.attempt) return view;
	const revision = (sheet.state.slots[view.n - 1]?.revision ?? 0) + 1;
	const hidden: [string, string][] = [
		['op', newId()],
		['revision', String(revision)]
	];
	return { ...view, attempt: { ...view.attempt, hidden } };
}

/** The first question that nobody has looked at; the end without one. */
export const firstOpen = ({ state }: AttemptSheet): number => nextOpen(state.slots, 0);

/**
 * Takes the answer of a form, or skips the question.
 * @throws Trouble `join-first`, `not-yours`
 */
export async function answerByForm(
	db: Db,
	learner: LearnerActor | null,
	attemptId: string,
	form: FormData,
	now: number
): Promise<After> {
	const sheet = await sheetOf(db, learner, attemptId, now);
	if (sheet.state.state === 'submitted') return { to: 'result' };
	const n = Number(form.get('n'));
	const question = sheet.questions[n - 1];
	if (!question) return { to: 'step', n: firstOpen(sheet) };
	const refuse = (
		notice: string,
		status: 400 | 409 | 503 = 400,
		from = sheet,
		filled = responseFields(form)
	): After => ({ to: 'form', status, n, view: stepForForms(from, n, { notice, filled }) });

	const skips = form.get('do') === 'skip';
	const given = skips ? [] : answerFields(form);
	// A plan without a tick is an answer too: one empty field says so.
	const fields = given.length === 0 && !skips && question.kind === 'leave' ? NO_TICK : given;
	const read = answerFromFields(question, fields);
	if ('fault' in read) return refuse(read.fault);
	if (read.response === null && !skips) return refuse(notices.nothingChosen);

	const answer = {
		...readMark(form, sheet, n),
		position: n - 1,
		fields,
		certainty: skips ? null : readSure(form),
		at: now
	};
	const receipt = await takeOnce(db, attemptId, answer, now);
	if (!receipt) return refuse(notices.tryLater, 503);
	const [became] = receipt.answers;
	if (!became) return refuse(notices.paused, 409);
	if (!became.stored) return became.why === 'over' ? { to: 'result' } : refuse(notices.notAnAnswer);
	const after = { ...sheet, state: receipt.state };
	if (receipt.state.state === 'submitted') return { to: 'result' };
	const silent = sheet.policy.feedback.during === 'nothing';
	if (!became.counts && silent) {
		return refuse(notices.newer, 409, after, fieldsShown(after, n));
	}
	return { to: 'step', n: skips || silent ? nextOpen(receipt.state.slots, n) : n };
}

/**
 * A page that was gone back to sends its old mark with a new answer; that is meant, so it is stored
 * under a mark of its own.
 * @returns undefined when the store cannot take anything now
 */
async function takeOnce(
	db: Db,
	attemptId: string,
	answer: SentAnswer,
	now: number
): Promise<Receipt | undefined> {
	const take = (one: SentAnswer) =>
		takeAnswers(db, attemptId, { sentAt: now, answers: [one], submit: false }, now, () => true);
	try {
		const receipt = await take(answer);
		const [became] = receipt.answers;
		if (!became || became.stored || became.why !== 'op-taken') return receipt;
		const revision = (receipt.state.slots[answer.position]?.revision ?? 0) + 1;
		return await take({ ...answer, op: newId(), revision });
	} catch (error) {
		if (isUnavailable(error)) return undefined;
		throw error;
	}
}

/**
 * Hands in.
 * @returns false while the teacher has stopped the clock
 * @throws Trouble `join-first`, `not-yours`
 */
export async function submitByForm(
	db: Db,
	learner: LearnerActor | null,
	attemptId: string,
	now: number
): Promise<boolean> {
	const attempt = await requireSettledAttempt(db, learner, attemptId, now);
	if (attempt.state === 'submitted') return true;
	const sent = { sentAt: now, answers: [], submit: true };
	const { state } = await takeAnswers(db, attemptId, sent, now, () => true);
	return state.state === 'submitted';
}

/** Characters of a doubt, and how many an attempt may raise. */
export const DISPUTE_LENGTH = 2000;
const DISPUTES = 50;

/**
 * Raises a doubt about a question for the teacher.
 * @returns false where nothing, or too much, is written
 * @throws Trouble `join-first`, `not-yours`, `mangled-sending` for a question that is not there
 */
export async function disputeByForm(
	db: Db,
	learner: LearnerActor | null,
	attemptId: string,
	form: FormData,
	now: number
): Promise<boolean> {
	const sheet = await sheetOf(db, learner, attemptId, now);
	const n = Number(form.get('n'));
	const given = form.get('text');
	const text = typeof given === 'string' ? given.trim() : '';
	if (!sheet.questions[n - 1]) throw new Trouble('mangled-sending');
	if (text === '' || text.length > DISPUTE_LENGTH) return false;
	if ((await countDisputes(db, attemptId)) >= DISPUTES) return false;
	await insertDispute(db, {
		id: newId(),
		attempt_id: attemptId,
		position: n - 1,
		text,
		created_at: now,
		closed_at: null
	});
	tellChange(sheet.assignment.id);
	return true;
}

const NO_TICK: Fields = [['r', '']];

const fieldsWhere = (form: FormData, names: RegExp): Fields =>
	[...form].flatMap(([name, value]): Fields =>
		names.test(name) && typeof value === 'string' ? [[name, value]] : []
	);

const answerFields = (form: FormData): Fields => fieldsWhere(form, /^(r|e)(\.|$)/u);
const responseFields = (form: FormData): Fields => fieldsWhere(form, /^(r|e|sure)(\.|$)/u);

function fieldsShown(sheet: AttemptSheet, n: number): Fields {
	const view = takingStep(sheet, sheet.state.slots, n);
	return view.kind === 'question' ? view.filled : [];
}

/** The mark that the server drew into the form; where it is missing or mangled, one of its own. */
function readMark(form: FormData, { state }: AttemptSheet, n: number) {
	const { op, revision } = SentAnswerSchema.entries;
	const given = { op: form.get('op'), revision: Number(form.get('revision')) };
	return {
		op: is(op, given.op) ? given.op : newId(),
		revision: is(revision, given.revision)
			? given.revision
			: (state.slots[n - 1]?.revision ?? 0) + 1
	};
}

function readSure(form: FormData): SentAnswer['certainty'] {
	const sure = Number(form.get('sure'));
	return is(SentAnswerSchema.entries.certainty, sure) ? sure : null;
}
