import { exportClass } from '$lib/server/results/class-export';
import { download } from '$lib/server/results/download';
import { orTrouble } from '$lib/server/trouble';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	orTrouble(async () => {
		const { db, teacher, now } = locals;
		const { json, className } = await exportClass(db, teacher, params.class, now);
		return download(json, [className], 'json', now);
	});
