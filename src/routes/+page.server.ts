import { listPacks } from '$lib/server/library';
import { choicesView } from '$lib/study/choices';
import { selectOptionalExample } from '$lib/study/example';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const packs = listPacks();
	const articles = packs.map((pack) => {
		const { questions, quick } = choicesView(pack);
		const { slug, lang, title, teaser, minutes } = pack;
		return {
			slug,
			lang,
			title: title.text,
			titleBy: title.by,
			teaser,
			minutes,
			lix: pack.lix,
			invented: pack.source.invented,
			questions,
			quick
		};
	});
	const [example] = packs.flatMap((pack) => {
		const found = selectOptionalExample(pack);
		return found ? { ...found, title: pack.title.text, lang: pack.lang } : [];
	});
	return { articles, example };
};
