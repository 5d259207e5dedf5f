import { random, shuffle } from './random.ts';
import type { Question } from './schema.ts';

/**
 * Where the key of each single choice stands in a quiz: balanced, since a plain shuffle can put
 * five keys first in a row. Places are dealt in shuffled rounds, one round a number of options, and
 * a round begins anywhere in its deck, so that no place can be worked out from those before.
 *
 * @returns question id → 0-based place of its key; other kinds have none
 */
export function keyPlaces(questions: readonly Question[], seed: string): Map<string, number> {
	const decks = new Map<number, number[]>();
	const places = new Map<string, number>();
	for (const question of questions) {
		if (question.kind !== 'choice' && question.kind !== 'two-part') continue;
		const size = question.options.length;
		const deck = decks.get(size) ?? [];
		if (deck.length === 0) {
			const round = `${seed}/places/${String(size)}/${question.id}`;
			const all = shuffle([...Array(size).keys()], round);
			deck.push(...all, ...all.slice(0, Math.floor(random(`${round}/more`)() * size)));
		}
		places.set(question.id, deck.shift() ?? 0);
		decks.set(size, deck);
	}
	return places;
}
