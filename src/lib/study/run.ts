/** A quiz in the state that an address describes: its questions, how they are shown, the answers. */
import { keyPlaces } from '../questions/places.ts';
import { publicQuestion, type PublicQuestion } from '../questions/public.ts';
import type { PackVersion } from '../questions/pack.ts';
import type { Question } from '../questions/schema.ts';
import { isInvalid, unanswered } from '../scoring/outcome.ts';
import { scoreResponse, type MarkedAnswer } from '../scoring/score.ts';
import { decodeAnswers, type Answer } from './answers.ts';
import { explain } from './explain.ts';
import { readTicket, type Ticket } from './ticket.ts';
import type { Explanation } from './view.ts';

export interface Run {
	pack: PackVersion;
	ticket: Ticket;
	/** One slot a question, in the order in which they are asked. */
	questions: Question[];
	/** The public side of each, as this quiz shows it. */
	shown: PublicQuestion[];
	answers: Answer[];
}

/** @throws {import('./trouble.ts').Trouble} when the parameters name no quiz of this pack */
export function readRun(pack: PackVersion, params: URLSearchParams): Run {
	const { ticket, questions } = readTicket(pack, params);
	const places = keyPlaces(questions, ticket.seed);
	return {
		pack,
		ticket,
		questions,
		shown: questions.map((question) =>
			publicQuestion(question, ticket.seed, places.get(question.id))
		),
		answers: decodeAnswers(params.get('a'), questions)
	};
}

/** Marks every slot; skipped and unseen ones score 0. */
export function markRun({ questions, answers }: Run): MarkedAnswer[] {
	return questions.map((question, i) => {
		const answer = answers[i] ?? { state: 'unseen' };
		const given = answer.state === 'answered' ? answer : { response: null, certainty: null };
		const score = scoreResponse(given.response, question);
		return {
			question,
			...given,
			score: isInvalid(score) ? unanswered(question) : score,
			reached: answer.state !== 'unseen'
		};
	});
}

/**
 * The explanation of question `n`, 1-based.
 *
 * @throws when the quiz has no such question
 */
export function explainAt(run: Run, n: number): Explanation {
	const marked = markRun(run)[n - 1];
	const shown = run.shown[n - 1];
	if (!marked || !shown) throw new RangeError(`no question ${String(n)}`);
	return explain(marked, shown);
}
