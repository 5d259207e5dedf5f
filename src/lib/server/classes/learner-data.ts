// Everything that is stored about one learner, to be handed over on request. Keys and reasons of
// questions are not the learner's data and are not in it.

import type { TeacherActor } from '../actor.ts';
import { selectAttemptsOfLearner } from '../store/attempt.ts';
import { selectGrades } from '../store/grade.ts';
import { isTyped } from '../store/response.ts';
import type { Db } from '../store/store.ts';
import { selectOptionalClass } from '../store/class.ts';
import { requireMember } from './learners.ts';

const when = (at: number | null): string | null =>
	at === null ? null : new Date(at).toISOString();

/** A plain object for JSON; `v` changes when a field goes or means something else. Times are in UTC. */
export async function learnerData(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, learnerId }: { classId: string; learnerId: string },
	now: number
) {
	const learner = await requireMember(db, teacher, classId, learnerId);
	const group = await selectOptionalClass(db, classId);
	const titles = new Map(
		(
			await db
				.selectFrom('assignment')
				.innerJoin('assignment_class', 'assignment_class.assignment_id', 'assignment.id')
				.select(['assignment.id', 'assignment.title'])
				.where('assignment_class.class_id', '=', classId)
				.execute()
		).map(({ id, title }) => [id, title])
	);
	const attempts = await selectAttemptsOfLearner(db, learnerId);
	return {
		v: 1,
		made: when(now),
		class: group?.name ?? '',
		learner: {
			name: learner.nickname,
			onTeachersList: learner.listed === 1,
			joined: when(learner.joined_at),
			removed: when(learner.removed_at)
		},
		accommodations: (
			await db
				.selectFrom('accommodation')
				.selectAll()
				.where('learner_id', '=', learnerId)
				.orderBy('created_at')
				.execute()
		).map((row) => ({
			assignment: row.assignment_id === null ? null : (titles.get(row.assignment_id) ?? null),
			timeFactor: row.time_factor,
			untimed: row.untimed === 1,
			extraAttempts: row.extra_attempts,
			due: when(row.due_at),
			alone: row.alone === 1
		})),
		excused: (
			await db
				.selectFrom('excused')
				.select(['assignment_id', 'created_at'])
				.where('learner_id', '=', learnerId)
				.orderBy('created_at')
				.execute()
		).map(({ assignment_id, created_at }) => ({
			assignment: titles.get(assignment_id) ?? null,
			since: when(created_at)
		})),
		attempts: await Promise.all(
			attempts.map(async (attempt) => ({
				assignment: titles.get(attempt.assignment_id) ?? null,
				number: attempt.n,
				withPartner: attempt.partner_id !== null,
				started: when(attempt.started_at),
				submitted: when(attempt.submitted_at),
				onPaper: attempt.via === 'paper',
				answers: await answersOf(db, attempt.id, attempt.via === 'paper'),
				marks: (await selectGrades(db, attempt.id)).map((grade) => ({
					points: `${grade.points_n}/${grade.points_d}`,
					of: grade.max_points,
					reason: grade.reason,
					at: when(grade.created_at)
				})),
				doubts: await doubtsOf(db, attempt.id)
			}))
		)
	};
}

async function answersOf(db: Db, attemptId: string, onPaper: boolean) {
	const rows = await db
		.selectFrom('response')
		.innerJoin('attempt_slot', (join) =>
			join
				.onRef('attempt_slot.attempt_id', '=', 'response.attempt_id')
				.onRef('attempt_slot.position', '=', 'response.position')
		)
		.innerJoin('question_version', 'question_version.id', 'attempt_slot.question_version_id')
		.select([
			'response.op_id',
			'response.position',
			'question_version.ref',
			'response.revision',
			'response.answer',
			'response.answered_at',
			'response.received_at'
		])
		.where('response.attempt_id', '=', attemptId)
		.orderBy('response.position')
		.orderBy('response.revision')
		.orderBy('response.received_at')
		.execute();
	return rows.map((row) => ({
		place: row.position + 1,
		question: row.ref,
		revision: row.revision,
		answer: JSON.parse(row.answer) as unknown,
		onPaper: onPaper || isTyped(row),
		given: when(row.answered_at),
		received: when(row.received_at)
	}));
}

async function doubtsOf(db: Db, attemptId: string) {
	const rows = await db
		.selectFrom('dispute')
		.select(['position', 'text', 'created_at'])
		.where('attempt_id', '=', attemptId)
		.orderBy('created_at')
		.execute();
	return rows.map(({ position, text, created_at }) => ({
		place: position + 1,
		text,
		at: when(created_at)
	}));
}
