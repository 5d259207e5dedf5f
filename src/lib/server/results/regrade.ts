// Regrading: a teacher drops a question, accepts another option, gives full marks for all, or takes that
// back. A preview says who changes and by how much and writes nothing; confirming stores the decision and
// the new grades of every submitted attempt at once, or nothing.

import { fraction, subtract, toTenths, type Fraction } from '../../scoring/fraction.ts';
import { Trouble } from '../../study/trouble.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { gradeAttempt } from '../attempts/grade-attempt.ts';
import { slotGrades, totalOf } from '../attempts/marking.ts';
import { settleOverdue } from '../attempts/settle.ts';
import { tellChange } from '../live/bus.ts';
import { holdClassDates, selectAssignmentClasses } from '../store/assignment.ts';
import { lockAttempts, selectSubmittedAttempts, type AttemptRow } from '../store/attempt.ts';
import {
	insertOverride,
	overridesInForce,
	selectNewestGrades,
	selectOverrides,
	type OverrideAction,
	type OverrideRow
} from '../store/grade.ts';
import { newId } from '../store/ids.ts';
import { selectLearners } from '../store/learner.ts';
import { selectQuizQuestions } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';
import { markAttempts } from './marked.ts';

export interface Decision {
	classId: string;
	assignmentId: string;
	questionVersionId: string;
	action: OverrideAction;
}

export interface Changed {
	learners: string;
	before: { points: string; max: number };
	after: { points: string; max: number };
	/** With sign: '+1', '−0.5', '0' where only the maximum changes. */
	by: string;
}

export interface Preview {
	/** Attempts of the class that would change; of a pair one line. */
	changed: Changed[];
	/** Attempts that keep their mark. */
	unchanged: number;
	/** Attempts of other classes with the same assignment that would change. */
	elsewhere: number;
}

/** The longest reason that is kept. */
export const REASON_LENGTH = 300;

/**
 * Who would change and by how much. Writes nothing.
 * @throws Trouble `not-yours`; `nothing-to-regrade` for a decision that means nothing here
 */
export async function previewRegrade(
	db: Db,
	teacher: TeacherActor | null,
	decision: Decision,
	now: number
): Promise<Preview> {
	const { classId, assignmentId, questionVersionId, action } = decision;
	await requireDecision(db, teacher, decision);
	await settleOverdue(db, { assignmentId }, now);
	const attempts = await selectSubmittedAttempts(db, assignmentId);
	const grades = await selectNewestGrades(
		db,
		attempts.map(({ id }) => id)
	);
	const proposed: OverrideRow = {
		id: '',
		assignment_id: assignmentId,
		question_version_id: questionVersionId,
		action,
		reason: '',
		teacher_id: teacher?.id ?? '',
		created_at: now
	};
	const names = new Map(
		(await selectLearners(db, classId)).map(({ id, nickname }) => [id, nickname])
	);
	const preview: Preview = { changed: [], unchanged: 0, elsewhere: 0 };
	for (const { attempt, slots } of await markAttempts(db, attempts, [proposed])) {
		const after = totalOf(slotGrades(slots));
		const grade = grades.get(attempt.id);
		const before = grade && {
			points: fraction(grade.points_n, grade.points_d),
			max: grade.max_points
		};
		const isSame =
			before?.max === after.max &&
			before.points.n === after.points.n &&
			before.points.d === after.points.d;
		const who = namesOf(attempt, names);
		if (who === null) preview.elsewhere += Number(!isSame);
		else if (isSame) preview.unchanged += 1;
		else
			preview.changed.push({
				learners: who,
				before: before ? shown(before) : { points: '0', max: 0 },
				after: shown(after),
				by: signed(subtract(after.points, before?.points ?? fraction(0)))
			});
	}
	preview.changed.sort((a, b) => a.learners.localeCompare(b.learners, 'en'));
	return preview;
}

/**
 * Stores a decision and marks every submitted attempt again, all or nothing. One that holds already is
 * not stored twice.
 * @param reason for the history, which the learners see too
 * @returns how many attempts have another mark
 * @throws Trouble `not-yours`, `nothing-to-regrade`, `reason-first`
 */
export async function regrade(
	db: Db,
	teacher: TeacherActor | null,
	decision: Decision,
	reason: string,
	now: number
): Promise<number> {
	const { assignmentId, questionVersionId, action } = decision;
	const by = await requireDecision(db, teacher, decision);
	const said = reason.trim().slice(0, REASON_LENGTH);
	if (said === '') throw new Trouble('reason-first');
	await settleOverdue(db, { assignmentId }, now);
	const changed = await inTransaction(db, async (trx) => {
		await holdMarks(trx, assignmentId);
		const overrides = await selectOverrides(trx, assignmentId);
		if (holdsAlready(overrides, questionVersionId, action)) return 0;
		await insertOverride(trx, {
			id: newId(),
			assignment_id: assignmentId,
			question_version_id: questionVersionId,
			action,
			reason: said,
			teacher_id: by,
			// Decisions are told apart by when they were made, and which came last decides.
			created_at: Math.max(now, (overrides.at(-1)?.created_at ?? 0) + 1)
		});
		const attempts = await selectSubmittedAttempts(trx, assignmentId);
		const before = await selectNewestGrades(
			trx,
			attempts.map(({ id }) => id)
		);
		let marks = 0;
		for (const { id } of attempts) {
			const grade = await gradeAttempt(trx, id, said, now);
			marks += Number(grade.n !== before.get(id)?.n);
		}
		return marks;
	});
	tellChange(assignmentId);
	return changed;
}

/** Until the transaction ends nobody else decides and nobody hands in: both would go by what was before. */
async function holdMarks(trx: Db, assignmentId: string): Promise<void> {
	for (const { class_id } of await selectAssignmentClasses(trx, assignmentId))
		await holdClassDates(trx, assignmentId, class_id);
	await lockAttempts(trx, assignmentId);
}

/** Who decides, once it is sure that they may and that the decision fits the question. */
async function requireDecision(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, assignmentId, questionVersionId, action }: Decision
): Promise<string> {
	const { assignment } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const rows = await selectQuizQuestions(db, assignment.quiz_version_id);
	const question = rows.find(({ id }) => id === questionVersionId)?.question;
	if (!question || !teacher) throw new Trouble('nothing-to-regrade');
	if (action.action === 'accept') {
		const { option } = action;
		const fits =
			(question.kind === 'choice' || question.kind === 'verdict' || question.kind === 'two-part') &&
			question.options.some(({ id }) => id === option);
		if (!fits) throw new Trouble('nothing-to-regrade');
	}
	return teacher.id;
}

function holdsAlready(
	overrides: readonly OverrideRow[],
	questionVersionId: string,
	action: OverrideAction
): boolean {
	const inForce = overridesInForce(overrides).filter(
		({ question_version_id }) => question_version_id === questionVersionId
	);
	if (action.action === 'restore') return inForce.length === 0;
	return inForce.some(
		(row) =>
			row.action.action === action.action &&
			(row.action.action !== 'accept' ||
				action.action !== 'accept' ||
				row.action.option === action.option)
	);
}

/** 'Owl', 'Owl and Fox'; null where nobody of this class took it. */
function namesOf(
	{ learner_id, partner_id }: AttemptRow,
	names: ReadonlyMap<string, string>
): string | null {
	const own = [learner_id, partner_id].flatMap((id) => (id === null ? [] : (names.get(id) ?? [])));
	return own.length === 0 ? null : own.join(' and ');
}

const shown = ({ points, max }: { points: Fraction; max: number }) => ({
	points: toTenths(points),
	max
});

function signed(value: Fraction): string {
	const text = toTenths(value);
	return text === '0' || text.startsWith('−') ? text : `+${text}`;
}
