// What one attempt asks, in which order and with its options in which order: drawn from stored rows,
// the same for the same seed.

import { keyPlaces } from '../../questions/places.ts';
import { publicQuestion } from '../../questions/public.ts';
import { shuffle } from '../../questions/random.ts';
import { drawQuestions, parseWish } from '../../study/draw.ts';
import type { Policy } from '../../taking/policy.ts';
import type { AttemptSlotRow } from '../store/attempt.ts';
import type { QuestionVersionRow, QuizVersionRow } from '../store/quiz-version.ts';

interface Draw {
	attemptId: string;
	quiz: QuizVersionRow;
	/** What the quiz version may draw, in its order. */
	questions: readonly QuestionVersionRow[];
	order: Policy['order'];
	/** Of this attempt. */
	seed: string;
}

/** The slots of an attempt; unmarked questions stay at the end. */
export function drawSlots({ attemptId, quiz, questions, order, seed }: Draw): AttemptSlotRow[] {
	const chosen = choose(quiz, questions, order, seed);
	// Where all get the same, their options stand in the same order too, to be talked about.
	const shownBy = order === 'same' ? quiz.blueprint.seed : seed;
	const places = keyPlaces(
		chosen.map(({ question }) => question),
		shownBy
	);
	return chosen.map(({ id, question }, position) => ({
		attempt_id: attemptId,
		position,
		question_version_id: id,
		shown: publicQuestion(question, shownBy, places.get(question.id)),
		max_points: question.max
	}));
}

function choose(
	quiz: QuizVersionRow,
	questions: readonly QuestionVersionRow[],
	order: Policy['order'],
	seed: string
): QuestionVersionRow[] {
	if (order === 'same') return [...questions];
	const wish = order === 'variant' ? parseWish(quiz.blueprint.draw) : undefined;
	// A list that was picked by hand has nothing else to draw: each gets all of it, mixed.
	if (!wish) {
		const mixed = shuffle(questions, `${seed}/order`);
		const last = (row: QuestionVersionRow) => Number(row.question.max === 0);
		return mixed.sort((a, b) => last(a) - last(b));
	}
	const byId = new Map(questions.map((row) => [row.question.id, row]));
	const bank = questions.map(({ question }) => question);
	return drawQuestions(bank, wish, seed).flatMap(({ id }) => byId.get(id) ?? []);
}
