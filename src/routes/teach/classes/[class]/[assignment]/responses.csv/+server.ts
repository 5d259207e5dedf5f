import { download } from '$lib/server/results/download';
import { responsesCsv } from '$lib/server/results/tables';
import { orTrouble } from '$lib/server/trouble';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	orTrouble(async () => {
		const { db, teacher, now } = locals;
		const { csv, title, className } = await responsesCsv(
			db,
			teacher,
			params.class,
			params.assignment,
			now
		);
		return download(csv, [className, title, 'responses'], 'csv', now);
	});
