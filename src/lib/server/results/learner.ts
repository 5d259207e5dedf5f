// One learner at one assignment, as the teacher reads it: each attempt as the learner sees it, with every
// reason, and the history of its marks.

import { toTenths } from '../../scoring/fraction.ts';
import { articleView } from '../../study/article-view.ts';
import { explain } from '../../study/explain.ts';
import type { ArticleView, Explanation } from '../../study/view.ts';
import { requireTaughtAssignment, requireTaughtLearner } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { selectGrant } from '../assignments/recompute.ts';
import { countingResponse, type MarkedSlot } from '../attempts/marking.ts';
import { settleOverdue } from '../attempts/settle.ts';
import { selectExcusedOfClass } from '../store/assignment.ts';
import { selectAttemptsOf, selectSlots, type AttemptRow } from '../store/attempt.ts';
import { selectGradeHistories, selectMarksOfClass } from '../store/grade.ts';
import { selectOptionalLearner } from '../store/learner.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import { selectQuizVersion } from '../store/quiz-version.ts';
import { isTyped, type ResponseRow } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { cellOf, type Cell } from './counting.ts';
import { markAttempts } from './marked.ts';
import { inWords } from './tables.ts';

export interface AnswerGiven {
	/** In words; null: skipped or taken back. */
	text: string | null;
	from: 'device' | 'paper';
	/** When it was given, or typed in from paper. */
	at: number;
	counts: boolean;
}

export interface AttemptResult {
	id: string;
	n: number;
	state: 'open' | 'submitted';
	via: 'device' | 'paper';
	startedAt: number;
	submittedAt: number | null;
	submittedBy: 'learner' | 'deadline' | 'teacher' | null;
	partner: string | null;
	counts: boolean;
	questions: {
		n: number;
		explanation: Explanation;
		dropped: boolean;
		late: boolean;
		/** Everything that was answered, the first first, where paper came to what a device gave. */
		answers: AnswerGiven[];
	}[];
	/** The first mark first; the last one counts. */
	history: { at: number; points: string; max: number; reason: string | null }[];
}

export interface LearnerAtAssignment {
	/** The assignment's title. */
	title: string;
	nickname: string;
	joined: boolean;
	cell: Cell;
	/** Own due date, where one is granted. */
	ownDueAt: number | null;
	article: ArticleView;
	attempts: AttemptResult[];
}

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function readLearnerAtAssignment(
	db: Db,
	teacher: TeacherActor | null,
	{
		classId,
		assignmentId,
		learnerId
	}: { classId: string; assignmentId: string; learnerId: string },
	now: number
): Promise<LearnerAtAssignment> {
	const { assignment } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const learner = await requireTaughtLearner(db, teacher, classId, learnerId);
	await settleOverdue(db, { learnerId }, now);
	const quiz = await selectQuizVersion(db, assignment.quiz_version_id);
	const { pack } = await selectPackVersionById(db, quiz.pack_version_id);
	const attempts = await selectAttemptsOf(db, assignmentId, learnerId);
	const histories = await selectGradeHistories(
		db,
		attempts.map(({ id }) => id)
	);
	const excused = await selectExcusedOfClass(db, classId);
	const cell = cellOf(
		(await selectMarksOfClass(db, classId))
			.filter(
				(row) =>
					row.assignment_id === assignmentId &&
					(row.learner_id === learnerId || row.partner_id === learnerId)
			)
			.sort((a, b) => a.started_at - b.started_at || a.attempt_n - b.attempt_n),
		assignment.policy.counts,
		excused.some((one) => one.assignment_id === assignmentId && one.learner_id === learnerId)
	);
	const results: AttemptResult[] = [];
	for (const { attempt, slots, responses } of await markAttempts(db, attempts)) {
		const shown = await selectSlots(db, attempt.id);
		const other = attempt.learner_id === learnerId ? attempt.partner_id : attempt.learner_id;
		results.push({
			id: attempt.id,
			n: attempt.n,
			state: attempt.state,
			via: attempt.via,
			startedAt: attempt.started_at,
			submittedAt: attempt.submitted_at,
			submittedBy: attempt.submitted_by,
			partner: other === null ? null : ((await selectOptionalLearner(db, other))?.nickname ?? null),
			counts: 'attemptId' in cell && cell.attemptId === attempt.id,
			// What is still being answered is not laid out with its key.
			questions:
				attempt.state === 'open'
					? []
					: slots.flatMap((slot, i) => {
							const asked = shown[i]?.shown;
							return asked
								? {
										n: i + 1,
										explanation: explain(slot, asked),
										dropped: slot.dropped,
										late: slot.late,
										answers: attempt.via === 'paper' ? [] : answersOf(attempt, slot, responses)
									}
								: [];
						}),
			history: (histories.get(attempt.id) ?? []).map((grade) => ({
				at: grade.created_at,
				points: toTenths({ n: grade.points_n, d: grade.points_d }),
				max: grade.max_points,
				reason: grade.reason
			}))
		});
	}
	const { dueAt } = await selectGrant(db, learnerId, assignmentId);
	return {
		title: assignment.title,
		nickname: learner.nickname,
		joined: learner.joined_at !== null,
		cell,
		ownDueAt: dueAt,
		article: articleView(pack),
		attempts: results
	};
}

/** Empty where nothing was typed in. */
function answersOf(
	attempt: AttemptRow,
	{ position, question }: MarkedSlot,
	responses: readonly ResponseRow[]
): AnswerGiven[] {
	const here = responses.filter((row) => row.position === position);
	if (!here.some(isTyped)) return [];
	const counted = countingResponse(here, position, attempt.deadline_at);
	return here
		.toSorted((a, b) => a.received_at - b.received_at)
		.map((row) => ({
			text: row.answer.response && inWords(row.answer.response, question),
			from: isTyped(row) ? 'paper' : 'device',
			at: row.answered_at,
			counts: row === counted
		}));
}
