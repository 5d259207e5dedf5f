import { selectPack } from '$lib/server/library';
import { orTrouble } from '$lib/server/trouble';
import { parseLayer, xrayView } from '$lib/study/xray';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) =>
	orTrouble(() => {
		const pack = selectPack(params.slug);
		return {
			slug: pack.slug,
			title: pack.title.text,
			lang: pack.lang,
			view: xrayView(pack, parseLayer(url.searchParams.get('layer'))),
			asList: url.searchParams.get('view') === 'list'
		};
	});
