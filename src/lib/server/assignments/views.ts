// What the pages of an assignment show: plain data for their loads.

import { choicesView, type ChoicesView } from '../../study/choices.ts';
import { drawQuestions, parseWish } from '../../study/draw.ts';
import { explain } from '../../study/explain.ts';
import type { Explanation } from '../../study/view.ts';
import { keyPlaces } from '../../questions/places.ts';
import { publicQuestion, type PublicQuestion } from '../../questions/public.ts';
import type { PackVersion } from '../../questions/pack.ts';
import type { Question } from '../../questions/schema.ts';
import { unanswered } from '../../scoring/outcome.ts';
import type { Policy } from '../../taking/policy.ts';
import type { Terms } from '../../taking/terms.ts';
import {
	requireAssignment,
	requireTaughtClass,
	requireTaughtLearner,
	requireTeacher
} from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import {
	selectAccommodations,
	selectAccommodationsOfClass,
	selectAssignmentClasses,
	selectClassAssignments,
	selectExcused,
	selectLooseAssignments,
	selectOptionalAssignmentEvenDeleted,
	type AssignmentClassRow,
	type AssignmentRow
} from '../store/assignment.ts';
import { isBegun } from '../store/attempt.ts';
import { selectTaughtClasses, type TaughtClass } from '../store/class.ts';
import { selectLearners } from '../store/learner.ts';
import { selectPackVersionById } from '../store/pack-version.ts';
import { selectQuizQuestions, selectQuizVersion, type Blueprint } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { requireWholeAssignment } from './change.ts';
import { ownGrantOf, type OwnGrant } from './deadline.ts';

export interface ClassChoice {
	id: string;
	name: string;
}

const choiceOf = ({ id, name }: TaughtClass): ClassChoice => ({ id, name });

/** Classes that can be given something. */
export async function selectClassChoices(
	db: Db,
	teacher: TeacherActor | null
): Promise<{ running: ClassChoice[]; archived: ClassChoice[] }> {
	const all = await selectTaughtClasses(db, requireTeacher(teacher).id);
	return {
		running: all.filter(({ archived_at }) => archived_at === null).map(choiceOf),
		archived: all.filter(({ archived_at }) => archived_at !== null).map(choiceOf)
	};
}

/** A question with its key, for a teacher. */
export interface BankQuestion {
	question: PublicQuestion;
	explanation: Explanation;
}

/** Every question of a pack with its key, as a teacher picks from them. */
export function bankView({ bank }: PackVersion): BankQuestion[] {
	const places = keyPlaces(bank, 'bank');
	return bank.map((question) => {
		const shown = publicQuestion(question, 'bank', places.get(question.id));
		return { question: shown, explanation: keyOf(question, shown) };
	});
}

/** The key of a question with its reasons, as if it had been left open. */
const keyOf = (question: Question, shown: PublicQuestion): Explanation =>
	explain(
		{ question, response: null, certainty: null, score: unanswered(question), reached: true },
		shown
	);

export interface ArticleChoice {
	slug: string;
	title: string;
	lang: string;
	minutes: number;
	lix: number;
	/** Written for practice. */
	invented: boolean;
	choices: ChoicesView;
}

export const articleChoice = (pack: PackVersion): ArticleChoice => ({
	slug: pack.slug,
	title: pack.title.text,
	lang: pack.lang,
	minutes: pack.minutes,
	lix: pack.lix,
	invented: pack.source.invented,
	choices: choicesView(pack)
});

/** What the teacher made that no class shows, to be found again. */
export async function selectLoose(db: Db, teacher: TeacherActor | null) {
	const rows = await selectLooseAssignments(db, requireTeacher(teacher).id);
	return rows.map(({ id, title, deleted_at }) => ({ id, title, deleted: deleted_at !== null }));
}

/** What another class had, to be used again. */
export async function selectReusable(db: Db, teacher: TeacherActor | null, classId: string) {
	const group = await requireTaughtClass(db, teacher, classId);
	const rows = await selectClassAssignments(db, classId);
	return {
		id: group.id,
		name: group.name,
		assignments: rows.map(({ assignment: { id, title } }) => ({ id, title }))
	};
}

/** What is granted to one learner, as a form shows it. */
export interface LearnerView {
	id: string;
	nickname: string;
	forThis: OwnGrant | null;
	forAll: OwnGrant | null;
	excused: boolean;
}

export interface ClassView {
	id: string;
	name: string;
	joinCode: string;
	opensAt: number;
	dueAt: number | null;
	closedAt: number | null;
	state: 'opens' | 'open' | 'due' | 'closed';
	begun: boolean;
	learners: LearnerView[];
}

export interface AssignmentView {
	id: string;
	terms: Terms;
	archivedAt: number | null;
	article: { slug: string; title: string; lang: string };
	/** 'quick', 'full', 'skill:…', 'picked'. */
	draw: string;
	/** How many questions each learner meets. */
	questions: number;
	begun: boolean;
	/** The teacher may change it for all its classes. */
	whole: boolean;
	classes: ClassView[];
	/** Classes of other teachers that have it too. */
	others: number;
	/** Classes that could get it. */
	more: ClassChoice[];
}

const termsOf = (row: AssignmentRow): Terms => ({
	title: row.title,
	timeLimitMs: row.time_limit_ms,
	attemptsAllowed: row.attempts_allowed,
	policy: row.policy
});

/**
 * An assignment with everything that can be changed about it; only its title where it was deleted.
 * @throws Trouble `not-yours`
 */
export async function selectAssignmentView(
	db: Db,
	teacher: TeacherActor | null,
	assignmentId: string,
	now: number
): Promise<AssignmentView | { id: string; deleted: string }> {
	const { id: teacherId } = requireTeacher(teacher);
	const found = await selectOptionalAssignmentEvenDeleted(db, assignmentId);
	if (found && found.deleted_at !== null) {
		await requireWholeAssignment(db, teacher, assignmentId, true);
		return { id: found.id, deleted: found.title };
	}
	const row = await requireAssignment(db, teacher, assignmentId);
	const quiz = await selectQuizVersion(db, row.quiz_version_id);
	const { pack } = await selectPackVersionById(db, quiz.pack_version_id);
	const asked = await selectQuizQuestions(db, quiz.id);
	const taught = await selectTaughtClasses(db, teacherId);
	const dates = await selectAssignmentClasses(db, assignmentId);
	const classes: ClassView[] = [];
	for (const group of taught) {
		const mine = dates.find(({ class_id }) => class_id === group.id);
		if (mine) classes.push(await classView(db, group, mine, now));
	}
	return {
		id: row.id,
		terms: termsOf(row),
		archivedAt: row.archived_at,
		article: { slug: pack.slug, title: pack.title.text, lang: pack.lang },
		draw: quiz.blueprint.draw,
		questions: lengthOf(pack, quiz.blueprint, row.policy.order, asked.length),
		begun: await isBegun(db, assignmentId),
		whole: row.teacher_id === teacherId || classes.length === dates.length,
		classes,
		others: dates.length - classes.length,
		more: taught
			.filter((group) => group.archived_at === null)
			.filter((group) => !dates.some(({ class_id }) => class_id === group.id))
			.map(choiceOf)
	};
}

/** Where each learner draws their own, the quiz is shorter than the list it is drawn from. */
function lengthOf(
	{ bank }: PackVersion,
	{ draw, seed }: Blueprint,
	order: Policy['order'],
	asked: number
): number {
	const wish = order === 'variant' ? parseWish(draw) : undefined;
	return wish ? drawQuestions(bank, wish, seed).length : asked;
}

async function classView(
	db: Db,
	group: TaughtClass,
	dates: AssignmentClassRow,
	now: number
): Promise<ClassView> {
	const granted = Map.groupBy(
		await selectAccommodationsOfClass(db, dates.assignment_id, group.id),
		({ learner_id }) => learner_id
	);
	const excused = await selectExcused(db, dates.assignment_id, group.id);
	const learners = await selectLearners(db, group.id);
	return {
		id: group.id,
		name: group.name,
		joinCode: group.join_code,
		opensAt: dates.opens_at,
		dueAt: dates.due_at,
		closedAt: dates.closed_at,
		state: runsAt(dates, now),
		begun: await isBegun(db, dates.assignment_id, group.id),
		learners: learners.map(({ id, nickname }) => ({
			id,
			nickname,
			forThis: ownGrantOf(granted.get(id) ?? [], 'this'),
			forAll: ownGrantOf(granted.get(id) ?? [], 'all'),
			excused: excused.has(id)
		}))
	};
}

/** What an assignment is for a class at a moment. */
function runsAt(
	{ opens_at, due_at, closed_at }: AssignmentClassRow,
	now: number
): ClassView['state'] {
	if (closed_at !== null) return 'closed';
	if (now < opens_at) return 'opens';
	return due_at !== null && now >= due_at ? 'due' : 'open';
}

/**
 * The due date that a learner has of their own, for this assignment or for all.
 * @throws Trouble `not-yours`
 */
export async function selectOwnDue(
	db: Db,
	teacher: TeacherActor | null,
	{
		classId,
		learnerId,
		assignmentId
	}: { classId: string; learnerId: string; assignmentId: string },
	scope: 'this' | 'all'
): Promise<number | null> {
	await requireTaughtLearner(db, teacher, classId, learnerId);
	const rows = await selectAccommodations(db, learnerId, assignmentId);
	return ownGrantOf(rows, scope)?.dueAt ?? null;
}
