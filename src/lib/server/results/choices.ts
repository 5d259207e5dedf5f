// What could be chosen at a question, with how often it was: each distractor's share.

import type { Question } from '../../questions/schema.ts';
import { fraction, toPercent } from '../../scoring/fraction.ts';
import type { ItemStatistics } from '../../scoring/item-statistics.ts';

export interface ChoiceLine {
	id: string;
	text: string;
	/** Set where a sentence was tapped. */
	sentence: number | null;
	right: boolean;
	times: number;
	/** Whole percent of the attempts that reached the question. */
	percent: number;
}

type Choice = Pick<ChoiceLine, 'id' | 'text' | 'sentence' | 'right'>;

/** In the question's order; of taps and sorted lines only what is right or was chosen. */
export function choicesOf(
	question: Question,
	{ picks, reached }: Pick<ItemStatistics, 'picks' | 'reached'>
): ChoiceLine[] {
	return choices(question)
		.map((choice) => {
			const times = picks.get(choice.id) ?? 0;
			return {
				...choice,
				times,
				percent: reached === 0 ? 0 : toPercent(fraction(times, reached))
			};
		})
		.filter(({ right, times, id }) => right || times > 0 || isListed(question, id));
}

/** Options stand there even where nobody chose them: a distractor that nobody takes says something. */
const isListed = (question: Question, id: string): boolean =>
	'options' in question && question.options.some((option) => option.id === id);

function choices(question: Question): Choice[] {
	const option = (right: (id: string) => boolean) => (one: { id: string; text: string }) => ({
		id: one.id,
		text: one.text,
		sentence: null,
		right: right(one.id)
	});
	switch (question.kind) {
		case 'choice':
		case 'verdict':
			return question.options.map(option((id) => id === question.key));
		case 'multiple':
			return question.options.map(option((id) => question.keys.includes(id)));
		case 'match':
		case 'categorise':
			return question.rows.flatMap((row) =>
				question.columns.map((column) => ({
					id: `${row.id}=${column.id}`,
					text: `${row.text} → ${column.text}`,
					sentence: null,
					right: row.key === column.id
				}))
			);
		case 'select':
			return taps(question);
		case 'two-part':
			return [...question.options.map(option((id) => id === question.key)), ...taps(question)];
		case 'altered':
			return question.tokens.map(({ id, text, original }) => ({
				id,
				text,
				sentence: null,
				right: original !== undefined
			}));
		case 'leave':
			return question.checks.map(option(() => true));
		case 'order':
			return [];
	}
}

const taps = ({
	sentences,
	accepted
}: {
	sentences: { sentence: number }[];
	accepted: number[][];
}): Choice[] =>
	sentences.map(({ sentence }) => ({
		id: `s${sentence}`,
		text: '',
		sentence,
		right: accepted.some((set) => set.includes(sentence))
	}));
