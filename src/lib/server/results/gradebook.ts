// The gradebook: a class's learners against its assignments, with the mark that counts in each place.
// A handful of queries whatever the size of the class.

import { fraction, toPercent, toTenths } from '../../scoring/fraction.ts';
import { requireTaughtClass } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { settleOverdue } from '../attempts/settle.ts';
import { selectClassAssignments, selectExcusedOfClass } from '../store/assignment.ts';
import { selectMarksOfClass, type MarkRow } from '../store/grade.ts';
import { selectLearners } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { cellOf, meanShare, type Cell } from './counting.ts';

export interface GradebookColumn {
	id: string;
	title: string;
	opensAt: number;
	dueAt: number | null;
	/** What all marks in it are out of; null where they differ (each drew their own), or there is none. */
	max: number | null;
	/** Of the marks, a pair counted once. */
	mean: { points: string | null; percent: number } | null;
	/** Marks, a pair counted once. */
	marks: number;
}

export interface GradebookLine {
	id: string;
	nickname: string;
	/** One for each assignment, in their order. */
	cells: Cell[];
	/** Mean of the shares of the marks; what was not taken or excused is left out. */
	percent: number | null;
}

export interface Gradebook {
	className: string;
	/** In the order in which they opened. */
	assignments: GradebookColumn[];
	/** By name. */
	learners: GradebookLine[];
}

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function readGradebook(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	now: number
): Promise<Gradebook> {
	const group = await requireTaughtClass(db, teacher, classId);
	await settleOverdue(db, { classId }, now);
	const assignments = (await selectClassAssignments(db, classId)).reverse();
	const learners = await selectLearners(db, classId);
	const excused = new Map<string, Set<string>>();
	for (const { assignment_id, learner_id } of await selectExcusedOfClass(db, classId))
		excused.set(learner_id, (excused.get(learner_id) ?? new Set()).add(assignment_id));
	const marks = byPlace(await selectMarksOfClass(db, classId));
	const lines = learners.map(({ id, nickname }): GradebookLine => {
		const mine = marks.get(id);
		const from = excused.get(id);
		const cells = assignments.map(({ assignment }) =>
			cellOf(
				mine?.get(assignment.id) ?? [],
				assignment.policy.counts,
				from?.has(assignment.id) === true
			)
		);
		return { id, nickname, cells, percent: percentOf(cells) };
	});
	return {
		className: group.name,
		assignments: assignments.map(({ assignment, dates }, i) => ({
			id: assignment.id,
			title: assignment.title,
			opensAt: dates.opens_at,
			dueAt: dates.due_at,
			...figuresOf(lines, i)
		})),
		learners: lines
	};
}

type Rows = Map<string, MarkRow[]>;

/** Attempts by learner and assignment, as they were started; those of a pair stand with both. */
function byPlace(rows: readonly MarkRow[]): Map<string, Rows> {
	const found = new Map<string, Rows>();
	const put = (learnerId: string, row: MarkRow): void => {
		let mine = found.get(learnerId);
		if (!mine) found.set(learnerId, (mine = new Map<string, MarkRow[]>()));
		const there = mine.get(row.assignment_id);
		if (!there) mine.set(row.assignment_id, [row]);
		else {
			there.push(row);
			there.sort((a, b) => a.started_at - b.started_at || a.attempt_n - b.attempt_n);
		}
	};
	for (const row of rows) {
		put(row.learner_id, row);
		if (row.partner_id !== null) put(row.partner_id, row);
	}
	return found;
}

type Mark = Extract<Cell, { state: 'mark' }>;
const isMark = (cell: Cell): cell is Mark => cell.state === 'mark';

function percentOf(cells: readonly Cell[]): number | null {
	const share = meanShare(cells.filter(isMark));
	return share ? toPercent(share) : null;
}

function figuresOf(
	lines: readonly GradebookLine[],
	i: number
): Pick<GradebookColumn, 'max' | 'mean' | 'marks'> {
	const byAttempt = new Map<string, Mark>();
	for (const { cells } of lines) {
		const cell = cells[i];
		if (cell && isMark(cell)) byAttempt.set(cell.attemptId, cell);
	}
	const marks = [...byAttempt.values()];
	const share = meanShare(marks);
	if (!share) return { max: null, mean: null, marks: 0 };
	const [first] = marks;
	const max = first && marks.every((mark) => mark.max === first.max) ? first.max : null;
	return {
		max,
		mean: {
			points: max === null ? null : toTenths(fraction(share.n * max, share.d)),
			percent: toPercent(share)
		},
		marks: marks.length
	};
}
