import { redirect } from '@sveltejs/kit';
import { orTrouble } from '$lib/server/trouble';
import { selectPack } from '$lib/server/library';
import { newSeed } from '$lib/server/seed';
import { parseWish } from '$lib/study/draw';
import { issueTicket, ticketParams } from '$lib/study/ticket';
import { Trouble } from '$lib/study/trouble';
import type { RequestHandler } from './$types';

/** Draws a quiz and sends the reader to its address, which can be shared. */
export const GET: RequestHandler = ({ params, url }) =>
	orTrouble(() => {
		const pack = selectPack(params.slug);
		const wish = parseWish(url.searchParams.get('draw'));
		if (!wish) throw new Trouble('mangled-link');
		const mode = url.searchParams.get('m') === 'memory' ? 'memory' : 'open';
		const ticket = issueTicket(pack, wish, newSeed(), mode);
		if (ticket.ids.length === 0) throw new Trouble('nothing-to-ask');
		redirect(303, `/quiz/${pack.slug}?${ticketParams(ticket)}`);
	});
