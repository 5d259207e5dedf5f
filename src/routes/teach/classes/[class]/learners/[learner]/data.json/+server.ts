import { learnerData } from '$lib/server/classes/learner-data';
import { orTrouble } from '$lib/server/trouble';
import type { RequestHandler } from './$types';

/** Everything that is stored about one learner, as a file. */
export const GET: RequestHandler = ({ locals: { db, teacher, now }, params }) =>
	orTrouble(async () => {
		const who = { classId: params.class, learnerId: params.learner };
		const data = await learnerData(db, teacher, who, now);
		return new Response(JSON.stringify(data, null, '\t'), {
			headers: {
				'content-type': 'application/json; charset=utf-8',
				'content-disposition': 'attachment; filename="learner.json"'
			}
		});
	});
