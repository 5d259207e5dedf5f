/**
 * Which demand is which: several demands, each to be put where the article names it. A pack gives
 * one or two of these questions, whichever covers more demands, and no demand is in both.
 */
import type { Demand } from '../../facts/schema.ts';
import { capital, compatible, settles, type Context, type Template } from './context.ts';
import { demandsAt, mayMeet, otherPlaces, whyHere, type Place } from './demands.ts';
import type { Draft } from './draft.ts';

const COLUMNS = 3;
const MAX_ROWS = 5;
const MIN_ROWS = 4;

export const whereNamedSort: Template = (context) => {
	const plans = gridsOf(context, []).flatMap((first) => [
		[first],
		...gridsOf(context, first.rows).map((second) => [first, second])
	]);
	const size = (plan: Grid[]): number => plan.reduce((sum, { rows }) => sum + rows.length, 0);
	const best = plans.reduce<Grid[]>((most, plan) => (size(plan) > size(most) ? plan : most), []);
	return best.map((grid) => draftOf(context, grid));
};

interface Grid {
	columns: Place[];
	rows: Demand[];
}

/** Every choice of columns that gives enough rows and leaves no column empty. */
const gridsOf = (context: Context, used: readonly Demand[]): Grid[] =>
	groupsOf(context.facts.places, COLUMNS)
		.map((columns) => ({ columns, rows: rowsFor(context, columns, used) }))
		.filter(
			({ columns, rows }) =>
				rows.length >= MIN_ROWS &&
				columns.every((column) => rows.some((row) => row.where === column.id))
		);

/** Up to two demands a column, in turns, that fit the columns and each other. */
function rowsFor(context: Context, columns: Place[], used: readonly Demand[]): Demand[] {
	const fits = (demand: Demand): boolean =>
		columns.every(
			(column) => column.id === demand.where || otherPlaces(context, demand).includes(column)
		);
	const free = columns.map((column) =>
		compatible(
			demandsAt(context, column).filter((demand) => !used.includes(demand) && fits(demand)),
			2,
			(one, other) => mayMeet(context, one, other)
		)
	);
	const inTurns = [0, 1].flatMap((turn) => free.flatMap((demands) => demands[turn] ?? []));
	return inTurns.slice(0, MAX_ROWS);
}

function draftOf(context: Context, { columns, rows }: Grid): Draft {
	return {
		template: 'where-named-sort',
		facts: rows.map(({ id }) => id),
		skill: 'chronology',
		kind: 'categorise',
		stem: 'Where does the article name each of these?',
		rows: rows.map((row) => ({
			text: capital(row.what),
			column: columns.find(({ id }) => id === row.where)?.name ?? '',
			...whyHere(context, row)
		})),
		columns: columns.map((column) => ({
			text: column.name,
			why: `Here belongs what the article names ${column.phrase}.`,
			cite: settles(...column.at)
		}))
	};
}

/** Every choice of `size` items, in the order of the list. */
function groupsOf<T>(items: readonly T[], size: number): T[][] {
	if (size === 0) return [[]];
	return items.flatMap((item, i) =>
		groupsOf(items.slice(i + 1), size - 1).map((rest) => [item, ...rest])
	);
}
