// What one assignment in one class brought: who handed in, how the scores lie, how each question did,
// which sentences were hard to read, and the skills. Statistics are over each learner's first attempt,
// a pair counted once; marks in the list of learners are the ones that count.

import { buildArticle } from '../../article/article.ts';
import { keySentences } from '../../questions/key.ts';
import type { Question } from '../../questions/schema.ts';
import type { PackVersion } from '../../questions/pack.ts';
import { ratedRight } from '../../scoring/certainty.ts';
import { toPercent, toTenths } from '../../scoring/fraction.ts';
import { sentenceHeat } from '../../scoring/heat.ts';
import { isSureButWrong, type ItemStatistics } from '../../scoring/item-statistics.ts';
import { nextExercise, skillProfile } from '../../scoring/profile.ts';
import type { Skill } from '../../questions/skills.ts';
import { articleView } from '../../study/article-view.ts';
import type { ArticleView } from '../../study/view.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import type { MarkedSlot } from '../attempts/marking.ts';
import { settleOverdue } from '../attempts/settle.ts';
import { selectAttemptsOfClass, type AttemptRow } from '../store/attempt.ts';
import { selectExcusedOfClass } from '../store/assignment.ts';
import { selectMarksOfClass, type MarkRow } from '../store/grade.ts';
import { selectLearners } from '../store/learner.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import { selectQuizQuestions, selectQuizVersion } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { choicesOf, type ChoiceLine } from './choices.ts';
import { cellOf, meanShare, type Cell } from './counting.ts';
import { selectQuestionHealth } from './health.ts';
import { forStatistics, kept, markAttempts } from './marked.ts';

/** Strength of the highlighter over a sentence: 0 for none, up to 4. */
export type HeatStep = 0 | 1 | 2 | 3 | 4;

export interface HeatLine {
	sentence: number;
	/** Answers whose key cites it. */
	answers: number;
	/** Whole percent; null below five answers. */
	percent: number | null;
	step: HeatStep;
	/** Answers that were certain and wrong. */
	sureButWrong: number;
}

export interface QuestionLine {
	questionVersionId: string;
	stem: string;
	/** A statement or passage that the stem is about. */
	about: string | null;
	kind: Question['kind'];
	skill: Skill;
	marked: boolean;
	health: Pick<
		ItemStatistics,
		'reached' | 'notReached' | 'skipped' | 'standing' | 'sureButWrong'
	> & { facility: number | null; pointBiserial: string | null };
	choices: ChoiceLine[];
}

export interface LearnerResult {
	id: string;
	nickname: string;
	cell: Cell;
	submittedAt: number | null;
	/** Answers that came after the deadline and count. */
	late: number;
	/** Of a pair: with whom. */
	partner: string | null;
}

export interface ScoreBand {
	/** Whole percent, from inclusive; to exclusive but for the last. */
	from: number;
	to: number;
	attempts: number;
}

export interface SkillResult {
	skill: Skill;
	answers: number;
	missed: number;
	points: string;
	max: number;
	percent: number | null;
}

export interface AssignmentResults {
	title: string;
	learners: LearnerResult[];
	handedIn: number;
	/** Submitted first attempts, a pair counted once: what all figures below are over. */
	attempts: number;
	mean: number | null;
	bands: ScoreBand[];
	questions: QuestionLine[];
	article: ArticleView;
	heat: HeatLine[];
	reread: (HeatLine & { text: string })[];
	skills: SkillResult[];
	next: { skill: Skill; missed: number; of: number } | null;
}

/** How many sentences are named to be read again. */
const TO_REREAD = 3;

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function readAssignmentResults(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	assignmentId: string,
	now: number
): Promise<AssignmentResults> {
	const { assignment } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	await settleOverdue(db, { assignmentId }, now);
	const quiz = await selectQuizVersion(db, assignment.quiz_version_id);
	const { pack } = await selectPackVersionById(db, quiz.pack_version_id);
	const attempts = await selectAttemptsOfClass(db, classId, assignmentId);
	const marked = await markAttempts(db, attempts);
	const counted = new Set(forStatistics(attempts).map(({ id }) => id));
	const first = marked.filter(({ attempt }) => counted.has(attempt.id));
	const slots = first.flatMap((one) => kept(one.slots));

	const late = new Map(
		marked.map(({ attempt, slots: own }) => [attempt.id, own.filter((slot) => slot.late).length])
	);
	const marks = (await selectMarksOfClass(db, classId)).filter(
		({ assignment_id }) => assignment_id === assignmentId
	);
	const excused = await selectExcusedOfClass(db, classId);
	const members = await selectLearners(db, classId);
	const nameOf = new Map(members.map(({ id, nickname }) => [id, nickname]));
	const learners = members.map(({ id, nickname }): LearnerResult => {
		const mine = marks
			.filter((row) => row.learner_id === id || row.partner_id === id)
			.sort((a, b) => a.started_at - b.started_at || a.attempt_n - b.attempt_n);
		const cell = cellOf(
			mine,
			assignment.policy.counts,
			excused.some((one) => one.assignment_id === assignmentId && one.learner_id === id)
		);
		const attempt = attempts.find((one) => 'attemptId' in cell && one.id === cell.attemptId);
		return {
			id,
			nickname,
			cell,
			submittedAt: attempt?.submitted_at ?? null,
			late: attempt ? (late.get(attempt.id) ?? 0) : 0,
			partner: partnerOf(attempt, id, nameOf)
		};
	});

	const firstMarks = marks.flatMap((row) => (counted.has(row.attempt_id) ? markOf(row) : []));
	const mean = meanShare(firstMarks);
	const heat = heatOf(pack, slots);
	const texts = new Map(
		buildArticle(pack.text, pack.blocks).sentences.map(({ n, text }) => [n, text])
	);
	const profile = skillProfile(slots);
	const next = nextExercise(profile, [...new Set(pack.bank.map(({ skill }) => skill))]);
	return {
		title: assignment.title,
		learners,
		handedIn: learners.filter(({ cell }) => cell.state === 'mark' || cell.state === 'no-mark')
			.length,
		attempts: first.length,
		mean: mean ? toPercent(mean) : null,
		bands: bandsOf(firstMarks.map(({ n, d, max }) => n / (d * max))),
		questions: await questionLines(db, requireId(teacher), assignment.quiz_version_id, first),
		article: articleView(pack),
		heat,
		reread: heat
			.filter(({ percent }) => percent !== null && percent > 0)
			.sort(
				(a, b) =>
					(b.percent ?? 0) - (a.percent ?? 0) ||
					b.sureButWrong - a.sureButWrong ||
					a.sentence - b.sentence
			)
			.slice(0, TO_REREAD)
			.map((line) => ({ ...line, text: texts.get(line.sentence) ?? '' })),
		skills: profile
			.filter(({ answers, max }) => answers > 0 && max > 0)
			.map(({ skill, answers, missed, points, max, share }) => ({
				skill,
				answers,
				missed,
				points: toTenths(points),
				max,
				percent: share && toPercent(share)
			})),
		next: next && next.of > 0 ? { skill: next.skill, missed: next.missed, of: next.of } : null
	};
}

const requireId = (teacher: TeacherActor | null): string => teacher?.id ?? '';

function partnerOf(
	attempt: AttemptRow | undefined,
	id: string,
	nameOf: ReadonlyMap<string, string>
): string | null {
	if (!attempt) return null;
	const other = attempt.learner_id === id ? attempt.partner_id : attempt.learner_id;
	return other === null ? null : (nameOf.get(other) ?? null);
}

const markOf = ({ points_n: n, points_d: d, max_points: max }: MarkRow) =>
	n === null || d === null || max === null || max === 0 ? [] : { n, d, max };

/** Ten bands of ten per cent; full marks belong to the last. */
function bandsOf(shares: readonly number[]): ScoreBand[] {
	const bands = Array.from({ length: 10 }, (_, i) => ({
		from: i * 10,
		to: (i + 1) * 10,
		attempts: 0
	}));
	for (const share of shares) {
		const band = bands[Math.min(9, Math.floor(share * 10 + 1e-9))];
		if (band) band.attempts += 1;
	}
	return bands;
}

/** Every sentence that a key cites, in order. */
function heatOf(pack: PackVersion, slots: readonly MarkedSlot[]): HeatLine[] {
	const sure = new Map<number, number>();
	for (const slot of slots)
		if (isSureButWrong(slot.certainty, ratedRight(slot)))
			for (const sentence of keySentences(slot.question))
				sure.set(sentence, (sure.get(sentence) ?? 0) + 1);
	return [...sentenceHeat(slots)].map(([sentence, { answers, heat }]) => ({
		sentence,
		answers,
		percent: heat && toPercent(heat),
		step: stepOf(heat && toPercent(heat)),
		sureButWrong: sure.get(sentence) ?? 0
	}));
}

/** A fifth and less is what any question costs; from four fifths on a sentence was hardly read. */
function stepOf(percent: number | null): HeatStep {
	if (percent === null || percent < 20) return 0;
	if (percent < 40) return 1;
	if (percent < 60) return 2;
	return percent < 80 ? 3 : 4;
}

/** Questions that were asked here, in the quiz's order; where each drew their own, only those drawn. */
async function questionLines(
	db: Db,
	teacherId: string,
	quizVersionId: string,
	marked: readonly { slots: readonly MarkedSlot[] }[]
): Promise<QuestionLine[]> {
	const asked = new Set(
		marked.flatMap(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId))
	);
	const versions = (await selectQuizQuestions(db, quizVersionId)).filter(({ id }) => asked.has(id));
	const health = await selectQuestionHealth(
		db,
		teacherId,
		versions.map(({ id }) => id)
	);
	return versions.flatMap(({ id, question }) => {
		const stats = health.get(id);
		if (!stats) return [];
		const { reached, notReached, skipped, standing, sureButWrong } = stats;
		return {
			questionVersionId: id,
			stem: question.stem,
			about: aboutOf(question),
			kind: question.kind,
			skill: question.skill,
			marked: question.max > 0,
			health: {
				reached,
				notReached,
				skipped,
				standing,
				sureButWrong,
				facility: stats.facility && question.max > 0 ? toPercent(stats.facility) : null,
				pointBiserial: stats.pointBiserial === null ? null : toHundredths(stats.pointBiserial)
			},
			choices: standing === 'hidden' ? [] : choicesOf(question, stats)
		};
	});
}

export function aboutOf(question: Question): string | null {
	if (question.kind === 'verdict') return question.statement;
	return 'passage' in question ? (question.passage?.words ?? null) : null;
}

/** '0.42', '−0.10': a correlation is no mark, two decimals say all it can. */
const toHundredths = (value: number): string =>
	`${value < -0.005 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
