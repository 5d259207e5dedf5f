import { json } from '@sveltejs/kit';
import { orTrouble } from '$lib/server/trouble';
import { selectPack } from '$lib/server/library';
import { resultFrom } from '$lib/study/result';
import { stepFrom } from '$lib/study/step';
import { Trouble } from '$lib/study/trouble';
import type { RequestHandler } from './$types';

/** A step or a result as data: what the pages draw, for this server's rendering and for scripts. */
export const GET: RequestHandler = ({ params, url }) =>
	orTrouble(() => {
		const pack = selectPack(params.slug);
		switch (params.what) {
			case 'step':
				return json(stepFrom(pack, url.searchParams));
			case 'result':
				return json(resultFrom(pack, url.searchParams));
			default:
				throw new Trouble('mangled-link');
		}
	});
