import type { PageLoad } from './$types';

/** What draws all but a question comes along where the server drew some of it. */
export const load: PageLoad = async ({ data }) => {
	const isQuestion = data.view.kind === 'question';
	return { ...data, parts: isQuestion ? null : (await import('$lib/ui/taking/parts')).parts };
};
