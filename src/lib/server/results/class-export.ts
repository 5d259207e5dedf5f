// A whole class as JSON: everything about it that is stored, in a shape with a version. The shape is
// described in docs/class-export.md; whoever changes it counts `v` up there and here.

import { requireTaughtClass } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { settleOverdue } from '../attempts/settle.ts';
import {
	selectClassAssignments,
	selectEveryAccommodationOfClass,
	selectExcusedOfClass
} from '../store/assignment.ts';
import { selectAttemptsOfClass, selectSlotKeys } from '../store/attempt.ts';
import { selectGradeHistories, selectOverridesOf } from '../store/grade.ts';
import { selectLearners } from '../store/learner.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import { selectQuestionVersions, selectQuizVersion } from '../store/quiz-version.ts';
import { isTyped, selectResponsesOf } from '../store/response.ts';
import type { Db } from '../store/store.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function exportClass(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	now: number
): Promise<{ json: string; className: string }> {
	const group = await requireTaughtClass(db, teacher, classId);
	await settleOverdue(db, { classId }, now);
	const learners = await selectLearners(db, classId);
	const members = new Set(learners.map(({ id }) => id));
	const assignments = await selectClassAssignments(db, classId);
	const known = new Set(assignments.map(({ assignment }) => assignment.id));
	const attempts = (await selectAttemptsOfClass(db, classId)).filter(({ assignment_id }) =>
		known.has(assignment_id)
	);
	const ids = attempts.map(({ id }) => id);
	const slots = await selectSlotKeys(db, ids);
	const responses = await selectResponsesOf(db, ids);
	const grades = await selectGradeHistories(db, ids);
	const overrides = await selectOverridesOf(db, [...known]);
	const questions = await selectQuestionVersions(
		db,
		[...slots.values()].flat().map(({ question_version_id }) => question_version_id)
	);
	const quizzes = new Map<string, { article: string; version: string }>();
	for (const { assignment } of assignments) {
		const quiz = await selectQuizVersion(db, assignment.quiz_version_id);
		const { slug, version } = await selectPackVersionById(db, quiz.pack_version_id);
		quizzes.set(assignment.id, { article: slug, version });
	}
	const content = {
		format: 'says-who/class',
		v: 1,
		exportedAt: iso(now),
		class: {
			id: group.id,
			name: group.name,
			createdAt: iso(group.created_at),
			endsAt: iso(group.ends_at),
			archivedAt: isoOrNull(group.archived_at)
		},
		learners: learners.map(({ id, nickname, listed, joined_at, created_at }) => ({
			id,
			nickname,
			listed: listed === 1,
			joinedAt: isoOrNull(joined_at),
			createdAt: iso(created_at)
		})),
		assignments: assignments.map(({ assignment, dates }) => ({
			id: assignment.id,
			title: assignment.title,
			...quizzes.get(assignment.id),
			opensAt: iso(dates.opens_at),
			dueAt: isoOrNull(dates.due_at),
			closedAt: isoOrNull(dates.closed_at),
			timeLimitMs: assignment.time_limit_ms,
			attemptsAllowed: assignment.attempts_allowed,
			policy: assignment.policy,
			decisions: (overrides.get(assignment.id) ?? []).map((row) => ({
				id: row.id,
				questionId: row.question_version_id,
				action: row.action,
				reason: row.reason,
				at: iso(row.created_at)
			}))
		})),
		questions: [...questions.values()].map(({ id, ref, question }) => ({
			id,
			ref,
			kind: question.kind,
			skill: question.skill,
			stem: question.stem,
			max: question.max
		})),
		accommodations: (await selectEveryAccommodationOfClass(db, classId)).map((row) => ({
			learnerId: row.learner_id,
			assignmentId: row.assignment_id,
			timeFactor: row.time_factor,
			untimed: row.untimed === 1,
			extraAttempts: row.extra_attempts,
			dueAt: isoOrNull(row.due_at),
			alone: row.alone === 1
		})),
		excused: (await selectExcusedOfClass(db, classId))
			.filter(({ learner_id }) => members.has(learner_id))
			.map(({ assignment_id, learner_id }) => ({
				assignmentId: assignment_id,
				learnerId: learner_id
			})),
		attempts: attempts.map((attempt) => ({
			id: attempt.id,
			assignmentId: attempt.assignment_id,
			// Of a removed learner nothing is named.
			learnerIds: [attempt.learner_id, attempt.partner_id].filter(
				(id) => id !== null && members.has(id)
			),
			n: attempt.n,
			state: attempt.state,
			via: attempt.via,
			startedAt: iso(attempt.started_at),
			deadlineAt: isoOrNull(attempt.deadline_at),
			submittedAt: isoOrNull(attempt.submitted_at),
			submittedBy: attempt.submitted_by,
			questionIds: (slots.get(attempt.id) ?? []).map(
				({ question_version_id }) => question_version_id
			),
			responses: (responses.get(attempt.id) ?? []).map((row) => ({
				place: row.position,
				revision: row.revision,
				response: row.answer.response,
				certainty: row.answer.certainty,
				afterFeedback: row.told === 1,
				onPaper: attempt.via === 'paper' || isTyped(row),
				answeredAt: iso(row.answered_at),
				receivedAt: iso(row.received_at)
			})),
			grades: (grades.get(attempt.id) ?? []).map((grade) => ({
				n: grade.n,
				points: { n: grade.points_n, d: grade.points_d },
				max: grade.max_points,
				places: grade.slot_points,
				scorerVersion: grade.scorer_version,
				decisionIds: grade.override_ids,
				reason: grade.reason,
				at: iso(grade.created_at)
			}))
		}))
	};
	return { json: `${JSON.stringify(content, null, '\t')}\n`, className: group.name };
}
