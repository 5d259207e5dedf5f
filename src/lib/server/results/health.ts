// Question health over everything a teacher has asked: pooled by question version across the teacher's
// classes. An attempt is read as one row, answers and points as the texts that they are stored as, because
// a hundred thousand rows cost more to hand over than to read; one class after another, so that what
// learners send meanwhile does not wait for all of it.

import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import * as v from 'valibot';
import type { Question } from '../../questions/schema.ts';
import { ratedRight } from '../../scoring/certainty.ts';
import { fraction, zero, type Fraction } from '../../scoring/fraction.ts';
import {
	isSureButWrong,
	itemStatistics,
	picksOf,
	type ItemStatistics,
	type ItemTry
} from '../../scoring/item-statistics.ts';
import { isInvalid } from '../../scoring/outcome.ts';
import { scoreResponse } from '../../scoring/score.ts';
import { GRACE } from '../../taking/attempt.ts';
import { parseSlotGrades, type SlotGrade } from '../store/grade.ts';
import { selectQuestionVersions } from '../store/quiz-version.ts';
import { parseAnswer, typedInSql } from '../store/response.ts';
import type { Db } from '../store/store.ts';

/** Between the parts of a line, and between lines; JSON text has neither. */
const PART = '\t';
const LINE = '\n';

const Row = v.object({
	/** Position and id of each question version, in no order. */
	questions: v.string(),
	/** Points of each place; null while it is not marked. */
	points: v.nullable(v.string()),
	/** Position, revision, arrival and text of each answer that may count, in no order. */
	answers: v.nullable(v.string())
});

/**
 * Health of some questions over the first submitted attempts in all classes that the teacher teaches;
 * deleted classes and removed learners are left out.
 * @returns by question version; one that nobody was asked is there with nothing counted
 */
export async function selectQuestionHealth(
	db: Db,
	teacherId: string,
	questionVersionIds: readonly string[]
): Promise<Map<string, ItemStatistics>> {
	const versions = await selectQuestionVersions(db, questionVersionIds);
	const wanted = new Map(
		[...versions].map(([id, { question }]): [string, Asked] => [
			id,
			{ tries: [], read: answerReader(question) }
		])
	);
	const placesOf = placeReader();
	const shareOf = shareMaker();
	for (const classId of await selectTaughtClasses(db, teacherId)) {
		for (const row of await selectTold(db, classId, questionVersionIds)) {
			const { questions, points, answers } = v.parse(Row, row);
			if (points === null) continue;
			const grades = parseSlotGrades(points);
			const rests = restsOf(grades);
			const counted = countedAnswers(answers);
			for (const { position, id } of placesOf(questions)) {
				const asked = wanted.get(id);
				const grade = grades[position];
				if (!asked || !grade) continue;
				const text = counted[position];
				const { state, picks, sureButWrong } = text === undefined ? notReached : asked.read(text);
				const rest = rests[position] ?? null;
				asked.tries.push({ state, picks, sureButWrong, share: shareOf(grade), rest });
			}
		}
		await setImmediate();
	}
	return new Map([...wanted].map(([id, { tries }]) => [id, itemStatistics(tries)]));
}

async function selectTaughtClasses(db: Db, teacherId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('class_teacher')
		.innerJoin('class', 'class.id', 'class_teacher.class_id')
		.select('class.id')
		.where('class_teacher.teacher_id', '=', teacherId)
		.where('class.deleted_at', 'is', null)
		.execute();
	return rows.map(({ id }) => v.parse(v.string(), id));
}

/** Attempts of a class at quizzes that ask, or may ask, at least one of the questions. */
async function selectTold(db: Db, classId: string, questionVersionIds: readonly string[]) {
	if (questionVersionIds.length === 0) return [];
	const part = sql.lit(PART);
	const line = sql.lit(LINE);
	// The rule of `countingResponse`: what was told before does not count, nor what came too late.
	const { rows } = await sql`
		select
			(select string_agg(position || ${part} || question_version_id, ${line})
				from attempt_slot where attempt_slot.attempt_id = attempt.id) as questions,
			(select slot_points from grade
				where grade.attempt_id = attempt.id order by n desc limit 1) as points,
			(select string_agg(position || ${part} || revision || ${part} || received_at || ${part} ||
					answer, ${line})
				from response
				where response.attempt_id = attempt.id and told = 0 and (
					attempt.deadline_at is null or ${typedInSql} or (answered_at <= attempt.deadline_at
						and received_at <= attempt.deadline_at + ${sql.lit(GRACE)}))) as answers
		from learner
		join attempt on attempt.learner_id = learner.id
		where learner.class_id = ${classId} and learner.removed_at is null
			and attempt.state = 'submitted' and attempt.n = 1
			and attempt.assignment_id in (
				select assignment.id from assignment
				join quiz_version_question
					on quiz_version_question.quiz_version_id = assignment.quiz_version_id
				where quiz_version_question.question_version_id in (${sql.join(questionVersionIds)}))
	`.execute(db);
	return rows;
}

interface Placed {
	position: number;
	id: string;
}

/** Reads each text once: where all are asked the same, there is one. */
function placeReader(): (questions: string) => Placed[] {
	const known = new Map<string, Placed[]>();
	return (questions) => {
		let places = known.get(questions);
		if (!places) {
			places = questions.split(LINE).map((line) => {
				const [position, id = ''] = line.split(PART);
				return { position: Number(position), id };
			});
			known.set(questions, places);
		}
		return places;
	};
}

/** What a place brought, as a share of its maximum; equal ones are one object. */
function shareMaker(): (grade: SlotGrade) => Fraction {
	const known = new Map<number, Map<number, Fraction>>();
	return ({ n, d, max }) => {
		if (max === 0) return zero;
		let ofWhole = known.get(d * max);
		if (!ofWhole) known.set(d * max, (ofWhole = new Map<number, Fraction>()));
		let share = ofWhole.get(n);
		if (!share) ofWhole.set(n, (share = fraction(n, d * max)));
		return share;
	};
}

/** Of each place the text of the answer that counts: the highest revision, of equal ones the last. */
function countedAnswers(lines: string | null): (string | undefined)[] {
	const counted: (string | undefined)[] = [];
	const ranks: [revision: number, arrival: number][] = [];
	for (const line of lines?.split(LINE) ?? []) {
		const first = line.indexOf(PART);
		const second = line.indexOf(PART, first + 1);
		const third = line.indexOf(PART, second + 1);
		const position = Number(line.slice(0, first));
		const revision = Number(line.slice(first + 1, second));
		const arrival = Number(line.slice(second + 1, third));
		const best = ranks[position];
		if (best && (best[0] > revision || (best[0] === revision && best[1] > arrival))) continue;
		ranks[position] = [revision, arrival];
		counted[position] = line.slice(third + 1);
	}
	return counted;
}

/** For each place the share that all others brought; dropped ones are in no sum. */
function restsOf(grades: readonly SlotGrade[]): (number | null)[] {
	let points = 0;
	let max = 0;
	for (const grade of grades)
		if (!grade.dropped) {
			points += grade.n / grade.d;
			max += grade.max;
		}
	return grades.map((grade) => {
		const own = grade.dropped
			? { points: 0, max: 0 }
			: { points: grade.n / grade.d, max: grade.max };
		if (max === own.max) return null;
		// Adding and taking away leaves dust that would look like a difference.
		return Math.round(((points - own.points) / (max - own.max)) * 1e9) / 1e9;
	});
}

interface Asked {
	tries: ItemTry[];
	read: (text: string) => ReadAnswer;
}

interface ReadAnswer {
	state: 'skipped' | 'answered';
	picks: string[];
	sureButWrong: boolean;
}

/** Reads and judges each answer once: thousands of learners give the same few. */
function answerReader(question: Question): Asked['read'] {
	const known = new Map<string, ReadAnswer>();
	return (text) => {
		let read = known.get(text);
		if (!read) known.set(text, (read = judge(question, text)));
		return read;
	};
}

function judge(question: Question, text: string): ReadAnswer {
	const { response, certainty } = parseAnswer(text);
	const score = scoreResponse(response, question);
	if (isInvalid(score) || !score.answered)
		return { state: 'skipped', picks: [], sureButWrong: false };
	const right = ratedRight({ question, response, certainty, score });
	return {
		state: 'answered',
		picks: picksOf(response),
		sureButWrong: isSureButWrong(certainty, right)
	};
}

const notReached = { state: 'not-reached', picks: [], sureButWrong: false } as const;
