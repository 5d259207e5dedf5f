/**
 * One step of a quiz from what an address or a form says: a question, its explanation, or the end.
 * The server calls this for a first page and for browsers without scripts; a browser that has the
 * pack calls the same function by itself.
 */
import type { PackVersion } from '../questions/pack.ts';
import { responseFromForm } from '../questions/response.ts';
import { asksCertainty } from '../scoring/rated.ts';
import { encodeAnswers, isMarkable, readCertainty, slotStates } from './answers.ts';
import { articleView } from './article-view.ts';
import { explainAt, readRun, type Run } from './run.ts';
import { ticketParams } from './ticket.ts';
import type { StepView } from './view.ts';

/**
 * The step that the parameters ask for.
 *
 * `n` is the question, 1-based; one past the last asks for the end. `do=check` marks the response
 * in the form's fields, `do=skip` leaves the question open and goes on. A question that was
 * answered shows its explanation; its first answer stays.
 *
 * @throws {import('./trouble.ts').Trouble} when the parameters name no quiz of this pack
 */
export function stepFrom(pack: PackVersion, params: URLSearchParams): StepView {
	const run = readRun(pack, params);
	const total = run.questions.length;
	const asked = Number(params.get('n') ?? '1');
	const n = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), total + 1) : 1;
	const question = run.questions[n - 1];
	const shown = run.shown[n - 1];
	if (!question || !shown) return ending(run);

	if (run.answers[n - 1]?.state !== 'answered') {
		if (params.get('do') === 'skip') {
			run.answers[n - 1] = { state: 'skipped' };
			const next = nextOpen(run, n);
			return next === undefined ? ending(run) : asking(run, next);
		}
		if (params.get('do') === 'check') {
			const given = responseFromForm(question, params);
			const read =
				'empty' in given && question.kind === 'leave'
					? { response: { kind: question.kind, checks: [] } }
					: given;
			if (!('response' in read)) {
				const notice = 'fault' in read ? read.fault : nothingChosen;
				return asking(run, n, notice, responseFields(params));
			}
			if (!isMarkable(read.response, question))
				return asking(run, n, notMarkable, responseFields(params));
			const certainty = asksCertainty(question.kind) ? readCertainty(params.get('sure')) : null;
			run.answers[n - 1] = { state: 'answered', response: read.response, certainty };
		}
	}
	return run.answers[n - 1]?.state === 'answered'
		? { ...common(run), kind: 'explanation', n, question: shown, explanation: explainAt(run, n) }
		: asking(run, n);
}

const nothingChosen = 'Nothing is chosen yet. Choose an answer, or skip the question for now.';
const notMarkable = 'That answer does not belong to this question. Choose again.';

/** The next question that was not seen yet, after `n`; skipped ones come again at the end. */
function nextOpen({ answers }: Run, n: number): number | undefined {
	const i = answers.findIndex((answer, at) => at >= n && answer.state === 'unseen');
	return i === -1 ? undefined : i + 1;
}

function asking(
	run: Run,
	n: number,
	notice: string | null = null,
	filled: [string, string][] = []
): StepView {
	const question = run.questions[n - 1];
	const shown = run.shown[n - 1];
	if (!question || !shown) return ending(run);
	const whole = common(run);
	return {
		...whole,
		// A stem that speaks of sentences by their numbers cannot be answered from memory.
		articleOpen: whole.articleOpen || /\bsentences? \d/iu.test(question.stem),
		kind: 'question',
		n,
		question: shown,
		asksCertainty: asksCertainty(question.kind),
		notice,
		filled
	};
}

function ending(run: Run): StepView {
	const open = run.answers.flatMap(({ state }, i) => (state === 'answered' ? [] : [i + 1]));
	return open.length > 0
		? { ...common(run), kind: 'left-open', open }
		: { ...common(run), kind: 'done' };
}

/** What every view of this run carries. */
export function common(run: Run) {
	return {
		article: articleView(run.pack),
		articleOpen: run.ticket.mode === 'open',
		path: `/quiz/${encodeURIComponent(run.pack.slug)}`,
		quiz: ticketParams(run.ticket),
		answers: encodeAnswers(run.answers, run.questions),
		slots: slotStates(run.answers)
	};
}

const responseFields = (params: URLSearchParams): [string, string][] =>
	[...params].filter(([name]) => /^(r|e|sure)(\.|$)/u.test(name));
