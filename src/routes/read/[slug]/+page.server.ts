import { selectPack } from '$lib/server/library';
import { orTrouble } from '$lib/server/trouble';
import { articleView } from '$lib/study/article-view';
import { choicesView } from '$lib/study/choices';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) =>
	orTrouble(() => {
		const pack = selectPack(params.slug);
		return {
			article: articleView(pack),
			choices: choicesView(pack),
			glossary: pack.glossary.map(({ word, means }) => ({ word, means }))
		};
	});
