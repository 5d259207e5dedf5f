// Stores the grade of an attempt. Rows are only added: a grade that says nothing new is not written.

import { newId } from '../store/ids.ts';
import { selectOptionalAttempt } from '../store/attempt.ts';
import {
	insertGrade,
	overridesInForce,
	selectOptionalGrade,
	selectOverrides,
	type GradeRow
} from '../store/grade.ts';
import { selectResponses } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { questionsOf, slotsOf } from './kept.ts';
import { markSlots, sameGrade, SCORER_VERSION, slotGrades, totalOf } from './marking.ts';

/**
 * Marks an attempt as things stand and stores the grade unless the newest one says the same.
 * @param reason why it is marked again, for the history; null for the first grade
 * @returns the grade that counts
 */
export async function gradeAttempt(
	db: Db,
	attemptId: string,
	reason: string | null,
	now: number
): Promise<GradeRow> {
	const attempt = await selectOptionalAttempt(db, attemptId);
	if (!attempt) throw new Error(`There is no attempt ${attemptId}.`);
	const slots = await slotsOf(db, attemptId);
	const questions = await questionsOf(
		db,
		slots.map(({ question_version_id }) => question_version_id)
	);
	const overrides = await selectOverrides(db, attempt.assignment_id);
	const responses = await selectResponses(db, attemptId);
	const marked = markSlots(slots, responses, questions, overrides, attempt);
	const slot_points = slotGrades(marked);
	const before = await selectOptionalGrade(db, attemptId);
	if (before && sameGrade(before.slot_points, slot_points)) return before;
	const { points, max } = totalOf(slot_points);
	const grade: GradeRow = {
		id: newId(),
		attempt_id: attemptId,
		n: (before?.n ?? 0) + 1,
		points_n: points.n,
		points_d: points.d,
		max_points: max,
		slot_points,
		scorer_version: SCORER_VERSION,
		override_ids: overridesInForce(overrides)
			.filter(({ question_version_id }) =>
				slots.some((slot) => slot.question_version_id === question_version_id)
			)
			.map(({ id }) => id),
		reason,
		created_at: now
	};
	await insertGrade(db, grade);
	return grade;
}
