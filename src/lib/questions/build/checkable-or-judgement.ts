/**
 * Checkable or a judgement? Passages of the article in two classes: could one look it up, or does
 * somebody judge? Neither class says that a passage is true or right.
 *
 * Passages that hold both (`mixed`) are never sorted; `judging-word.ts` asks about their words.
 */
import type { Passage } from '../../facts/schema.ts';
import { quoteOf, settles, type Template } from './context.ts';
import type { Draft, DraftOption } from './draft.ts';

const columns: Record<Passage['class'], { text: string; why: string }> = {
	checkable: {
		text: 'It could be checked',
		why: 'Records, dates or published words could show whether it is so.'
	},
	judgement: {
		text: 'It is a judgement',
		why: 'A word in it rates or demands; people who agree on what happened can differ on it.'
	}
};

export const checkableOrJudgement: Template = ({ facts }) => {
	const sound = facts.passages.filter(({ mixed }) => !mixed);
	const judgements = sound.filter(({ class: one }) => one === 'judgement');
	const checkables = sound.filter(({ class: one }) => one === 'checkable');
	return [
		...grid(judgements.slice(0, 2), checkables.slice(0, 3)),
		...oddOneOut('judgement', judgements.slice(2, 3), checkables.slice(3, 6)),
		...oddOneOut('checkable', checkables.slice(6, 7), judgements.slice(0, 3))
	];
};

function grid(judgements: Passage[], checkables: Passage[]): Draft[] {
	if (judgements.length < 2 || checkables.length < 2) return [];
	const rows = [...judgements, ...checkables];
	return [
		{
			template: 'checkable-or-judgement',
			facts: factsOf(rows),
			variant: 'grid',
			skill: 'fact-opinion',
			kind: 'categorise',
			stem: 'Sort these passages: could one check it, or is it a judgement?',
			rows: rows.map((row) => ({ ...option(row), column: columns[row.class].text })),
			columns: (['checkable', 'judgement'] as const).map((name) => ({
				...columns[name],
				cite: settles(...rows.filter((row) => row.class === name).map(({ at }) => at))
			}))
		}
	];
}

/** One passage of a class among passages of the other. */
function oddOneOut(of: Passage['class'], keys: Passage[], rivals: Passage[]): Draft[] {
	const [key] = keys;
	if (!key || rivals.length < 2) return [];
	return [
		{
			template: 'checkable-or-judgement',
			facts: factsOf([key, ...rivals]),
			variant: of,
			skill: 'fact-opinion',
			kind: 'choice',
			stem:
				of === 'judgement'
					? 'Which of these passages is a judgement?'
					: 'Which of these passages says something that could be checked?',
			options: [{ ...option(key), right: true }, ...rivals.map(option)]
		}
	];
}

/** A judgement cites its judging words; anything else the whole passage. */
function option({ at, judging, why }: Passage): DraftOption {
	return {
		text: quoteOf(at).words,
		quoted: true,
		why,
		cite: settles({ s: at.s, words: judging ?? at.words })
	};
}

const factsOf = (passages: readonly Passage[]): string[] => [
	...passages.map(({ id }) => id),
	...passages.flatMap(({ about }) => about)
];
