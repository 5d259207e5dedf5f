/**
 * Questions that a reader may bring to the article: which does it answer, which does it call open,
 * which does it pass over? A choice, a grid and a multiple response, none of which share a fact.
 */
import type { Gap } from '../../facts/schema.ts';
import { capital, reasonOf, type Template } from './context.ts';
import type { Draft, DraftOption } from './draft.ts';

const columns = {
	answered: 'The article answers it',
	open: 'The article says that it is not known yet',
	unsaid: 'The article does neither'
} as const satisfies Record<Gap['kind'], string>;

const columnReasons: Record<Gap['kind'], string> = {
	answered: 'A sentence gives the answer.',
	open: 'A sentence says itself that this is unclear, undecided or undisclosed.',
	unsaid: 'No sentence gives the answer, and none says that it is unknown.'
};

export const gap: Template = ({ facts }) => {
	const left = [...facts.gaps];
	return [...choices(left), ...grid(left), ...multiple(left)];
};

/** Takes gaps out of those that are left, so that no later question uses them again. */
function take(left: Gap[], count: number, fits: (gap: Gap) => boolean): Gap[] {
	const found = left.filter(fits).slice(0, count);
	if (found.length === count) for (const one of found) left.splice(left.indexOf(one), 1);
	return found.length === count ? found : [];
}

/** One gap among questions that are answered and begin with the same word ('whether'). */
function choices(left: Gap[]): Draft[] {
	const key = left.find(
		(one) =>
			one.kind !== 'answered' &&
			left.filter((other) => other.kind === 'answered' && word(other) === word(one)).length >= 3
	);
	if (!key) return [];
	const rivals = take(left, 3, (one) => one.kind === 'answered' && word(one) === word(key));
	left.splice(left.indexOf(key), 1);
	return [
		{
			template: 'gap',
			facts: factsOf([key, ...rivals]),
			variant: 'choice',
			skill: 'not-stated',
			kind: 'choice',
			stem: 'Which of these does the article leave open?',
			options: [{ ...option(key), right: true }, ...rivals.map(option)]
		}
	];
}

function grid(left: Gap[]): Draft[] {
	const kinds = ['answered', 'open', 'unsaid'] as const;
	if (kinds.some((kind) => left.filter((one) => one.kind === kind).length < 2)) return [];
	const rows = kinds.flatMap((kind) => take(left, 2, (one) => one.kind === kind));
	return [
		{
			template: 'gap',
			facts: factsOf(rows),
			variant: 'grid',
			skill: 'not-stated',
			kind: 'categorise',
			stem: 'A reader asks these questions. What does the article do with each?',
			rows: rows.map((row) => ({ ...option(row), column: columns[row.kind] })),
			columns: kinds.map((kind) => ({
				text: columns[kind],
				why: columnReasons[kind],
				cite: {
					kind: kind === 'unsaid' ? 'nearest' : 'settles',
					quotes: rows
						.filter((row) => row.kind === kind)
						.flatMap((row) => reasonOf(row.reason).cite.quotes)
				}
			}))
		}
	];
}

function multiple(left: Gap[]): Draft[] {
	const answered = take(left, 2, ({ kind }) => kind === 'answered');
	const others = left.filter(({ kind }) => kind !== 'answered').slice(0, 3);
	if (answered.length === 0 || others.length < 2) return [];
	return [
		{
			template: 'gap',
			facts: factsOf([...answered, ...others]),
			variant: 'multiple',
			skill: 'not-stated',
			kind: 'multiple',
			stem: 'Which of these questions does the article answer? Choose every one that it does.',
			options: [...answered.map((one) => ({ ...option(one), right: true })), ...others.map(option)]
		}
	];
}

const word = ({ what }: Gap): string => what.split(' ', 1)[0] ?? '';

const option = ({ what, reason }: Gap): DraftOption => ({
	text: capital(what),
	...reasonOf(reason)
});

const factsOf = (gaps: readonly Gap[]): string[] => [
	...gaps.map(({ id }) => id),
	...gaps.flatMap(({ about }) => about)
];
