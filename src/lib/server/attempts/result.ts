// What a learner sees of an attempt that is handed in: as much as the policy tells now.

import { requireLearner } from '../access.ts';
import type { LearnerActor } from '../actor.ts';
import { selectGrant } from '../assignments/recompute.ts';
import type { PublicQuestion } from '../../questions/public.ts';
import type { ArticleView } from '../../study/view.ts';
import type { AttemptSheet, AttemptState, SlotState } from '../../taking/attempt.ts';
import { selectAttemptsOf, selectOptionalAttempt, type AttemptRow } from '../store/attempt.ts';
import { selectOptionalClass } from '../store/class.ts';
import { selectGrades } from '../store/grade.ts';
import type { Db } from '../store/store.ts';
import { sheetOf } from './sheet.ts';
import { refusalOf } from './start.ts';
import { isRegrade } from './state.ts';
import { selectAround } from './around.ts';

export interface AttemptResult {
	assignment: { id: string; title: string };
	className: string;
	learner: AttemptSheet['learner'];
	n: number;
	endedBy: NonNullable<AttemptRow['submitted_by']>;
	submittedAt: number;
	state: Omit<AttemptState, 'slots'>;
	/** More may be told once the teacher closes it, since it has no due date. */
	moreOnceClosed: boolean;
	questions: { n: number; stem: string; about: string | null; slot: SlotState }[];
	/** Why the teacher marked it again, where they did; null where no mark is told. */
	regradedFor: string | null;
	/** For the sentences that reasons cite; null where no reason is told. */
	article: ArticleView | null;
	lang: string;
	/** May be taken once more. */
	again: boolean;
}

/**
 * @returns undefined while the attempt is open
 * @throws Trouble `join-first`, `not-yours`
 */
export async function resultFor(
	db: Db,
	learner: LearnerActor | null,
	attemptId: string,
	now: number
): Promise<AttemptResult | undefined> {
	const sheet = await sheetOf(db, learner, attemptId, now);
	const attempt = await selectOptionalAttempt(db, attemptId);
	if (!attempt || sheet.state.state === 'open') return undefined;
	const { slots, ...state } = sheet.state;
	const { feedback } = sheet.policy;
	return {
		assignment: sheet.assignment,
		className: sheet.className,
		learner: sheet.learner,
		n: sheet.n,
		endedBy: attempt.submitted_by ?? 'learner',
		submittedAt: attempt.submitted_at ?? now,
		state,
		moreOnceClosed: state.moreAt === null && state.feedback !== feedback.due,
		questions: sheet.questions.map((question, i) => ({
			n: i + 1,
			stem: question.stem,
			about: aboutOf(question),
			slot: slots[i] ?? emptySlot
		})),
		article: state.feedback === 'explanations' ? sheet.article : null,
		lang: sheet.article.lang,
		regradedFor: state.score?.regraded ? await reasonOf(db, attemptId) : null,
		again: await mayTakeAgain(db, requireLearner(learner), attempt, now)
	};
}

const emptySlot: SlotState = {
	revision: 0,
	response: null,
	certainty: null,
	skipped: false,
	late: false,
	feedback: null
};

/** A statement or a passage that the stem speaks of. */
function aboutOf(question: PublicQuestion): string | null {
	if (question.kind === 'verdict') return question.statement;
	return 'passage' in question ? (question.passage?.words ?? null) : null;
}

const reasonOf = async (db: Db, attemptId: string): Promise<string | null> =>
	(await selectGrades(db, attemptId)).findLast(isRegrade)?.reason ?? null;

async function mayTakeAgain(
	db: Db,
	{ id, classId }: LearnerActor,
	attempt: AttemptRow,
	now: number
): Promise<boolean> {
	const mine = await selectAttemptsOf(db, attempt.assignment_id, id);
	if (mine.some(({ state }) => state === 'open')) return false;
	const { assignment, dates } = await selectAround(db, attempt);
	const grant = await selectGrant(db, id, attempt.assignment_id);
	const group = await selectOptionalClass(db, classId);
	return (
		group?.archived_at === null &&
		refusalOf({ assignment, dates, grant }, mine.length, now) === null
	);
}
