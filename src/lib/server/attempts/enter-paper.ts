// Takes answers that were given on paper and are typed in by the teacher: a sheet of its own, or what is
// missing in an attempt that was begun on a device. What can be read is stored; what cannot is named, and
// keeps standing in the form. An answer from a device is replaced only by who has been shown it.

import { isDeepStrictEqual } from 'node:util';
import { paperHelp, parsePaper } from '../../questions/paper.ts';
import type { Response } from '../../questions/response.ts';
import { isInvalid } from '../../scoring/outcome.ts';
import { scoreResponse } from '../../scoring/score.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { selectWorksheet, type Worksheet } from '../assignments/worksheet.ts';
import { tellChange } from '../live/bus.ts';
import { holdClassDates } from '../store/assignment.ts';
import {
	insertAttempt,
	selectAttemptsOfClass,
	selectAttemptToChange,
	selectSlotKeys,
	type AttemptRow,
	type SlotKey
} from '../store/attempt.ts';
import { newId } from '../store/ids.ts';
import { lockLearners, selectLearners } from '../store/learner.ts';
import { insertResponse, selectResponsesOf, typedOp, type ResponseRow } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { hashToken, newToken } from '../tokens.ts';
import { gradeAttempt } from './grade-attempt.ts';
import { current, isFromDevice, placeIn, targetsOf, textOf } from './paper.ts';
import { settleOverdue, submit } from './settle.ts';
import type { Place } from './steer.ts';

/** The reasons of a grade: what was typed has been changed; it was added to what a device gave. */
const RETYPED = 'Answers on paper were typed in again';
const ADDED = 'Answers given on paper were typed in';
/**
 * By so much the revision of a typed answer goes up: a device that has not heard of it may hold several
 * of its own, and those are older.
 */
const STEP = 1000;

/** One cell as it was sent. */
export interface Typed {
	learnerId: string;
	/** On the sheet. */
	position: number;
	text: string;
}

export interface PaperFault extends Typed {
	nickname: string;
	n: number;
	/** What fits, in words. */
	help: string;
}

export interface PaperDifference extends Typed {
	nickname: string;
	n: number;
	/** What the device gave, as it would be typed. */
	device: string;
}

export interface Entered {
	/** Learners for whom anything changed. */
	learners: number;
	answers: number;
	/** Open attempts that were handed in. */
	handedIn: number;
	faults: PaperFault[];
	/** Typed otherwise than the device gave it, and not stored: who replaces it says so. */
	differences: PaperDifference[];
}

/** Besides what is typed: what the teacher ticked. */
export interface Ticked {
	/** Answers of a device to be replaced, each with what stood there when it was ticked. */
	replace: readonly Typed[];
	/** Learners for whom an open attempt is handed in once the answers are stored. */
	handIn: readonly string[];
}

/**
 * Stores what was typed. A cell that says what is stored already changes nothing, so sending twice is
 * sending once; an emptied one takes a typed answer back, and never one that a device gave; one that
 * cannot be read leaves what is stored. Nothing is overwritten: every answer is one more revision.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function enterPaper(
	db: Db,
	teacher: TeacherActor | null,
	place: Place,
	typed: readonly Typed[],
	{ replace, handIn }: Ticked,
	now: number
): Promise<Entered> {
	const { classId, assignmentId } = place;
	const { assignment } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	await settleOverdue(db, { assignmentId }, now);
	const sheet = await selectWorksheet(db, assignment);
	const seen = new Map(replace.map((one) => [`${one.learnerId}.${one.position}`, one.text]));
	const entered = await db.transaction().execute(async (trx) => {
		// Two who type at once come one after the other.
		await holdClassDates(trx, assignmentId, classId);
		// Whoever begins on a device right now has begun, or begins after this.
		await lockLearners(trx, [...new Set(typed.map(({ learnerId }) => learnerId))]);
		const names = new Map(
			(await selectLearners(trx, classId)).map(({ id, nickname }) => [id, nickname])
		);
		const targetOf = targetsOf(await selectAttemptsOfClass(trx, classId, assignmentId));
		const done: Entered = { learners: 0, answers: 0, handedIn: 0, faults: [], differences: [] };
		for (const [learnerId, cells] of Map.groupBy(typed, (cell) => cell.learnerId)) {
			const nickname = names.get(learnerId);
			const target = targetOf(learnerId);
			// Removed meanwhile, or the second of a pair meanwhile.
			if (nickname === undefined || target?.second) continue;
			// What a device sends at this moment waits, or is seen.
			const attempt = target && (await selectAttemptToChange(trx, target.attempt.id));
			const news = readRow(await knownOf(trx, attempt, sheet), cells, { nickname, seen }, done);
			if (news.length > 0) {
				const id = attempt?.id ?? (await beginOnPaper(trx, assignmentId, learnerId, sheet, now));
				for (const one of news) await insertTyped(trx, id, one, now);
				if (attempt?.state !== 'open') await gradeAttempt(trx, id, reasonFor(attempt), now);
				done.learners += 1;
				done.answers += news.length;
			}
			if (attempt && handIn.includes(learnerId))
				done.handedIn += Number(await submit(trx, attempt.id, now, 'teacher', now));
		}
		return done;
	});
	if (entered.learners + entered.handedIn > 0) tellChange(assignmentId);
	return entered;
}

const reasonFor = (attempt: AttemptRow | undefined): string | null =>
	!attempt ? null : attempt.via === 'paper' ? RETYPED : ADDED;

/** What there is of a learner, and where the sheet's questions stand in it. */
interface Known {
	attempt: AttemptRow | undefined;
	responses: readonly ResponseRow[];
	slots: readonly SlotKey[] | undefined;
	sheet: Worksheet;
}

const knownOf = async (
	trx: Db,
	attempt: AttemptRow | undefined,
	sheet: Worksheet
): Promise<Known> => ({
	attempt,
	responses: (attempt && (await selectResponsesOf(trx, [attempt.id])).get(attempt.id)) ?? [],
	slots: attempt && (await selectSlotKeys(trx, [attempt.id])).get(attempt.id),
	sheet
});

interface News {
	/** In the attempt. */
	position: number;
	revision: number;
	response: Response | null;
}

/** What is new in a learner's row. Faults and differences are added to what was done. */
function readRow(
	{ attempt, responses, slots, sheet }: Known,
	cells: readonly Typed[],
	{ nickname, seen }: { nickname: string; seen: ReadonlyMap<string, string> },
	done: Entered
): News[] {
	return cells.flatMap((cell): News[] => {
		const slot = sheet.slots.find(({ position }) => position === cell.position);
		if (!slot || slot.shown.kind === 'leave') return [];
		const position = attempt ? placeIn(slots, slot.question_version_id) : slot.position;
		if (position === undefined) return [];
		const counted = attempt && current(attempt, responses, position);
		const text = textOf(counted, slot.shown);
		const isDevices = attempt !== undefined && isFromDevice(attempt, counted);
		const given = cell.text.trim();
		if (given === text || (given === '' && isDevices)) return [];
		const about = { ...cell, nickname, n: cell.position + 1 };
		const read = readCell(given, slot, sheet);
		if ('fault' in read) {
			done.faults.push({ ...about, help: read.fault });
			return [];
		}
		if (isDeepStrictEqual(read.response, counted?.answer.response ?? null)) return [];
		if (isDevices && seen.get(`${cell.learnerId}.${cell.position}`) !== text) {
			done.differences.push({ ...about, device: text });
			return [];
		}
		const newest = responses.reduce(
			(most, row) => (row.position === position ? Math.max(most, row.revision) : most),
			0
		);
		return [{ position, revision: newest + STEP, response: read.response }];
	});
}

function readCell(
	text: string,
	{ shown, question_version_id }: Worksheet['slots'][number],
	{ questions }: Worksheet
): { response: Response | null } | { fault: string } {
	const read = parsePaper(text, shown);
	if ('fault' in read) return read;
	if ('empty' in read) return { response: null };
	const question = questions.get(question_version_id)?.question;
	// The printed side does not know which sentences there are; the question does.
	return !question || isInvalid(scoreResponse(read.response, question))
		? { fault: paperHelp(shown) }
		: { response: read.response };
}

const insertTyped = (trx: Db, id: string, { position, revision, response }: News, now: number) =>
	insertResponse(trx, {
		op_id: typedOp(),
		attempt_id: id,
		position,
		revision,
		answer: { v: 1, response, certainty: null },
		told: 0,
		answered_at: now,
		received_at: now
	});

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
