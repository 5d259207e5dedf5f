/** A quiz that is wished for: from the choices of an article's page to the address of a quiz. */
import type { PackVersion } from '../questions/pack.ts';
import { parseWish } from './draw.ts';
import { issueTicket, seedForm, ticketParams } from './ticket.ts';
import { Trouble } from './trouble.ts';

/** Parameters that name the quiz (`ticketParams`). */
export interface TicketView {
	quiz: string;
}

/**
 * Draws a quiz.
 *
 * @param params the wish: `draw` and `m`, and `s`, the seed that whoever asks has drawn
 * @throws {Trouble} when the parameters wish for nothing, or for what the pack does not have
 */
export function ticketFrom(pack: PackVersion, params: URLSearchParams): TicketView {
	const wish = parseWish(params.get('draw'));
	const seed = params.get('s') ?? '';
	if (!wish || !seedForm.test(seed)) throw new Trouble('mangled-link');
	const mode = params.get('m') === 'memory' ? 'memory' : 'open';
	const ticket = issueTicket(pack, wish, seed, mode);
	if (ticket.ids.length === 0) throw new Trouble('nothing-to-ask');
	return { quiz: ticketParams(ticket) };
}
