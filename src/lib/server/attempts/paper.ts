// Answers that were given on paper and are typed in by the teacher, and a learner's file of answers that
// never left the device. What can be read is stored; what cannot is named, and keeps standing in the form.

import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { paperHelp, paperHint, paperText, parsePaper } from '../../questions/paper.ts';
import type { Response } from '../../questions/response.ts';
import type { Kind } from '../../questions/schema.ts';
import { toTenths } from '../../scoring/fraction.ts';
import { isInvalid } from '../../scoring/outcome.ts';
import { scoreResponse } from '../../scoring/score.ts';
import { Trouble } from '../../study/trouble.ts';
import type { Receipt } from '../../taking/attempt.ts';
import { Sending } from '../../taking/schemas.ts';
import { requireTaughtAssignment, requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { selectWorksheet, type Worksheet } from '../assignments/worksheet.ts';
import { tellChange } from '../live/bus.ts';
import { holdClassDates } from '../store/assignment.ts';
import {
	insertAttempt,
	selectAttemptsOfClass,
	selectOptionalAttempt,
	type AttemptRow
} from '../store/attempt.ts';
import { selectOptionalGrade } from '../store/grade.ts';
import { newId } from '../store/ids.ts';
import { lockLearners, selectLearners } from '../store/learner.ts';
import { insertResponse, selectResponsesOf, type ResponseRow } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { hashToken, newToken } from '../tokens.ts';
import { gradeAttempt } from './grade-attempt.ts';
import { countingResponse } from './marking.ts';
import { takeSending } from './sending.ts';
import type { Place } from './steer.ts';

/** Learners on one page of the grid. */
export const ROWS = 40;
/** The reason of a grade after what was typed has been changed. */
const RETYPED = 'Answers on paper were typed in again';

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

export interface PaperRow {
	learner: { id: string; nickname: string };
	/** `device`: answered there, so there is nothing to type. */
	state: 'free' | 'paper' | 'device';
	/** As it is typed, by column; empty where nothing is stored. */
	cells: string[];
	/** '7.5 of 12'; null: not typed in yet. */
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

/** The newest attempt of each learner, on paper and on a device, the second of a pair too. */
function byLearner(attempts: readonly AttemptRow[]) {
	const paper = new Map<string, AttemptRow>();
	const device = new Set<string>();
	for (const attempt of attempts) {
		if (attempt.via === 'paper') paper.set(attempt.learner_id, attempt);
		else for (const id of [attempt.learner_id, attempt.partner_id]) if (id !== null) device.add(id);
	}
	return { paper, device };
}

const columnsOf = ({ slots }: Worksheet) => slots.filter(({ shown }) => shown.kind !== 'leave');

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function readPaper(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, assignmentId }: Place,
	page = 0
): Promise<PaperGrid> {
	const found = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const sheet = await selectWorksheet(db, found.assignment);
	const columns = columnsOf(sheet);
	const all = await selectLearners(db, classId);
	const pages = Math.max(1, Math.ceil(all.length / ROWS));
	const at = Math.min(page, pages - 1);
	const { paper, device } = byLearner(await selectAttemptsOfClass(db, classId, assignmentId));
	const responses = await selectResponsesOf(
		db,
		[...paper.values()].map(({ id }) => id)
	);
	const rows: PaperRow[] = [];
	for (const learner of all.slice(at * ROWS, (at + 1) * ROWS)) {
		const attempt = paper.get(learner.id);
		const given = (attempt && responses.get(attempt.id)) ?? [];
		const grade = attempt && (await selectOptionalGrade(db, attempt.id));
		rows.push({
			learner: { id: learner.id, nickname: learner.nickname },
			state: attempt ? 'paper' : device.has(learner.id) ? 'device' : 'free',
			cells: columns.map(({ position, shown }) => {
				const response = countingResponse(given, position, null)?.answer.response;
				return response ? paperText(response, shown) : '';
			}),
			mark: grade
				? {
						points: toTenths({ n: grade.points_n, d: grade.points_d }),
						max: grade.max_points
					}
				: null
		});
	}
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

/** One cell as it was sent. */
export interface Typed {
	learnerId: string;
	position: number;
	text: string;
}

export interface PaperFault extends Typed {
	nickname: string;
	n: number;
	/** What fits, in words. */
	help: string;
}

export interface Entered {
	/** Learners for whom anything changed. */
	learners: number;
	answers: number;
	faults: PaperFault[];
}

/**
 * Stores what was typed. A cell that says what is stored already changes nothing, so sending twice is
 * sending once; an emptied one takes the answer back; one that cannot be read leaves what is stored.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function enterPaper(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	typed: readonly Typed[],
	now: number
): Promise<Entered> {
	const { classId, assignmentId } = place;
	const { assignment } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const sheet = await selectWorksheet(db, assignment);
	const entered = await db.transaction().execute(async (trx) => {
		// Two who type at once come one after the other.
		await holdClassDates(trx, assignmentId, classId);
		// Whoever begins on a device right now has begun, or begins after this.
		await lockLearners(trx, [...new Set(typed.map(({ learnerId }) => learnerId))]);
		const names = new Map(
			(await selectLearners(trx, classId)).map(({ id, nickname }) => [id, nickname])
		);
		const { paper, device } = byLearner(await selectAttemptsOfClass(trx, classId, assignmentId));
		const stored = await selectResponsesOf(
			trx,
			[...paper.values()].map(({ id }) => id)
		);
		const done: Entered = { learners: 0, answers: 0, faults: [] };
		for (const [learnerId, cells] of Map.groupBy(typed, (cell) => cell.learnerId)) {
			const nickname = names.get(learnerId);
			const attempt = paper.get(learnerId);
			// Removed meanwhile, or begun on a device meanwhile.
			if (nickname === undefined || (!attempt && device.has(learnerId))) continue;
			const before = (attempt && stored.get(attempt.id)) ?? [];
			const news: { position: number; response: Response | null }[] = [];
			for (const cell of cells) {
				const read = readCell(cell, sheet);
				if (read === undefined) continue;
				if ('fault' in read)
					done.faults.push({ ...cell, nickname, n: cell.position + 1, help: read.fault });
				else if (!isDeepStrictEqual(read.response, current(before, cell.position)))
					news.push({ position: cell.position, response: read.response });
			}
			if (news.length === 0) continue;
			const id = attempt?.id ?? (await beginOnPaper(trx, assignmentId, learnerId, sheet, now));
			for (const { position, response } of news)
				await insertResponse(trx, {
					op_id: newId(),
					attempt_id: id,
					position,
					revision: 1 + newestRevision(before, position),
					answer: { v: 1, response, certainty: null },
					told: 0,
					answered_at: now,
					received_at: now
				});
			await gradeAttempt(trx, id, attempt ? RETYPED : null, now);
			done.learners += 1;
			done.answers += news.length;
		}
		return done;
	});
	if (entered.learners > 0) tellChange(assignmentId);
	return entered;
}

const current = (rows: readonly ResponseRow[], position: number): Response | null =>
	countingResponse(rows, position, null)?.answer.response ?? null;

const newestRevision = (rows: readonly ResponseRow[], position: number): number =>
	rows.reduce((most, row) => (row.position === position ? Math.max(most, row.revision) : most), 0);

/** undefined for a place that the sheet does not have. */
function readCell(
	{ position, text }: Typed,
	{ slots, questions }: Worksheet
): { response: Response | null } | { fault: string } | undefined {
	const slot = slots.find((one) => one.position === position);
	const question = slot && questions.get(slot.question_version_id)?.question;
	if (!question || slot.shown.kind === 'leave') return undefined;
	const read = parsePaper(text, slot.shown);
	if ('fault' in read) return read;
	if ('empty' in read) return { response: null };
	// The printed side does not know which sentences there are; the question does.
	return isInvalid(scoreResponse(read.response, question))
		? { fault: paperHelp(slot.shown) }
		: { response: read.response };
}

async function beginOnPaper(
	trx: Db,
	assignmentId: string,
	learnerId: string,
	{ slots }: Worksheet,
	now: number
): Promise<string> {
	const id = newId();
	await insertAttempt(
		trx,
		{
			id,
			assignment_id: assignmentId,
			learner_id: learnerId,
			partner_id: null,
			n: 1,
			seed: newId(),
			// No device sends anything for it: the secret is forgotten at once.
			token_hash: hashToken(newToken()),
			state: 'submitted',
			via: 'paper',
			started_at: now,
			deadline_at: null,
			submitted_at: now,
			submitted_by: 'teacher'
		},
		slots.map((slot) => ({ ...slot, attempt_id: id }))
	);
	return id;
}

const attemptId = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,40}$/u));

/** What a device writes when a learner saves unsent answers to a file: a sending and whose it is. */
const Unsent = v.union([
	v.object({ v: v.literal(1), attempt: attemptId, sending: Sending }),
	v.pipe(
		v.object({ ...Sending.entries, attempt: attemptId }),
		v.transform(({ attempt, ...sending }) => ({ attempt, sending }))
	)
]);

export type Loaded =
	| { ok: true; nickname: string; answers: { n: number; fate: Fate }[] }
	| { ok: false; why: 'not-a-file' | 'other-class' };
export type Fate =
	| 'stored'
	| 'late'
	| 'not-counted'
	| 'not-now'
	| Extract<Receipt['answers'][number], { stored: false }>['why'];

/**
 * Takes a learner's file of unsent answers as if the device had sent them. A file lies about before it
 * is loaded, so how long ago its answers were given is read from the device's clock, unless that is
 * ahead; who loads it vouches for it.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function loadUnsent(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	text: string,
	now: number
): Promise<Loaded> {
	await requireTaughtAssignment(db, teacher, place.classId, place.assignmentId);
	const file = v.safeParse(v.pipe(v.string(), v.parseJson(), Unsent), text);
	if (!file.success) return { ok: false, why: 'not-a-file' };
	const { attempt: id, sending } = file.output;
	const attempt = await selectOptionalAttempt(db, id);
	if (attempt?.assignment_id !== place.assignmentId) return { ok: false, why: 'other-class' };
	try {
		const learner = await requireTaughtLearner(db, teacher, place.classId, attempt.learner_id);
		const receipt = await takeSending(
			db,
			id,
			{ ...sending, sentAt: Math.max(sending.sentAt, now) },
			now
		);
		const fates = new Map(receipt.answers.map((one) => [one.op, fateOf(one)]));
		return {
			ok: true,
			nickname: learner.nickname,
			answers: sending.answers.map(({ op, position }) => ({
				n: position + 1,
				fate: fates.get(op) ?? 'not-now'
			}))
		};
	} catch (error) {
		// Another class's learner, or a secret that is not this attempt's.
		if (error instanceof Trouble) return { ok: false, why: 'other-class' };
		throw error;
	}
}

function fateOf(one: Receipt['answers'][number]): Fate {
	if (!one.stored) return one.why;
	if (!one.counts) return 'not-counted';
	return one.late ? 'late' : 'stored';
}
