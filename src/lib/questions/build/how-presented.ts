/**
 * How does the article present it, and which sentence shows that? Two parts. Wrong levels are levels
 * that the article uses for something else, and their reasons say for what.
 */
import type { CertaintyLevel, CertaintySpan, Hedge } from '../../facts/schema.ts';
import { capital, draw, settles, type Context, type Template } from './context.ts';
import type { DraftOption } from './draft.ts';
import { levelWords } from './certainty-levels.ts';

/** Levels so close that only one of them may be offered. */
const close: CertaintyLevel[][] = [
	['on-word', 'appears'],
	['plain', 'on-word']
];

export const howPresented: Template = (context) =>
	context.facts.hedges.flatMap((hedge) => {
		const { matter, at } = hedge;
		if (matter === undefined) return [];
		const distractors = otherLevels(context, hedge);
		if (distractors.length < 2) return [];
		const key: DraftOption = {
			text: levelWords[hedge.level].as,
			right: true,
			why: hedge.words.includes(' ')
				? `The words “${hedge.words}” show it.`
				: `The word “${hedge.words}” shows it.`,
			cite: settles(at)
		};
		const proofs = hedge.evidence ?? [at.s];
		return [
			{
				template: 'how-presented',
				facts: [hedge.id, ...hedge.about],
				skill: 'certainty' as const,
				kind: 'two-part' as const,
				stem: `How does the article present ${matter}? Then tap a sentence that shows it.`,
				options: [key, ...distractors],
				pick: 1,
				accepted: proofs.map((sentence) => [sentence]),
				reasons: [
					{
						sentence: at.s,
						why: `${capital(matter)} is spoken of with “${hedge.words}”.`,
						cite: settles(at)
					}
				]
			}
		];
	});

/** Up to three other levels, each with the passage that the article gives in that way. */
function otherLevels(context: Context, hedge: Hedge): DraftOption[] {
	const spans = draw(
		context,
		`how-presented/${hedge.id}`,
		context.facts['certainty-spans'],
		Infinity
	);
	const taken: CertaintySpan[] = [];
	for (const span of spans) {
		if (taken.length === 3) break;
		const rivals = [hedge.level, ...taken.map(({ level }) => level)];
		const tooNear = rivals.some(
			(level) =>
				level === span.level ||
				close.some((pair) => pair.includes(level) && pair.includes(span.level))
		);
		if (span.clear !== undefined && span.s !== hedge.at.s && !tooNear) taken.push(span);
	}
	return taken.map((span) => ({
		text: levelWords[span.level].as,
		why: `That is how the article gives something else, in sentence ${String(span.s)}.`,
		cite: settles({ s: span.s, words: span.clear ?? '' })
	}));
}
