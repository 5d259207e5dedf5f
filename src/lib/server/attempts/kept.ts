// What the server keeps in memory so that an answer costs few queries: only rows that never change.

import { articleView } from '../../study/article-view.ts';
import type { ArticleView } from '../../study/view.ts';
import { selectSlots, type AttemptSlotRow } from '../store/attempt.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import {
	selectQuestionVersions,
	selectQuizQuestions,
	selectQuizVersion,
	type QuestionVersionRow
} from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';

/** A map that forgets what was asked for least lately. */
export class Bounded<Value> {
	readonly #most: number;
	readonly #values = new Map<string, Value>();

	constructor(most: number) {
		this.#most = most;
	}

	get(key: string): Value | undefined {
		const value = this.#values.get(key);
		if (value !== undefined) this.set(key, value);
		return value;
	}

	set(key: string, value: Value): void {
		this.#values.delete(key);
		this.#values.set(key, value);
		const [oldest] = this.#values.keys();
		if (this.#values.size > this.#most && oldest !== undefined) this.#values.delete(oldest);
	}
}

/** Several packs' questions. */
const questions = new Bounded<QuestionVersionRow>(2000);
/** Several classes that take a quiz at once. */
const slots = new Bounded<AttemptSlotRow[]>(600);
const quizzes = new Bounded<QuestionVersionRow[]>(50);
const articles = new Bounded<ArticleView>(50);

/** Question versions by id of the row, parsed once. */
export async function questionsOf(
	db: Db,
	ids: readonly string[]
): Promise<Map<string, QuestionVersionRow>> {
	const found = new Map<string, QuestionVersionRow>();
	for (const id of ids) {
		const row = questions.get(id);
		if (row) found.set(id, row);
	}
	const missing = ids.filter((id) => !found.has(id));
	if (missing.length === 0) return found;
	for (const [id, row] of await selectQuestionVersions(db, missing)) {
		questions.set(id, row);
		found.set(id, row);
	}
	return found;
}

/** What an attempt asks, in its order. */
export async function slotsOf(db: Db, attemptId: string): Promise<AttemptSlotRow[]> {
	const known = slots.get(attemptId);
	if (known) return known;
	const rows = await selectSlots(db, attemptId);
	if (rows.length > 0) slots.set(attemptId, rows);
	return rows;
}

/** What a quiz version may draw, in its order. */
export async function quizQuestionsOf(
	db: Db,
	quizVersionId: string
): Promise<QuestionVersionRow[]> {
	const known = quizzes.get(quizVersionId);
	if (known) return known;
	const rows = await selectQuizQuestions(db, quizVersionId);
	quizzes.set(quizVersionId, rows);
	return rows;
}

/** The article that a quiz version is about. */
export async function articleOf(db: Db, quizVersionId: string): Promise<ArticleView> {
	const known = articles.get(quizVersionId);
	if (known) return known;
	const { pack_version_id } = await selectQuizVersion(db, quizVersionId);
	const { pack } = await selectPackVersionById(db, pack_version_id);
	const article = articleView(pack);
	articles.set(quizVersionId, article);
	return article;
}
