// An assignment on paper: article and questions as the class gets them, and a teacher's sheet with key,
// reasons, prompts for a talk, and the glossary.

import { keySentences } from '../../questions/key.ts';
import type { GlossaryEntry } from '../../questions/pack.ts';
import type { PublicQuestion } from '../../questions/public.ts';
import type { Skill } from '../../questions/skills.ts';
import { unanswered } from '../../scoring/outcome.ts';
import { articleView } from '../../study/article-view.ts';
import { explain } from '../../study/explain.ts';
import type { ArticleView, Explanation } from '../../study/view.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { selectWorksheet } from '../assignments/worksheet.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import type { Db } from '../store/store.ts';

export interface TeacherSheet {
	title: string;
	article: ArticleView;
	/** The article lies closed while the class answers. */
	fromMemory: boolean;
	/** Each learner draws their own on a device; the sheet has one draw for all. */
	varied: boolean;
	questions: { n: number; question: PublicQuestion; explanation: Explanation }[];
	/** What to talk about: three skills of the quiz with the sentences that their keys rest on. */
	prompts: { skill: Skill; sentences: number[] }[];
	glossary: Pick<GlossaryEntry, 'word' | 'means'>[];
}

const PROMPTS = 3;
/** More would be an essay on the whole text. */
const SENTENCES = 3;

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function readTeacherSheet(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	assignmentId: string
): Promise<TeacherSheet> {
	const { assignment } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	const { packVersionId, slots, questions: rows } = await selectWorksheet(db, assignment);
	const { pack } = await selectPackVersionById(db, packVersionId);
	const asked = slots.flatMap(({ question_version_id, shown }) => {
		const question = rows.get(question_version_id)?.question;
		return question ? [{ question, shown }] : [];
	});
	const skills = [...new Set(asked.map(({ question }) => question.skill))];
	return {
		title: assignment.title,
		article: articleView(pack),
		fromMemory: assignment.policy.article === 'memory',
		varied: assignment.policy.order === 'variant',
		questions: asked.map(({ question, shown }, i) => {
			const open = {
				question,
				response: null,
				certainty: null,
				score: unanswered(question),
				reached: true
			};
			return { n: i + 1, question: shown, explanation: explain(open, shown) };
		}),
		// What opens a talk best comes first: where the text is silent, at odds, or only somebody's word.
		prompts: [...talkative.filter((skill) => skills.includes(skill)), ...skills]
			.filter((skill, i, all) => all.indexOf(skill) === i)
			.slice(0, PROMPTS)
			.map((skill) => {
				const about = asked.find(({ question }) => question.skill === skill)?.question;
				return { skill, sentences: about ? keySentences(about).slice(0, SENTENCES) : [] };
			}),
		glossary: pack.glossary.map(({ word, means }) => ({ word, means }))
	};
}

const talkative: Skill[] = [
	'missing-voices',
	'conflict',
	'not-stated',
	'source-type',
	'headline',
	'certainty',
	'fact-opinion'
];
