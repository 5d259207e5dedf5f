// Skills of a class: every learner against the thirteen skills, over all that they were asked in it. Of
// several attempts at one assignment the first says most about reading: later ones follow reasons.

import type { Skill } from '../../questions/skills.ts';
import { skills } from '../../questions/skills.ts';
import { toPercent } from '../../scoring/fraction.ts';
import { nextExercise, skillProfile, type SkillLine } from '../../scoring/profile.ts';
import { requireTaughtClass } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import type { MarkedSlot } from '../attempts/marking.ts';
import { settleOverdue } from '../attempts/settle.ts';
import { selectClassAssignments } from '../store/assignment.ts';
import { selectAttemptsOfClass } from '../store/attempt.ts';
import { selectLearners } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import { forStatistics, kept, markAttempts } from './marked.ts';

export interface SkillCell {
	answers: number;
	/** Whole percent; null below three answers, and where nothing is marked. */
	percent: number | null;
}

export interface SkillsOf {
	/** In the order of the skills. */
	cells: SkillCell[];
	next: { skill: Skill; missed: number; of: number } | null;
}

export interface ClassSkills {
	className: string;
	skills: readonly Skill[];
	learners: (SkillsOf & { id: string; nickname: string })[];
	/** Everything together, a pair counted once. */
	all: SkillsOf;
	/** Answers in all. */
	answers: number;
}

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function readClassSkills(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	now: number
): Promise<ClassSkills> {
	const group = await requireTaughtClass(db, teacher, classId);
	await settleOverdue(db, { classId }, now);
	const ids = new Set(
		(await selectClassAssignments(db, classId)).map(({ assignment }) => assignment.id)
	);
	const attempts = forStatistics(await selectAttemptsOfClass(db, classId)).filter(
		({ assignment_id }) => ids.has(assignment_id)
	);
	const marked = await markAttempts(db, attempts);
	const byLearner = new Map<string, MarkedSlot[]>();
	for (const { attempt, slots } of marked)
		for (const id of [attempt.learner_id, attempt.partner_id])
			if (id !== null) byLearner.set(id, [...(byLearner.get(id) ?? []), ...kept(slots)]);
	const learners = await selectLearners(db, classId);
	const all = skillProfile(marked.flatMap(({ slots }) => kept(slots)));
	return {
		className: group.name,
		skills,
		learners: learners.map(({ id, nickname }) => ({
			id,
			nickname,
			...skillsOf(skillProfile(byLearner.get(id) ?? []))
		})),
		all: skillsOf(all),
		answers: all.reduce((sum, { answers }) => sum + answers, 0)
	};
}

function skillsOf(profile: readonly SkillLine[]): SkillsOf {
	const next = nextExercise(profile);
	return {
		cells: profile.map(({ answers, share }) => ({ answers, percent: share && toPercent(share) })),
		next: next && next.of > 0 ? { skill: next.skill, missed: next.missed, of: next.of } : null
	};
}
