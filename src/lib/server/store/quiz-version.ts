// Rows of question_version, quiz_version and quiz_version_question: what an assignment may ask, for ever.

import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Question } from '../../questions/schema.ts';
import { newId } from './ids.ts';
import type { Db } from './store.ts';

const QuestionRow = v.pipe(
	v.object({
		id: v.string(),
		pack_version_id: v.string(),
		ref: v.string(),
		hash: v.string(),
		content: v.string(),
		created_at: v.number()
	}),
	// Proved when its pack was built; rows never change.
	v.transform(({ content, ...row }) => ({ ...row, question: JSON.parse(content) as Question }))
);
export type QuestionVersionRow = v.InferOutput<typeof QuestionRow>;

/** What the quiz was made of: how it was drawn, or 'picked' by hand. */
const Blueprint = v.object({ v: v.literal(1), draw: v.string(), seed: v.string() });
export type Blueprint = v.InferOutput<typeof Blueprint>;

const QuizRow = v.object({
	id: v.string(),
	pack_version_id: v.string(),
	blueprint: v.pipe(v.string(), v.parseJson(), Blueprint),
	created_at: v.number()
});
export type QuizVersionRow = v.InferOutput<typeof QuizRow>;

/** How many rows go into one statement: SQLite takes a limited number of parameters. */
const ROWS_AT_ONCE = 100;

/**
 * Stores the questions of a pack version unless they are there.
 * @returns all of them, by the question's id inside its pack
 */
export async function insertQuestionVersions(
	db: Db,
	packVersionId: string,
	bank: readonly Question[],
	now: number
): Promise<Map<string, QuestionVersionRow>> {
	const known = await selectQuestionVersionsOfPack(db, packVersionId);
	const missing = bank.filter(({ id }) => !known.has(id));
	for (let i = 0; i < missing.length; i += ROWS_AT_ONCE) {
		await db
			.insertInto('question_version')
			.values(
				missing.slice(i, i + ROWS_AT_ONCE).map((question) => {
					const content = JSON.stringify(question);
					const hash = createHash('sha256').update(content).digest('hex');
					return {
						id: newId(),
						pack_version_id: packVersionId,
						ref: question.id,
						hash,
						content,
						created_at: now
					};
				})
			)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	return missing.length > 0 ? selectQuestionVersionsOfPack(db, packVersionId) : known;
}

/** By the question's id inside its pack. */
export async function selectQuestionVersionsOfPack(
	db: Db,
	packVersionId: string
): Promise<Map<string, QuestionVersionRow>> {
	const rows = await db
		.selectFrom('question_version')
		.selectAll()
		.where('pack_version_id', '=', packVersionId)
		.execute();
	return new Map(rows.map((row) => v.parse(QuestionRow, row)).map((row) => [row.ref, row]));
}

/** By id of the row. */
export async function selectQuestionVersions(
	db: Db,
	ids: readonly string[]
): Promise<Map<string, QuestionVersionRow>> {
	const found = new Map<string, QuestionVersionRow>();
	const wanted = [...new Set(ids)];
	for (let i = 0; i < wanted.length; i += ROWS_AT_ONCE) {
		const rows = await db
			.selectFrom('question_version')
			.selectAll()
			.where('id', 'in', wanted.slice(i, i + ROWS_AT_ONCE))
			.execute();
		for (const row of rows) found.set(row.id, v.parse(QuestionRow, row));
	}
	return found;
}

export async function insertQuizVersion(
	db: Db,
	quiz: QuizVersionRow,
	questionVersionIds: readonly string[]
): Promise<void> {
	await db
		.insertInto('quiz_version')
		.values({ ...quiz, blueprint: JSON.stringify(quiz.blueprint) })
		.execute();
	for (let i = 0; i < questionVersionIds.length; i += ROWS_AT_ONCE) {
		await db
			.insertInto('quiz_version_question')
			.values(
				questionVersionIds.slice(i, i + ROWS_AT_ONCE).map((id, at) => ({
					quiz_version_id: quiz.id,
					position: i + at,
					question_version_id: id
				}))
			)
			.execute();
	}
}

/** @throws when it is not there */
export async function selectQuizVersion(db: Db, id: string): Promise<QuizVersionRow> {
	const row = await db
		.selectFrom('quiz_version')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return v.parse(QuizRow, row);
}

/** What the quiz version may draw, in its order. */
export async function selectQuizQuestions(
	db: Db,
	quizVersionId: string
): Promise<QuestionVersionRow[]> {
	const rows = await db
		.selectFrom('quiz_version_question')
		.innerJoin(
			'question_version',
			'question_version.id',
			'quiz_version_question.question_version_id'
		)
		.selectAll('question_version')
		.where('quiz_version_id', '=', quizVersionId)
		.orderBy('position')
		.execute();
	return rows.map((row) => v.parse(QuestionRow, row));
}
