/**
 * The answers of one run through a quiz, in order of the questions, and their compact form for an
 * address or the device's store: `b.3~-~~acd` is an answer with certainty 3, a skipped question,
 * one not seen, and an answer.
 */
import type { Certainty, Response } from '../questions/response.ts';
import { decodeResponse, encodeResponse } from '../questions/response-text.ts';
import type { Question } from '../questions/schema.ts';
import { isInvalid } from '../scoring/outcome.ts';
import { scoreResponse } from '../scoring/score.ts';
import type { SlotState } from './view.ts';

export type Answer =
	| { state: 'unseen' }
	| { state: 'skipped' }
	| { state: 'answered'; response: Response; certainty: Certainty | null };

/** A plan that has none of the checks is an answer too: the list is there to be compared with. */
const nothingTicked = '0';

const unseen: Answer = { state: 'unseen' };

export function encodeAnswers(answers: readonly Answer[], questions: readonly Question[]): string {
	return questions
		.map((question, i) => {
			const answer = answers[i] ?? unseen;
			if (answer.state === 'unseen') return '';
			if (answer.state === 'skipped') return '-';
			const sure = answer.certainty === null ? '' : `.${String(answer.certainty)}`;
			return (encodeResponse(answer.response, question) || nothingTicked) + sure;
		})
		.join('~')
		.replace(/~+$/u, '');
}

/** Reads answers; a part that fits no response of its question counts as not seen, the others stay. */
export function decodeAnswers(text: string | null, questions: readonly Question[]): Answer[] {
	const parts = (text ?? '').split('~');
	return questions.map((question, i) => decodeAnswer(parts[i] ?? '', question));
}

function decodeAnswer(part: string, question: Question): Answer {
	if (part === '') return unseen;
	if (part === '-') return { state: 'skipped' };
	const [, body = part, sure] = /^(.*)\.([123])$/u.exec(part) ?? [];
	const response =
		question.kind === 'leave' && body === nothingTicked
			? { kind: question.kind, checks: [] }
			: decodeResponse(body, question);
	if (!response || !isMarkable(response, question)) return unseen;
	return { state: 'answered', response, certainty: readCertainty(sure ?? null) };
}

/** Does a scorer take this response? One that it refuses is never kept. */
export const isMarkable = (response: Response, question: Question): boolean =>
	!isInvalid(scoreResponse(response, question));

export function readCertainty(text: string | null): Certainty | null {
	switch (text) {
		case '1':
			return 1;
		case '2':
			return 2;
		case '3':
			return 3;
		default:
			return null;
	}
}

export const slotStates = (answers: readonly Answer[]): SlotState[] =>
	answers.map(({ state }) => state);
