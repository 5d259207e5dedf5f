// Rows for tests/bench/results.ts: whole school years at once, as marking would have left them.

import { shuffle } from '../../src/lib/questions/random.ts';
import { publicQuestion } from '../../src/lib/questions/public.ts';
import type { Response } from '../../src/lib/questions/response.ts';
import type { Question } from '../../src/lib/questions/schema.ts';
import type { TeacherActor } from '../../src/lib/server/actor.ts';
import { markSlots, slotGrades, totalOf } from '../../src/lib/server/attempts/marking.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import type { ResponseRow } from '../../src/lib/server/store/response.ts';
import {
	selectQuizQuestions,
	type QuestionVersionRow
} from '../../src/lib/server/store/quiz-version.ts';
import type { Insertable } from 'kysely';
import type { Db } from '../../src/lib/server/store/store.ts';
import type { Tables } from '../../src/lib/server/store/tables.ts';
import {
	makeAssignment,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	wrongResponse
} from '../support/school.ts';

/** Rows in one statement: SQLite takes 32,766 parameters. */
const ROWS_AT_ONCE = 1000;

async function insertAll<T extends keyof Tables>(
	db: Db,
	table: T,
	rows: readonly Insertable<Tables[T]>[]
): Promise<void> {
	const insert = db as unknown as {
		insertInto: (table: string) => {
			values: (rows: unknown) => { execute: () => Promise<unknown> };
		};
	};
	for (let i = 0; i < rows.length; i += ROWS_AT_ONCE)
		await insert
			.insertInto(table)
			.values(rows.slice(i, i + ROWS_AT_ONCE))
			.execute();
}

/** The same numbers in every run, from 0 to 1. */
function numbers(): () => number {
	let state = 12_345;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

const attemptRow = (assignmentId: string, learnerId: string, now: number) => ({
	id: newId(),
	assignment_id: assignmentId,
	learner_id: learnerId,
	partner_id: null,
	n: 1,
	seed: 'bench',
	token_hash: newId(),
	state: 'submitted' as const,
	via: 'device' as const,
	started_at: now,
	deadline_at: null,
	submitted_at: now,
	submitted_by: 'learner' as const
});

const gradeRow = (attemptId: string, now: number) => ({
	id: newId(),
	attempt_id: attemptId,
	n: 1,
	scorer_version: '1',
	override_ids: '[]',
	reason: null,
	created_at: now
});

export async function seedGradebook(
	db: Db,
	{ learners, assignments, now }: { learners: number; assignments: number; now: number }
): Promise<{ teacher: TeacherActor; classId: string }> {
	const teacher = await makeTeacher(db);
	const { id: classId } = await makeClass(db, teacher);
	const chance = numbers();
	const attempts: Insertable<Tables['attempt']>[] = [];
	const grades: Insertable<Tables['grade']>[] = [];
	const ids: string[] = [];
	await db.transaction().execute(async (trx) => {
		for (let i = 0; i < learners; i++)
			ids.push((await makeLearner(trx, classId, `Learner ${String(i)}`)).id);
	});
	for (let a = 0; a < assignments; a++) {
		const assignment = await makeAssignment(db, teacher, [classId], { title: `Quiz ${String(a)}` });
		for (const learnerId of ids) {
			const attempt = attemptRow(assignment.id, learnerId, now + a);
			attempts.push(attempt);
			// Points as they are in a quiz of thirteen: thirds, sixths and tenths.
			const points_d = [1, 1, 2, 3, 6, 10][Math.floor(chance() * 6)] ?? 1;
			grades.push({
				...gradeRow(attempt.id, now),
				points_n: Math.floor(chance() * 13 * points_d),
				points_d,
				max_points: 13,
				slot_points: '[]'
			});
		}
	}
	await db.transaction().execute(async (trx) => {
		await insertAll(trx, 'attempt', attempts);
		await insertAll(trx, 'grade', grades);
	});
	return { teacher, classId };
}

/** Ten classes of thirty-one that are asked the same questions again and again. */
export async function seedHealth(
	db: Db,
	{ responses, now }: { responses: number; now: number }
): Promise<{ teacher: TeacherActor; questions: string[]; stored: number }> {
	const teacher = await makeTeacher(db);
	const learners: string[] = [];
	const classes: string[] = [];
	for (let c = 0; c < 10; c++) {
		const { id } = await makeClass(db, teacher);
		classes.push(id);
		for (let i = 0; i < 31; i++)
			learners.push((await makeLearner(db, id, `Learner ${String(i)}`)).id);
	}
	const chance = numbers();
	let questions: QuestionVersionRow[] = [];
	const untimed = {
		via: 'device',
		deadline_at: null,
		submitted_at: null,
		submitted_by: null
	} as const;
	let stored = 0;
	while (stored < responses) {
		const assignment = await makeAssignment(db, teacher, classes);
		questions = await selectQuizQuestions(db, assignment.quiz_version_id);
		const rows = new Map(questions.map((row) => [row.id, row]));
		// As long as it is in truth: reading what stands beside it has to pass it.
		const shown = questions.map(({ question }) =>
			JSON.stringify(publicQuestion(question, 'bench'))
		);
		const attempts: Insertable<Tables['attempt']>[] = [];
		const slots: Insertable<Tables['attempt_slot']>[] = [];
		const given: Insertable<Tables['response']>[] = [];
		const grades: Insertable<Tables['grade']>[] = [];
		for (const learnerId of learners) {
			if (stored >= responses) break;
			const attempt = attemptRow(assignment.id, learnerId, now);
			const skill = chance();
			const keys = questions.map(({ id }, position) => ({
				attempt_id: attempt.id,
				position,
				question_version_id: id
			}));
			const answers = questions.map(({ question }, position): ResponseRow => ({
				op_id: newId(),
				attempt_id: attempt.id,
				position,
				revision: 1,
				answer: {
					v: 1,
					response: answerTo(question, skill, chance),
					certainty: chance() < 0.5 ? null : chance() < 0.5 ? 2 : 3
				},
				told: 0,
				answered_at: now,
				received_at: now
			}));
			stored += answers.length;
			const points = slotGrades(markSlots(keys, answers, rows, [], untimed));
			const total = totalOf(points);
			attempts.push(attempt);
			slots.push(...keys.map((key, i) => ({ ...key, shown: shown[i] ?? '{}', max_points: 1 })));
			given.push(...answers.map((row) => ({ ...row, answer: JSON.stringify(row.answer) })));
			grades.push({
				...gradeRow(attempt.id, now),
				points_n: total.points.n,
				points_d: total.points.d,
				max_points: total.max,
				slot_points: JSON.stringify(points)
			});
		}
		await db.transaction().execute(async (trx) => {
			await insertAll(trx, 'attempt', attempts);
			await insertAll(trx, 'attempt_slot', slots);
			await insertAll(trx, 'response', given);
			await insertAll(trx, 'grade', grades);
		});
	}
	return { teacher, questions: questions.map(({ id }) => id), stored };
}

function answerTo(question: Question, skill: number, chance: () => number): Response | null {
	if (chance() < skill) return rightResponse(question);
	if (question.kind === 'choice') {
		const [other] = shuffle(question.options, String(Math.floor(chance() * 8)));
		return other ? { kind: 'choice', option: other.id } : null;
	}
	return wrongResponse(question);
}
