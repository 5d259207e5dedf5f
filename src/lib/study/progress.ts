/**
 * What the log of answers says: skills, memory, how sure and how often right, trusting and doubting,
 * days. Derived from the rows alone, so that the same rows give the same figures on every device. The
 * formulas are those of `scoring/` and `review/`; here they are only given the rows that they count.
 */
import { kinds, verdicts, type Kind, type Verdict } from '../questions/schema.ts';
import { skills, type Skill } from '../questions/skills.ts';
import { nextDue, studied, type Studied } from '../review/items.ts';
import { inOrder, isRatedRight, type LogRow } from '../review/log.ts';
import { chanceOf, DAY } from '../review/memory.ts';
import { certaintyOf, type CertaintyReport, type Rating } from '../scoring/certainty.ts';
import { nextExercise, type NextExercise, type SkillLine } from '../scoring/profile.ts';
import { asksCertainty } from '../scoring/rated.ts';
import { suspicionOf, type GivenVerdict, type Suspicion } from '../scoring/suspicion.ts';
import { calendarOf, type Week } from './calendar.ts';
import { logProfile } from './log/profile.ts';

export interface Progress {
	/** Rows of the log, each once. */
	answers: number;
	profile: SkillLine[];
	memory: MemoryLine[];
	/** All answers that were rated, and those of each month that has some, the first month first. */
	calibration: { all: CertaintyReport; months: Monthly<CertaintyReport>[] };
	/** First answers alone. */
	suspicion: { all: Suspicion; months: Monthly<Suspicion>[] };
	weeks: Week[];
	/** Nothing without answers. */
	next: Next | undefined;
}

/** `month`: '2026-11'. */
export type Monthly<T> = T & { month: string };

/** How well the facts under one skill are remembered. */
export interface MemoryLine {
	skill: Skill;
	/** Mean chance, 0 to 1, that each fact which is still asked would be recalled now; null without any. */
	chance: number | null;
	/** Would be recalled tomorrow with a chance of {@link KEPT} or more. */
	kept: number;
	/** The others that are still asked. */
	shaky: number;
	/** Never asked again. */
	retired: number;
}

export interface Next {
	exercise: NextExercise | undefined;
	/** Something is wanted again now; how much does not matter to whoever comes back after a month. */
	due: boolean;
	/** When something is wanted again, in milliseconds; null where nothing waits. */
	at: number | null;
}

/** What spacing aims at (`review/memory.ts`). */
export const KEPT = 0.9;

/**
 * @param rows in any order, of any devices, doubles among them
 * @param now in milliseconds; nothing is later
 * @param today the calendar day where the reader is, '2026-11-25'
 */
export function progressOf(rows: readonly LogRow[], now: number, today: string): Progress {
	const ordered = inOrder(rows, now);
	const state = studied(ordered, now);
	const profile = logProfile(ordered);
	return {
		answers: ordered.length,
		profile,
		memory: memoryOf(state, now),
		calibration: byMonth(ordered, today, ratings, certaintyOf),
		suspicion: byMonth(ordered, today, firstVerdicts(), suspicionOf),
		weeks: calendarOf(ordered, today),
		next: ordered.length > 0 ? nextOf(profile, state, now) : undefined
	};
}

const isSkill = (name: string): name is Skill => (skills as readonly string[]).includes(name);

const ratings = (row: LogRow): Rating[] =>
	row.certainty === null || !isRated(row.kind)
		? []
		: [{ certainty: row.certainty, right: isRatedRight(row) }];

const isRated = (kind: string): boolean =>
	(kinds as readonly string[]).includes(kind) && asksCertainty(kind as Kind);

const isVerdict = (name: string): name is Verdict => (verdicts as readonly string[]).includes(name);

/** Takes the rows in their order; of several answers to one question the first counts, and no review. */
function firstVerdicts(): (row: LogRow) => GivenVerdict[] {
	const seen = new Set<string>();
	return ({ slug, question, verdict, again }) => {
		if (!verdict || again) return [];
		const [key, given] = verdict;
		const name = `${slug}/${question}`;
		if (!isVerdict(key) || seen.has(name)) return [];
		seen.add(name);
		return [{ key, given }];
	};
}

function byMonth<Counted, Figures>(
	rows: readonly LogRow[],
	today: string,
	of: (row: LogRow) => Counted[],
	report: (counted: readonly Counted[]) => Figures
): { all: Figures; months: Monthly<Figures>[] } {
	const all: Counted[] = [];
	const months = new Map<string, Counted[]>();
	for (const row of rows) {
		const counted = of(row);
		if (counted.length === 0) continue;
		all.push(...counted);
		const month = (row.day < today ? row.day : today).slice(0, 7);
		const own = months.get(month);
		if (own) own.push(...counted);
		else months.set(month, counted);
	}
	return {
		all: report(all),
		months: [...months]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([month, counted]) => ({ ...report(counted), month }))
	};
}

function memoryOf({ items }: Studied, now: number): MemoryLine[] {
	const lines = new Map(
		skills.map((skill) => [skill, { skill, chances: 0, kept: 0, shaky: 0, retired: 0 }])
	);
	for (const { skill, memory, last, retired } of items.values()) {
		const line = isSkill(skill) ? lines.get(skill) : undefined;
		if (!line) continue;
		if (retired) line.retired++;
		else {
			const days = (now - last) / DAY;
			line.chances += chanceOf(memory, days);
			line[chanceOf(memory, days + 1) >= KEPT ? 'kept' : 'shaky']++;
		}
	}
	return [...lines.values()].map(({ chances, ...line }) => {
		const asked = line.kept + line.shaky;
		return { ...line, chance: asked > 0 ? chances / asked : null };
	});
}

function nextOf(profile: readonly SkillLine[], state: Studied, now: number): Next {
	const at = nextDue(state);
	return { exercise: nextExercise(profile), due: at !== null && at <= now, at };
}
