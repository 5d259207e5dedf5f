import { stateByToken } from '$lib/server/attempts/sheet';
import { answerJson } from '$lib/server/http/answer-json';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, params, locals }) =>
	answerJson(() => {
		const [, token = ''] =
			/^Bearer (\S{1,100})$/u.exec(request.headers.get('authorization') ?? '') ?? [];
		return stateByToken(locals.db, params.attempt, token, locals.now);
	});
