// Answers that were given on paper, as a grid: what is stored of each learner, on paper or on a device,
// in the letters and numbers of the printed sheet. Who types into it goes through enter-paper.ts.

import { paperHelp, paperHint, paperText } from '../../questions/paper.ts';
import type { PublicQuestion } from '../../questions/public.ts';
import type { Kind } from '../../questions/schema.ts';
import { toTenths } from '../../scoring/fraction.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { selectWorksheet, type Worksheet } from '../assignments/worksheet.ts';
import {
	selectAttemptsOfClass,
	selectSlotKeys,
	type AttemptRow,
	type SlotKey
} from '../store/attempt.ts';
import { selectOptionalGrade } from '../store/grade.ts';
import { selectLearners, type LearnerRow } from '../store/learner.ts';
import { isTyped, selectResponsesOf, type ResponseRow } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { countingResponse } from './marking.ts';
import { settleOverdue } from './settle.ts';
import type { Place } from './steer.ts';

/** Learners on one page of the grid. */
export const ROWS = 40;
export interface PaperColumn {
	position: number;
	n: number;
	kind: Kind;
	stem: string;
	/** What a cell may hold, in words. */
	help: string;
	/** The same in a word or two. */
	hint: string;
}

export interface PaperCell {
	/** As it is typed; empty where nothing is stored. */
	text: string;
	/** It was given on a device. */
	device: boolean;
	/** This learner's attempt has the question: where each draws their own, it may not. */
	asked: boolean;
}

export interface PaperRow {
	learner: { id: string; nickname: string };
	/**
	 * `free`: nothing is there yet; `paper`: typed in before; `open`, `device`: begun on a device, and going
	 * on or handed in; `second`: of a pair, whose work stands in the other one's row.
	 */
	state: 'free' | 'paper' | 'open' | 'device' | 'second';
	/** The other one of a pair. */
	partner: string | null;
	/** By column. */
	cells: PaperCell[];
	/** '7.5 of 12'; null: not marked yet. */
	mark: { points: string; max: number } | null;
}

export interface PaperGrid {
	title: string;
	className: string;
	/** Everyone gets the same questions, in the same order, on a device too. */
	same: boolean;
	columns: PaperColumn[];
	rows: PaperRow[];
	/** 0-based number of this page of learners, and how many there are. */
	page: number;
	pages: number;
}

/** What is typed for one learner goes into this attempt. */
type Target = { attempt: AttemptRow; second: boolean } | undefined;

/**
 * Of each learner: the sheet that was typed in; else what is going on on a device, else what was begun
 * there last; else what they did as the second of a pair.
 */
export function targetsOf(attempts: readonly AttemptRow[]): (learnerId: string) => Target {
	const own = Map.groupBy(attempts, ({ learner_id }) => learner_id);
	return (learnerId) => {
		const mine = own.get(learnerId) ?? [];
		const attempt =
			mine.findLast(({ via }) => via === 'paper') ??
			mine.findLast(({ state }) => state === 'open') ??
			mine.at(-1);
		if (attempt) return { attempt, second: false };
		const shared = attempts.findLast(({ partner_id }) => partner_id === learnerId);
		return shared && { attempt: shared, second: true };
	};
}

function stateOf(target: Target): PaperRow['state'] {
	if (!target) return 'free';
	if (target.second) return 'second';
	if (target.attempt.via === 'paper') return 'paper';
	return target.attempt.state === 'open' ? 'open' : 'device';
}

const columnsOf = ({ slots }: Worksheet) => slots.filter(({ shown }) => shown.kind !== 'leave');

/** Where an attempt asks what stands at a place of the sheet: devices mix the order. */
export const placeIn = (slots: readonly SlotKey[] | undefined, questionVersionId: string) =>
	slots?.find((slot) => slot.question_version_id === questionVersionId)?.position;

/** The answer that counts at a place of an attempt. */
export const current = (attempt: AttemptRow, rows: readonly ResponseRow[], position: number) =>
	countingResponse(rows, position, attempt.deadline_at);

/** A question that was skipped or taken back on a device is open: paper may fill it. */
export const isFromDevice = ({ via }: AttemptRow, row: ResponseRow | undefined): boolean =>
	via === 'device' && row !== undefined && row.answer.response !== null && !isTyped(row);

export const textOf = (row: ResponseRow | undefined, shown: PublicQuestion) =>
	row?.answer.response ? paperText(row.answer.response, shown) : '';

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function readPaper(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, assignmentId }: Place,
	now: number,
	page = 0
): Promise<PaperGrid> {
	const found = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	await settleOverdue(db, { assignmentId }, now);
	const sheet = await selectWorksheet(db, found.assignment);
	const columns = columnsOf(sheet);
	const all = await selectLearners(db, classId);
	const pages = Math.max(1, Math.ceil(all.length / ROWS));
	const at = Math.min(page, pages - 1);
	const learners = all.slice(at * ROWS, (at + 1) * ROWS);
	const targetOf = targetsOf(await selectAttemptsOfClass(db, classId, assignmentId));
	const ids = learners.flatMap(({ id }) => targetOf(id)?.attempt.id ?? []);
	const responses = await selectResponsesOf(db, ids);
	const slots = await selectSlotKeys(db, ids);
	const names = new Map(all.map(({ id, nickname }) => [id, nickname]));

	async function rowOf({ id, nickname }: LearnerRow): Promise<PaperRow> {
		const target = targetOf(id);
		const attempt = target?.attempt;
		const grade = attempt && (await selectOptionalGrade(db, attempt.id));
		const other = (target?.second ? target.attempt.learner_id : attempt?.partner_id) ?? null;
		return {
			learner: { id, nickname },
			state: stateOf(target),
			partner: other === null ? null : (names.get(other) ?? null),
			cells: columns.map(({ question_version_id, shown }) => {
				if (!attempt) return { text: '', device: false, asked: true };
				const position = placeIn(slots.get(attempt.id), question_version_id);
				if (position === undefined) return { text: '', device: false, asked: false };
				const counted = current(attempt, responses.get(attempt.id) ?? [], position);
				return {
					text: textOf(counted, shown),
					device: isFromDevice(attempt, counted),
					asked: true
				};
			}),
			mark:
				grade && attempt.state === 'submitted'
					? { points: toTenths({ n: grade.points_n, d: grade.points_d }), max: grade.max_points }
					: null
		};
	}
	const rows: PaperRow[] = [];
	for (const learner of learners) rows.push(await rowOf(learner));
	return {
		title: found.assignment.title,
		className: found.group.name,
		same: found.assignment.policy.order === 'same',
		columns: columns.map(({ position, shown }) => ({
			position,
			n: position + 1,
			kind: shown.kind,
			stem: shown.stem,
			help: paperHelp(shown),
			hint: paperHint(shown)
		})),
		rows,
		page: at,
		pages
	};
}
