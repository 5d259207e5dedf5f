/**
 * How a class answered one question, for a room to look at: counts and no names. Options stand in the
 * order in which they are shown.
 */
import type { PublicOption, PublicQuestion } from '../questions/public.ts';
import type { Response } from '../questions/response.ts';
import type { Question } from '../questions/schema.ts';
import { picksOf } from './item-statistics.ts';

export interface TallyLine {
	id: string;
	/** Empty where a sentence was tapped. */
	text: string;
	quoted: boolean;
	sentence: number | null;
	count: number;
	right: boolean;
}

export interface Tally {
	/** Answers that are counted: who left it open is not in any of the numbers. */
	answers: number;
	/** Things of which one or several were chosen; of sentences and words only what is right or was chosen. */
	groups: { title: 'options' | 'sentences' | 'words' | 'checks'; lines: TallyLine[] }[];
	/** Lines that were each given a column, or a place. */
	table: {
		columns: PublicOption[];
		rows: { row: PublicOption; counts: number[]; key: number }[];
	} | null;
}

/** @param responses answers that are given, one of each attempt */
export function tallyOf(
	question: Question,
	shown: PublicQuestion,
	responses: readonly Response[]
): Tally {
	const counts = new Map<string, number>();
	for (const response of responses)
		for (const id of picksOf(response)) counts.set(id, (counts.get(id) ?? 0) + 1);
	const line = (option: PublicOption, right: boolean): TallyLine => ({
		...option,
		sentence: null,
		count: counts.get(option.id) ?? 0,
		right
	});
	const tally = (groups: Tally['groups'], table: Tally['table'] = null): Tally => ({
		answers: responses.length,
		groups,
		table
	});
	const shownOptions = 'options' in shown ? shown.options : [];
	switch (question.kind) {
		case 'choice':
		case 'verdict':
		case 'multiple': {
			const keys = question.kind === 'multiple' ? question.keys : [question.key];
			const lines = shownOptions.map((option) => line(option, keys.includes(option.id)));
			return tally([{ title: 'options', lines }]);
		}
		case 'two-part': {
			const lines = shownOptions.map((option) => line(option, option.id === question.key));
			return tally([
				{ title: 'options', lines },
				{ title: 'sentences', lines: taps(question, counts) }
			]);
		}
		case 'select':
			return tally([{ title: 'sentences', lines: taps(question, counts) }]);
		case 'altered':
			return tally([
				{
					title: 'words',
					lines: question.tokens
						.map(({ id, text, original }) =>
							line({ id, text, quoted: false }, original !== undefined)
						)
						.filter(({ right, count }) => right || count > 0)
				}
			]);
		case 'leave': {
			const checks = 'checks' in shown ? shown.checks : [];
			return tally([{ title: 'checks', lines: checks.map((check) => line(check, true)) }]);
		}
		case 'match':
		case 'categorise': {
			if (!('rows' in shown)) return tally([]);
			const { rows, columns } = shown;
			return tally([], {
				columns,
				rows: rows.map((row) => ({
					row,
					counts: columns.map(({ id }) => counts.get(`${row.id}=${id}`) ?? 0),
					key: columns.findIndex(
						({ id }) => id === question.rows.find((one) => one.id === row.id)?.key
					)
				}))
			});
		}
		case 'order': {
			const items = 'items' in shown ? shown.items : [];
			const orders = responses.flatMap((response) =>
				response.kind === 'order' ? [response.items] : []
			);
			return tally([], {
				columns: items.map((_, i) => ({ id: String(i), text: String(i + 1), quoted: false })),
				rows: items.map((row) => ({
					row,
					counts: items.map((_, i) => orders.filter((order) => order[i] === row.id).length),
					key: question.key.indexOf(row.id)
				}))
			});
		}
	}
}

/** Sentences that are right or were tapped, in the order of the text. */
function taps(
	{ accepted, sentences }: { accepted: number[][]; sentences: { sentence: number }[] },
	counts: ReadonlyMap<string, number>
): TallyLine[] {
	return sentences
		.map(({ sentence }) => ({
			id: `s${sentence}`,
			text: '',
			quoted: false,
			sentence,
			count: counts.get(`s${sentence}`) ?? 0,
			right: accepted.some((set) => set.includes(sentence))
		}))
		.filter(({ right, count }) => right || count > 0)
		.sort((a, b) => a.sentence - b.sentence);
}
