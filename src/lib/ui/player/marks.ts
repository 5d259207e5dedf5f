/** What an explanation points at in the article. */
import type { Quote } from '../../article/article.ts';
import type { Explanation, ReasonView } from '../../study/view.ts';
import type { Sign } from '../article/choosing.svelte.ts';
import type { Mark } from '../article/pieces.ts';

/**
 * The cited words: those of the followed citation strong, all others faint. While none is followed,
 * the words behind the article's own answer are strong.
 */
export function marksOf({ groups }: Explanation, followed: Quote | null): Mark[] {
	const all = groups.flatMap(({ title, reasons }): Mark[] =>
		reasons.flatMap((reason) =>
			reason.cite.quotes.map((quote) => ({
				...quote,
				tone: followed === null && isKey(title, reason) ? 'strong' : 'faint'
			}))
		)
	);
	return followed === null ? all : [...all, { ...followed, tone: 'strong' }];
}

/** Every row and every changed word has its evidence; of options only the right ones. */
function isKey(title: Explanation['groups'][number]['title'], reason: ReasonView): boolean {
	return title === 'rows' || (title !== 'columns' && title !== 'checks' && reason.right);
}

/** Sentence → the first citation that leads there, for the way back without scripts. */
export function backsOf({ groups, rest }: Explanation, id: string): Map<number, string> {
	const backs = new Map<number, string>();
	const all = [
		...groups.map(({ reasons }, g) => ({ name: String(g), reasons })),
		{ name: 'r', reasons: rest }
	];
	for (const { name, reasons } of all)
		reasons.forEach((reason, i) => {
			reason.cite.quotes.forEach(({ sentence }, q) => {
				if (!backs.has(sentence)) backs.set(sentence, `${id}-${name}-${i}-${q}`);
			});
		});
	return backs;
}

const tick = 'M4 10.5l4 4 8-9';
/** They come with the reasons, so that a page that only asks need not load them. */
const signs = {
	right: { kind: 'right', words: 'chosen, settles it', path: tick },
	missed: { kind: 'missed', words: 'settles it, not chosen', path: tick },
	wrong: { kind: 'wrong', words: 'chosen, does not settle it', path: 'M5 5l10 10M15 5L5 15' }
} as const satisfies Record<Sign['kind'], Sign>;

/** What became of the sentences that were chosen or should have been. */
export function signsOf({ groups }: Explanation): Map<number, Sign> {
	return new Map(
		groups.flatMap(({ reasons }) =>
			reasons.flatMap(({ sentence, picked, right }): [number, Sign][] =>
				sentence === null || (!picked && !right)
					? []
					: [[sentence, signs[right ? (picked ? 'right' : 'missed') : 'wrong']]]
			)
		)
	);
}
