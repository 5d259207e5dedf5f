import * as v from 'valibot';
import { takeSending } from '$lib/server/attempts/sending';
import { answerJson } from '$lib/server/http/answer-json';
import { readJson } from '$lib/server/http/body';
import { Trouble } from '$lib/study/trouble';
import { Sending } from '$lib/taking/schemas';
import type { RequestHandler } from './$types';

/** Bytes: several times what all answers of a long quiz need. */
const LIMIT = 256 * 1024;

export const POST: RequestHandler = ({ request, params, locals }) =>
	answerJson(async () => {
		const sending = v.safeParse(Sending, await readJson(request, LIMIT));
		if (!sending.success) throw new Trouble('mangled-sending');
		return takeSending(locals.db, params.attempt, sending.output, locals.now);
	});
