// The questions of an assignment as a teacher decides about them: what is asked, the key, and what was
// decided before.

import type { Question } from '../../questions/schema.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { overridesInForce, selectOverrides, type OverrideAction } from '../store/grade.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import { selectQuizQuestions, selectQuizVersion } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { aboutOf } from './assignment.ts';

export interface QuestionToMark {
	id: string;
	stem: string;
	about: string | null;
	kind: Question['kind'];
	/** Options that could be accepted besides the key; none where the kind has no single key. */
	options: { id: string; text: string; right: boolean }[];
	/** Decisions that hold, in the order in which they were made. */
	inForce: { action: OverrideAction; reason: string; at: number }[];
}

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function readQuestionsToMark(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	assignmentId: string
): Promise<{ title: string; lang: string; questions: QuestionToMark[] }> {
	const { assignment } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const quiz = await selectQuizVersion(db, assignment.quiz_version_id);
	const { pack } = await selectPackVersionById(db, quiz.pack_version_id);
	const overrides = overridesInForce(await selectOverrides(db, assignmentId));
	const rows = await selectQuizQuestions(db, quiz.id);
	return {
		title: assignment.title,
		lang: pack.lang,
		questions: rows
			.filter(({ question }) => question.max > 0)
			.map(({ id, question }) => ({
				id,
				stem: question.stem,
				about: aboutOf(question),
				kind: question.kind,
				options:
					question.kind === 'choice' || question.kind === 'verdict' || question.kind === 'two-part'
						? question.options.map((option) => ({
								id: option.id,
								text: option.text,
								right: option.id === question.key
							}))
						: [],
				inForce: overrides
					.filter(({ question_version_id }) => question_version_id === id)
					.map(({ action, reason, created_at }) => ({ action, reason, at: created_at }))
			}))
	};
}
