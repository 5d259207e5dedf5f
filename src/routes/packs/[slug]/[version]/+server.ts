import { orTrouble } from '$lib/server/trouble';
import { packJson } from '$lib/server/library';
import { Trouble } from '$lib/study/trouble';
import type { RequestHandler } from './$types';

/** A pack version whole, for a browser that marks by itself. It never changes, so it is kept for ever. */
export const GET: RequestHandler = ({ params }) =>
	orTrouble(() => {
		const body = packJson(params.slug, params.version);
		if (body === undefined) throw new Trouble('questions-gone');
		return new Response(body, {
			headers: {
				'content-type': 'application/json',
				'cache-control': 'public, max-age=31536000, immutable'
			}
		});
	});
