// A school in a store, for tests of the server: teachers, a class, learners, an assignment on the first
// pack, and attempts at it with answers.

import type { LearnerActor, TeacherActor } from '../../src/lib/server/actor.ts';
import { makeQuizVersion, type QuizWish } from '../../src/lib/server/assignments/quiz.ts';
import { nicknameKey } from '../../src/lib/server/classes/nickname.ts';
import { gradeAttempt } from '../../src/lib/server/attempts/grade-attempt.ts';
import { drawSlots } from '../../src/lib/server/attempts/slots.ts';
import { tokenOf } from '../../src/lib/server/attempts/token.ts';
import {
	insertAssignment,
	selectOptionalAssignment,
	type AssignmentRow,
	type AssignmentClassRow
} from '../../src/lib/server/store/assignment.ts';
import {
	insertAttempt,
	type AttemptRow,
	type AttemptSlotRow
} from '../../src/lib/server/store/attempt.ts';
import { insertClass, type ClassRow } from '../../src/lib/server/store/class.ts';
import { insertClassTeacher } from '../../src/lib/server/store/class-teacher.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import { insertLearner, type LearnerRow } from '../../src/lib/server/store/learner.ts';
import {
	selectQuestionVersions,
	selectQuizQuestions,
	selectQuizVersion
} from '../../src/lib/server/store/quiz-version.ts';
import { insertResponse } from '../../src/lib/server/store/response.ts';
import type { Db } from '../../src/lib/server/store/store.ts';
import { insertTeacherIfNew } from '../../src/lib/server/store/teacher.ts';
import { hashToken } from '../../src/lib/server/tokens.ts';
import type { PackVersion } from '../../src/lib/questions/pack.ts';
import type { Certainty, Response } from '../../src/lib/questions/response.ts';
import type { Question } from '../../src/lib/questions/schema.ts';
import { presets } from '../../src/lib/taking/policy.ts';
import { NOW } from './engines.ts';
import { firstPack } from './pack.ts';

export async function makeTeacher(
	db: Db,
	name = 'Ms Vance',
	role: TeacherActor['role'] = 'teacher'
): Promise<TeacherActor> {
	const id = newId();
	const email = `${id}@example.org`;
	await insertTeacherIfNew(db, {
		id,
		email,
		name,
		role,
		password_hash: null,
		created_at: NOW,
		erased_at: null
	});
	return { kind: 'teacher', id, name, email, role };
}

export async function makeClass(
	db: Db,
	owner: TeacherActor,
	given: Partial<ClassRow> = {}
): Promise<ClassRow> {
	const id = newId();
	const row: ClassRow = {
		id,
		name: '8b',
		join_code: id.slice(0, 8),
		joining: 'open',
		join_by: 'nickname',
		ends_at: NOW + 200 * 24 * 60 * 60 * 1000,
		archived_at: null,
		deleted_at: null,
		created_at: NOW,
		...given
	};
	await insertClass(db, row);
	await insertClassTeacher(db, { class_id: id, teacher_id: owner.id, role: 'owner' });
	return row;
}

export async function makeLearner(
	db: Db,
	classId: string,
	nickname: string,
	given: Partial<LearnerRow> = {}
): Promise<LearnerActor> {
	const id = newId();
	await insertLearner(db, {
		id,
		class_id: classId,
		nickname,
		nickname_key: nicknameKey(nickname),
		listed: 0,
		joined_at: NOW,
		return_code_hash: null,
		removed_at: null,
		created_at: NOW,
		...given
	});
	return { kind: 'learner', id, classId, nickname };
}

let pack: PackVersion | undefined;
/** The first pack, built once. */
export const thePack = (): PackVersion => (pack ??= firstPack());

/** An assignment, on the first pack unless another is given, open since `NOW` in the classes named. */
export async function makeAssignment(
	db: Db,
	teacher: TeacherActor,
	classIds: readonly string[],
	given: Partial<AssignmentRow> & {
		pack?: PackVersion;
		wish?: QuizWish;
		dates?: Partial<AssignmentClassRow>;
	} = {}
): Promise<AssignmentRow> {
	const { pack = thePack(), wish = { draw: 'full' }, dates = {}, ...rest } = given;
	const policy = rest.policy ?? presets.lesson.policy;
	const quiz = await makeQuizVersion(db, pack, wish, {
		order: policy.order,
		seed: 'school',
		now: NOW
	});
	const row: AssignmentRow = {
		id: newId(),
		quiz_version_id: quiz,
		teacher_id: teacher.id,
		title: 'Which demand is which',
		time_limit_ms: null,
		attempts_allowed: 1,
		policy,
		archived_at: null,
		deleted_at: null,
		created_at: NOW,
		...rest
	};
	await insertAssignment(
		db,
		row,
		classIds.map((class_id) => ({
			assignment_id: row.id,
			class_id,
			opens_at: NOW,
			due_at: null,
			closed_at: null,
			paused_at: null,
			...dates
		}))
	);
	return row;
}

export interface MadeAttempt {
	attempt: AttemptRow;
	token: string;
	slots: AttemptSlotRow[];
	questions: Question[];
}

/** An open attempt; nothing is answered yet. */
export async function makeAttempt(
	db: Db,
	assignmentId: string,
	learnerId: string,
	given: Partial<AttemptRow> = {}
): Promise<MadeAttempt> {
	const assignment = await selectOptionalAssignment(db, assignmentId);
	if (!assignment) throw new Error('no such assignment');
	const quiz = await selectQuizVersion(db, assignment.quiz_version_id);
	const rows = await selectQuizQuestions(db, quiz.id);
	const id = newId();
	const seed = given.seed ?? 'attempt';
	const token = tokenOf({ id: given.id ?? id, seed });
	const attempt: AttemptRow = {
		id,
		assignment_id: assignmentId,
		learner_id: learnerId,
		partner_id: null,
		n: 1,
		seed,
		token_hash: hashToken(token),
		state: 'open',
		via: 'device',
		started_at: NOW,
		deadline_at: null,
		extra_ms: 0,
		submitted_at: null,
		submitted_by: null,
		...given
	};
	const slots = drawSlots({
		attemptId: attempt.id,
		quiz,
		questions: rows,
		order: assignment.policy.order,
		seed: attempt.seed
	});
	await insertAttempt(db, attempt, slots);
	const versions = await selectQuestionVersions(
		db,
		slots.map(({ question_version_id }) => question_version_id)
	);
	const questions = slots.flatMap(({ question_version_id }) => {
		const row = versions.get(question_version_id);
		return row ? [row.question] : [];
	});
	return { attempt, token, slots, questions };
}

/** Stores an answer as if it had just arrived. */
export async function giveAnswer(
	db: Db,
	attemptId: string,
	position: number,
	response: Response | null,
	given: { certainty?: Certainty | null; at?: number; revision?: number } = {}
): Promise<void> {
	const { certainty = null, at = NOW + 1000, revision = 1 } = given;
	await insertResponse(db, {
		op_id: newId(),
		attempt_id: attemptId,
		position,
		revision,
		answer: { v: 1, response, certainty },
		told: 0,
		answered_at: at,
		received_at: at
	});
}

/** Submits and marks. */
export async function submitAttempt(db: Db, attemptId: string, at = NOW + 60_000): Promise<void> {
	await db
		.updateTable('attempt')
		.set({ state: 'submitted', submitted_at: at, submitted_by: 'learner' })
		.where('id', '=', attemptId)
		.execute();
	await gradeAttempt(db, attemptId, null, at);
}

/** A response with full marks. */
export function rightResponse(question: Question): Response {
	switch (question.kind) {
		case 'choice':
		case 'verdict':
			return { kind: question.kind, option: question.key };
		case 'multiple':
			return { kind: 'multiple', options: [...question.keys].sort() };
		case 'match':
		case 'categorise':
			return {
				kind: question.kind,
				columns: Object.fromEntries(question.rows.map(({ id, key }) => [id, key]))
			};
		case 'order':
			return { kind: 'order', items: [...question.key] };
		case 'select':
			return { kind: 'select', sentences: [...(question.accepted[0] ?? [])] };
		case 'two-part':
			return {
				kind: 'two-part',
				option: question.key,
				sentences: [...(question.accepted[0] ?? [])]
			};
		case 'altered':
			return {
				kind: 'altered',
				tokens: question.tokens.filter((one) => one.original !== undefined).map(({ id }) => id)
			};
		case 'leave':
			return { kind: 'leave', checks: question.checks.map(({ id }) => id) };
	}
}

/** A response that brings nothing, where the kind has one; a taken-back answer elsewhere. */
export function wrongResponse(question: Question): Response | null {
	if (question.kind === 'choice' || question.kind === 'verdict') {
		const wrong = question.options.find(({ id }) => id !== question.key);
		return wrong ? { kind: question.kind, option: wrong.id } : null;
	}
	return null;
}
