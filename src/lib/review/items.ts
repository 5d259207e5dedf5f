/** What is remembered, how well, and when it is wanted again: derived from the log alone. */
import { gradeOfRow, inOrder, isSureButWrong, itemKey, type LogRow } from './log.ts';
import { DAY, intervalOf, recall, type Memory } from './memory.ts';

export interface Item {
	/** {@link itemKey} */
	key: string;
	slug: string;
	fact: string;
	skill: string;
	memory: Memory;
	/** When it was last answered, and when it is wanted again, in milliseconds. */
	last: number;
	due: number;
	/** The last answer was certain, and wrong. */
	sureButWrong: boolean;
	/** Never asked again: right on two days, with two questions, since it was last wrong. */
	retired: boolean;
	answers: number;
}

export interface Studied {
	items: Map<string, Item>;
	/** Question (`slug/id`) → when it was last answered. */
	asked: Map<string, number>;
}

/** Whoever was asked at four yesterday may answer at eight this morning. */
const LEAD = DAY / 3;

/**
 * Goes through the log once. The same rows give the same result, whatever the order they come in.
 *
 * @param now no row counts as later than this
 */
export function studied(rows: readonly LogRow[], now: number): Studied {
	const items = new Map<string, Item>();
	const asked = new Map<string, number>();
	/** Days and questions of the right answers since the last wrong one. */
	const rights = new Map<string, { days: Set<string>; questions: Set<string> }>();
	for (const row of inOrder(rows, now)) {
		asked.set(`${row.slug}/${row.question}`, row.at);
		if (row.max === 0) continue;
		const parts = partsOf(row);
		if (!parts) continue;
		const before = items.get(row.item);
		const grade = gradeOfRow(row);
		const memory = recall(before?.memory ?? null, before ? (row.at - before.last) / DAY : 0, grade);
		const right = (grade !== 'again' && rights.get(row.item)) || {
			days: new Set(),
			questions: new Set()
		};
		if (grade !== 'again') {
			right.days.add(row.day);
			right.questions.add(`${row.slug}/${row.question}`);
		}
		rights.set(row.item, right);
		items.set(row.item, {
			key: row.item,
			...parts,
			memory,
			last: row.at,
			due: row.at + intervalOf(memory) * DAY - LEAD,
			sureButWrong: isSureButWrong(row),
			// A fact retires after two right siblings on different days (`marking.md`).
			retired: right.days.size >= 2 && right.questions.size >= 2,
			answers: (before?.answers ?? 0) + 1
		});
	}
	return { items, asked };
}

function partsOf(row: LogRow): Pick<Item, 'slug' | 'fact' | 'skill'> | undefined {
	const [fact] = row.facts;
	if (fact !== undefined && row.item === itemKey(row.slug, fact, row.skill))
		return { slug: row.slug, fact, skill: row.skill };
	const [slug, of, skill, ...rest] = row.item.split('/');
	return slug && of && skill && rest.length === 0 ? { slug, fact: of, skill } : undefined;
}

/** What is wanted now: sure but wrong ahead, then what has waited longest. */
export function dueItems({ items }: Studied, now: number): Item[] {
	return [...items.values()]
		.filter((item) => !item.retired && item.due <= now)
		.sort(
			(one, other) =>
				Number(other.sureButWrong) - Number(one.sureButWrong) ||
				one.due - other.due ||
				(one.key < other.key ? -1 : 1)
		);
}

/** When something is wanted next; null where nothing waits. Not later than now means now. */
export function nextDue({ items }: Studied): number | null {
	const times = [...items.values()].filter(({ retired }) => !retired).map(({ due }) => due);
	return times.length > 0 ? Math.min(...times) : null;
}
