/**
 * A ticket names a quiz: pack version, questions, seed and mode. It is all that a shared link
 * carries, and it reproduces the same questions in the same order with the same options. Answers
 * are never part of it.
 */
import type { PackVersion } from '../questions/pack.ts';
import { hash } from '../questions/random.ts';
import type { Question } from '../questions/schema.ts';
import { drawQuestions, type Wish } from './draw.ts';
import { Trouble } from './trouble.ts';

export interface Ticket {
	slug: string;
	version: string;
	ids: string[];
	seed: string;
	/** `memory`: the article stays closed until the answer. */
	mode: 'open' | 'memory';
}

/** What a seed looks like in an address. */
export const seedForm = /^[0-9a-z]{1,16}$/u;

/** More questions than any draw makes; a longer list is nonsense and would only cost time. */
const maximum = 60;

/** A ticket for what a learner wishes. */
export function issueTicket(
	pack: PackVersion,
	wish: Wish,
	seed: string,
	mode: Ticket['mode']
): Ticket {
	const ids = drawQuestions(pack.bank, wish, seed).map(({ id }) => id);
	return { slug: pack.slug, version: pack.version, ids, seed, mode };
}

/** A ticket for the same questions again, or some of them, mixed anew. */
export function againTicket(ticket: Ticket, ids: string[]): Ticket {
	return { ...ticket, ids, seed: nextSeed(ticket) };
}

/** A seed that follows from the ticket, so that a link made twice is the same link. */
export const nextSeed = ({ seed, ids }: Ticket): string =>
	hash(`${seed}/${ids.join('.')}`)
		.toString(36)
		.slice(0, 6);

/** The parameters that name the quiz, in an address: `v=…&q=…&s=…`. */
export function ticketParams({ version, ids, seed, mode }: Ticket): string {
	return `v=${version}&q=${ids.join('.')}&s=${seed}${mode === 'memory' ? '&m=memory' : ''}`;
}

/**
 * Reads the ticket of an address and finds its questions.
 *
 * @throws {Trouble} 400 when the address is no ticket, 410 when its pack version or questions are gone
 */
export function readTicket(
	pack: PackVersion,
	params: URLSearchParams
): { ticket: Ticket; questions: Question[] } {
	const version = params.get('v') ?? '';
	const seed = params.get('s') ?? '';
	const ids = (params.get('q') ?? '').split('.').filter((id) => id !== '');
	const wellFormed =
		/^[0-9a-z]{1,16}$/u.test(version) &&
		seedForm.test(seed) &&
		ids.length > 0 &&
		ids.length <= maximum &&
		new Set(ids).size === ids.length &&
		ids.every((id) => /^[0-9a-z]{1,12}$/u.test(id));
	if (!wellFormed) throw new Trouble('mangled-link');
	const byId = new Map(pack.bank.map((question) => [question.id, question]));
	const questions = ids.flatMap((id) => byId.get(id) ?? []);
	if (version !== pack.version || questions.length !== ids.length)
		throw new Trouble('questions-gone');
	return {
		ticket: {
			slug: pack.slug,
			version,
			ids,
			seed,
			mode: params.get('m') === 'memory' ? 'memory' : 'open'
		},
		questions
	};
}
