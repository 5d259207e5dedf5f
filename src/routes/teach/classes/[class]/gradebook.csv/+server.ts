import { download } from '$lib/server/results/download';
import { readGradebook } from '$lib/server/results/gradebook';
import { gradebookCsv } from '$lib/server/results/tables';
import { orTrouble } from '$lib/server/trouble';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	orTrouble(async () => {
		const book = await readGradebook(locals.db, locals.teacher, params.class, locals.now);
		return download(gradebookCsv(book), [book.className, 'gradebook'], 'csv', locals.now);
	});
