// One question of an assignment for a room to look at: as it was asked, how the class answered, why, and
// what could be checked next. Counts and no names.

import { buildArticle } from '../../article/article.ts';
import type { SourceKind } from '../../facts/schema.ts';
import type { PackVersion } from '../../questions/pack.ts';
import { publicQuestion, type PublicQuestion } from '../../questions/public.ts';
import { unanswered } from '../../scoring/outcome.ts';
import { tallyOf, type Tally } from '../../scoring/tally.ts';
import { explain } from '../../study/explain.ts';
import { Trouble } from '../../study/trouble.ts';
import type { Explanation } from '../../study/view.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { selectWorksheet, type Worksheet } from '../assignments/worksheet.ts';
import { countingResponse } from '../attempts/marking.ts';
import { selectAttemptsOfClass, selectSlotKeys, type SlotKey } from '../store/attempt.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import { selectQuizVersion } from '../store/quiz-version.ts';
import { selectResponsesOf } from '../store/response.ts';
import type { Db } from '../store/store.ts';

export interface Projected {
	title: string;
	className: string;
	/** Of the article and its questions. */
	lang: string;
	/** 1-based. */
	n: number;
	total: number;
	question: PublicQuestion;
	tally: Tally;
	explanation: Explanation;
	/** Text of every sentence of the article, by number. */
	sentences: Record<number, string>;
	/** On whose word it rests: voices of the sentences that settle it, by first appearance. */
	voices: { name: string; kind: SourceKind }[];
}

/**
 * @param n 1-based; past either end the nearest question
 * @throws Trouble `sign-in-first`, `not-yours`, `nothing-to-ask`
 */
export async function readProjected(
	db: Db,
	teacher: TeacherActor | null,
	{ classId, assignmentId }: { classId: string; assignmentId: string },
	n: number
): Promise<Projected> {
	const { assignment, group } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const sheet = await selectWorksheet(db, assignment);
	// Of each learner the first attempt, since a later one repeats what was told; a pair has one.
	const attempts = (await selectAttemptsOfClass(db, classId, assignmentId)).filter(
		(attempt) => attempt.n === 1
	);
	const ids = attempts.map(({ id }) => id);
	const slots = await selectSlotKeys(db, ids);
	const isVariant = assignment.policy.order === 'variant';
	const asked = isVariant
		? mostHad([...slots.values()])
		: sheet.slots.map((slot) => slot.question_version_id);
	const questions = asked.length > 0 ? asked : sheet.slots.map((slot) => slot.question_version_id);
	const at = Math.min(Math.max(1, n), questions.length);
	const id = questions[at - 1];
	const question = id === undefined ? undefined : sheet.questions.get(id)?.question;
	if (!question) throw new Trouble('nothing-to-ask');

	const { blueprint } = await selectQuizVersion(db, assignment.quiz_version_id);
	const shown = shownOn(sheet, id ?? '') ?? publicQuestion(question, blueprint.seed);
	const responses = await selectResponsesOf(db, ids);
	const given = attempts.flatMap((attempt) => {
		const slot = slots.get(attempt.id)?.find((one) => one.question_version_id === id);
		const counted =
			slot && countingResponse(responses.get(attempt.id) ?? [], slot.position, attempt.deadline_at);
		return counted?.answer.response ?? [];
	});
	const { pack } = await selectPackVersionById(db, sheet.packVersionId);
	const explanation = explain(
		{ question, response: null, certainty: null, score: unanswered(question), reached: true },
		shown
	);
	const article = buildArticle(pack.text, pack.blocks);
	return {
		title: assignment.title,
		className: group.name,
		lang: pack.lang,
		n: at,
		total: questions.length,
		question: shown,
		tally: tallyOf(question, shown, given),
		explanation,
		sentences: Object.fromEntries(article.sentences.map((one) => [one.n, one.text])),
		voices: voicesOf(pack, explanation.settledIn)
	};
}

const shownOn = ({ slots }: Worksheet, questionVersionId: string): PublicQuestion | undefined =>
	slots.find((slot) => slot.question_version_id === questionVersionId)?.shown;

/** Where each learner draws their own: the questions that most had, as many as one has at the most. */
function mostHad(slots: readonly SlotKey[][]): string[] {
	const had = new Map<string, { times: number; position: number }>();
	for (const { question_version_id: id, position } of slots.flat()) {
		const before = had.get(id) ?? { times: 0, position };
		had.set(id, {
			times: before.times + 1,
			position: Math.min(before.position, position)
		});
	}
	const most = Math.max(0, ...slots.map(({ length }) => length));
	return [...had]
		.sort(([, a], [, b]) => b.times - a.times || a.position - b.position)
		.slice(0, most)
		.map(([id]) => id);
}

function voicesOf({ xray }: PackVersion, sentences: readonly number[]): Projected['voices'] {
	const heard = new Set(
		xray.voice.filter(({ sentence }) => sentences.includes(sentence)).map(({ voice }) => voice)
	);
	return xray.voices.filter(({ id }) => heard.has(id)).map(({ name, kind }) => ({ name, kind }));
}
