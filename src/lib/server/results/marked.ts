// Attempts with every answer marked, many at once: what heat, skills, exports and regrades are worked
// out from. Marks themselves come from the stored grades.

import { markSlots, type MarkedSlot } from '../attempts/marking.ts';
import { selectSlotKeys, type AttemptRow } from '../store/attempt.ts';
import { selectOverridesOf, type OverrideRow } from '../store/grade.ts';
import { selectQuestionVersions, type QuestionVersionRow } from '../store/quiz-version.ts';
import { selectResponsesOf, type ResponseRow } from '../store/response.ts';
import type { Db } from '../store/store.ts';

export interface MarkedAttempt {
	attempt: AttemptRow;
	slots: MarkedSlot[];
	responses: ResponseRow[];
}

/**
 * @param more decisions that are not stored, as if they had been made last
 */
export async function markAttempts(
	db: Db,
	attempts: readonly AttemptRow[],
	more: readonly OverrideRow[] = []
): Promise<MarkedAttempt[]> {
	const ids = attempts.map(({ id }) => id);
	const slots = await selectSlotKeys(db, ids);
	const responses = await selectResponsesOf(db, ids);
	const questions: ReadonlyMap<string, QuestionVersionRow> = await selectQuestionVersions(
		db,
		[...slots.values()].flat().map(({ question_version_id }) => question_version_id)
	);
	const overrides = await selectOverridesOf(
		db,
		attempts.map(({ assignment_id }) => assignment_id)
	);
	return attempts.map((attempt) => {
		const given = responses.get(attempt.id) ?? [];
		return {
			attempt,
			responses: given,
			slots: markSlots(
				slots.get(attempt.id) ?? [],
				given,
				questions,
				[...(overrides.get(attempt.assignment_id) ?? []), ...more],
				attempt
			)
		};
	});
}

/**
 * What statistics are about: of each learner the first attempt, since a later one repeats what was told
 * after it. A pair has one attempt, so it counts once.
 */
export const forStatistics = (attempts: readonly AttemptRow[]): AttemptRow[] =>
	attempts.filter(({ state, n }) => state === 'submitted' && n === 1);

/** Answers to questions that still count. */
export const kept = (slots: readonly MarkedSlot[]): MarkedSlot[] =>
	slots.filter(({ dropped }) => !dropped);
