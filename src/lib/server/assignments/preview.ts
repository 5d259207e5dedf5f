// An assignment as a learner meets it, for a teacher to step through. Nothing is stored; what is tried
// is marked and forgotten.

import { responseFromForm } from '../../questions/response.ts';
import { asksCertainty } from '../../scoring/rated.ts';
import { isInvalid, unanswered } from '../../scoring/outcome.ts';
import { scoreResponse } from '../../scoring/score.ts';
import { readCertainty } from '../../study/answers.ts';
import { articleView } from '../../study/article-view.ts';
import { explain } from '../../study/explain.ts';
import type { StepView } from '../../study/view.ts';
import type { Policy } from '../../taking/policy.ts';
import { requireAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { drawSlots } from '../attempts/slots.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import { selectQuizQuestions, selectQuizVersion } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';

export interface PreviewView {
	id: string;
	title: string;
	order: Policy['order'];
	/** How many questions; `n` is one more at the end. */
	total: number;
	n: number;
	/** null past the last question. */
	step: Extract<StepView, { kind: 'question' | 'explanation' }> | null;
}

/**
 * @param params `n` is the question, 1-based; `key` shows its key; the fields of an answer, with
 *   `do=check`, show what became of it; `do=skip` goes on
 * @throws Trouble `not-yours`
 */
export async function selectPreview(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	params: URLSearchParams
): Promise<PreviewView> {
	const { id, title, policy, quiz_version_id } = await requireAssignment(db, teacher, assignmentId);
	const quiz = await selectQuizVersion(db, quiz_version_id);
	const { pack } = await selectPackVersionById(db, quiz.pack_version_id);
	const rows = await selectQuizQuestions(db, quiz.id);
	const slots = drawSlots({
		attemptId: 'preview',
		quiz,
		questions: rows,
		order: policy.order,
		seed: 'preview'
	});
	const total = slots.length;
	const asked = Number(params.get('n') ?? '1') + (params.get('do') === 'skip' ? 1 : 0);
	const n = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), total + 1) : 1;
	const slot = slots[n - 1];
	const row = rows.find((one) => one.id === slot?.question_version_id);
	const about = { id, title, order: policy.order, total, n };
	if (!slot || !row) return { ...about, step: null };

	const { question } = row;
	const common = {
		article: articleView(pack),
		articleOpen: policy.article === 'open' || /\bsentences? \d/iu.test(question.stem),
		path: `/teach/assignments/${id}/preview`,
		quiz: '',
		answers: '',
		slots: slots.map(() => 'unseen' as const),
		n,
		question: slot.shown
	};
	const read = params.get('do') === 'check' ? responseFromForm(question, params) : null;
	const response = read && 'response' in read ? read.response : null;
	const score = scoreResponse(response, question);
	if (params.has('key') || (response !== null && !isInvalid(score))) {
		const certainty = readCertainty(params.get('sure'));
		const marked = { question, response, certainty, reached: true };
		const step = {
			...common,
			kind: 'explanation' as const,
			explanation: explain(
				{ ...marked, score: isInvalid(score) ? unanswered(question) : score },
				slot.shown
			)
		};
		return { ...about, step };
	}
	return {
		...about,
		step: {
			...common,
			kind: 'question',
			asksCertainty: policy.certainty && asksCertainty(question.kind),
			notice: read && 'fault' in read ? read.fault : null,
			filled: []
		}
	};
}
