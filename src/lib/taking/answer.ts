/**
 * An answer of an assigned attempt as form fields and back: what an outbox row holds and what a form
 * sends. The device and the server read the same fields with the same functions.
 */
import type { PublicQuestion } from '../questions/public.ts';
import { formFromResponse, responseFromForm, type Response } from '../questions/response.ts';

export type Fields = [name: string, value: string][];

/** `response: null`: skipped or taken back. */
export type ReadAnswer = { response: Response | null } | { fault: string };

/** A plan that has none of the checks is an answer too: its list is there to be compared with. */
const NOTHING_TICKED: Fields = [['r', '']];

/** The fields that stand for an answer; none: skipped or taken back. */
export function fieldsFromAnswer(response: Response | null): Fields {
	if (response === null) return [];
	const fields = formFromResponse(response);
	return fields.length === 0 && response.kind === 'leave' ? NOTHING_TICKED : fields;
}

/** Reads the fields back. Whether a scorer takes the response is for the server to say. */
export function answerFromFields(
	question: PublicQuestion,
	fields: readonly (readonly [string, string])[]
): ReadAnswer {
	const read = responseFromForm(question, fields);
	if ('fault' in read) return read;
	if ('response' in read) return { response: read.response };
	const isPlan = question.kind === 'leave' && fields.some(([name]) => name === 'r');
	return { response: isPlan ? { kind: 'leave', checks: [] } : null };
}
