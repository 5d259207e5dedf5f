/**
 * How a voice is heard: quoted, retold, spoken for, or not at all. Why it matters is left to
 * discussion (`marking.md`).
 */
import type { Heard } from '../../facts/schema.ts';
import { capital, reasonOf, type Template } from './context.ts';
import type { Draft, DraftOption } from './draft.ts';
import { factsOfHeard } from './voices.ts';

type How = 'quoted' | 'retold' | 'spoken-for' | 'absent';

const ways: Record<How, { option: string; column: string; why: string; not?: string }> = {
	quoted: {
		option: 'By quoting them',
		column: 'Quoted',
		why: 'Whole sentences or clauses stand in quotation marks.',
		not: 'None of their words stand in quotation marks.'
	},
	retold: {
		option: 'By retelling what they say',
		column: 'Retold',
		why: 'The reporter tells what they say, with nothing in quotation marks.',
		not: 'No sentence retells what they say themselves.'
	},
	'spoken-for': {
		option: 'By letting someone else speak for them',
		column: 'Spoken for by someone else',
		why: 'Another voice says what they think.',
		not: 'No other voice says what they think.'
	},
	absent: {
		option: 'Not at all: no sentence gives it',
		column: 'Not heard',
		why: 'No sentence gives anything of theirs.'
	}
};

const order: How[] = ['quoted', 'retold', 'spoken-for', 'absent'];

export const heardHow: Template = (context) =>
	context.facts.heard.flatMap((heard): Draft[] => {
		if (!heard.asked || heard.how === 'no-comment') return [];
		const stem = `How does the article give the view of ${heard.who}?`;
		const options = optionsFor(heard);
		const common = {
			template: 'heard-how',
			facts: factsOfHeard(heard),
			skill: 'missing-voices' as const,
			options
		};
		// somebody else speaking is worth proving: the sentence names both
		const sentences = [...new Set(heard.reason.settles?.map(({ s }) => s))];
		return heard.how === 'spoken-for' && sentences.length === 1
			? [
					{
						...common,
						kind: 'two-part',
						stem: `${stem} Tap the sentence that shows it.`,
						pick: 1,
						accepted: [sentences],
						reasons: sentences.map((sentence) => ({ sentence, ...reasonOf(heard.reason) }))
					}
				]
			: [{ ...common, kind: 'choice', stem }];
	});

function optionsFor(heard: Heard): DraftOption[] {
	const { why, cite } = reasonOf(heard.reason);
	// where others are heard in that way is not said: it would be the key of another question
	return order.map((how) =>
		how === heard.how
			? { text: ways[how].option, right: true, why, cite }
			: { text: ways[how].option, why: ways[how].not ?? why, cite }
	);
}

/** Voices sorted into quoted, retold and spoken for. */
export const heardSort: Template = ({ facts }) => {
	const columns: How[] = ['quoted', 'retold', 'spoken-for'];
	const rows = columns.flatMap((how) => facts.heard.filter((one) => one.how === how).slice(0, 3));
	if (columns.some((how) => !rows.some((row) => row.how === how)) || rows.length < 5) return [];
	return [
		{
			template: 'heard-sort',
			facts: rows.flatMap(factsOfHeard),
			skill: 'missing-voices',
			kind: 'categorise',
			stem: 'How is each of these heard in the article?',
			rows: rows.flatMap((row) =>
				row.how === 'no-comment'
					? []
					: { text: capital(row.who), column: ways[row.how].column, ...reasonOf(row.reason) }
			),
			columns: columns.flatMap((how) => {
				const first = rows.find((row) => row.how === how);
				return first
					? { text: ways[how].column, why: ways[how].why, cite: reasonOf(first.reason).cite }
					: [];
			})
		}
	];
};
