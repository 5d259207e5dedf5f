/** A marked answer as a row of the log. */
import { encodeResponse } from '../../questions/response-text.ts';
import { itemKey, type LogRow } from '../../review/log.ts';
import type { MarkedAnswer } from '../../scoring/score.ts';

/** A row before the log has given it its id, its device and its place. */
export type LogDraft = Omit<LogRow, 'v' | 'id' | 'device' | 'seq' | 'again'> & {
	/** It was asked as a review; the log finds out by itself whether the question was answered before. */
	review: boolean;
};

export interface Answered {
	slug: string;
	version: string;
	marked: MarkedAnswer;
	/** What it was asked for, in a review; what the question itself is about otherwise. */
	item?: string;
	review?: boolean;
	/** Milliseconds by the device's clock, and the calendar day there. */
	at: number;
	day: string;
}

/** @returns undefined where there is no answer to write down */
export function draftOf(answered: Answered): LogDraft | undefined {
	const { slug, version, marked, at, day, review = false } = answered;
	const { question, response, certainty, score } = marked;
	if (response === null || !score.answered) return undefined;
	const { kind, skill, facts } = question;
	const { n, d } = score.points;
	return {
		at,
		day,
		slug,
		version,
		question: question.id,
		kind,
		skill,
		facts: [...facts],
		item: answered.item ?? itemKey(slug, facts[0] ?? question.id, skill),
		response: encodeResponse(response, question),
		points: [n, d],
		max: score.max,
		full: score.full,
		certainty,
		...(question.kind === 'verdict' && response.kind === 'verdict'
			? { verdict: [question.key, response.option] as const }
			: {}),
		...(score.parts && response.kind === 'two-part' && response.sentences.length > 0
			? { evidence: score.parts.evidence }
			: {}),
		review
	};
}
