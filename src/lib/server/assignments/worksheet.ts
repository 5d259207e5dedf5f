// What an assignment asks on paper: one sheet for the whole class. Who prints it, who types in what was
// written on it and who shows its questions to the room must mean the same order and the same letters.

import { drawSlots } from '../attempts/slots.ts';
import type { AssignmentRow } from '../store/assignment.ts';
import type { AttemptSlotRow } from '../store/attempt.ts';
import {
	selectQuizQuestions,
	selectQuizVersion,
	type QuestionVersionRow
} from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';

export interface Worksheet {
	packVersionId: string;
	/** As the slots of an attempt would be. Where each learner draws their own, paper has one draw for all. */
	slots: Omit<AttemptSlotRow, 'attempt_id'>[];
	/** By id of the question version. */
	questions: Map<string, QuestionVersionRow>;
}

export async function selectWorksheet(db: Db, assignment: AssignmentRow): Promise<Worksheet> {
	const quiz = await selectQuizVersion(db, assignment.quiz_version_id);
	const questions = await selectQuizQuestions(db, quiz.id);
	const { order } = assignment.policy;
	const slots = drawSlots({
		attemptId: '',
		quiz,
		questions,
		order: order === 'variant' ? 'variant' : 'same',
		seed: quiz.blueprint.seed
	});
	return {
		packVersionId: quiz.pack_version_id,
		slots: slots.map(({ position, question_version_id, shown, max_points }) => ({
			position,
			question_version_id,
			shown,
			max_points
		})),
		questions: new Map(questions.map((row) => [row.id, row]))
	};
}
