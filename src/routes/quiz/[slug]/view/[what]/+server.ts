import { json } from '@sveltejs/kit';
import { orTrouble } from '$lib/server/trouble';
import { selectPack } from '$lib/server/library';
import { Trouble } from '$lib/study/trouble';
import { views, type Views } from '$lib/study/views';
import type { RequestHandler } from './$types';

const isView = (what: string): what is keyof Views => Object.hasOwn(views, what);

/** A view as data: what the pages draw, for this server's rendering and for scripts. */
export const GET: RequestHandler = ({ params: { slug, what }, url }) =>
	orTrouble(() => {
		if (!isView(what)) throw new Trouble('mangled-link');
		return json(views[what](selectPack(slug), url.searchParams));
	});
