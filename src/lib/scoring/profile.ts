/**
 * The skill profile: how each skill went over the answers given. A skipped question is no answer:
 * it is 0 in the mark, but says nothing about the skill.
 */
import { markedSkills, skills, type Skill } from '../questions/skills.ts';
import { add, compare, divide, fraction, zero, type Fraction } from './fraction.ts';
import type { MarkedAnswer } from './score.ts';

/** Below this many answers a skill shows 'tried 1' and no bar. */
export const answersForBar = 3;

export interface SkillLine {
	skill: Skill;
	answers: number;
	/** Answers below full marks. */
	missed: number;
	points: Fraction;
	max: number;
	/** points / max for the bar; null with too few answers, or where nothing is marked. */
	share: Fraction | null;
}

export interface NextExercise {
	skill: Skill;
	/** 'Next: hedges, 2 of 3 missed'. */
	missed: number;
	of: number;
	because: 'weakest' | 'least-practised';
}

/**
 * One line for each of the thirteen skills, in their order.
 *
 * A two-part question counts for its own skill with both points, and part two counts once more, as
 * an answer worth 1, for `evidence`: judged by the tap alone, whatever part one was. The mark is
 * not touched by that. A two-part question whose own skill is `evidence` counts once, and a part
 * two that was left open is no answer.
 */
export function skillProfile(
	answers: readonly Pick<MarkedAnswer, 'question' | 'response' | 'score'>[]
): SkillLine[] {
	return profileOf(
		answers.flatMap(({ question, response, score }): SkillCount[] => {
			if (!score.answered) return [];
			const own = { skill: question.skill, points: score.points, max: score.max };
			const tapped = score.parts && response?.kind === 'two-part' && response.sentences.length > 0;
			return tapped ? withEvidence(own, score.parts?.evidence === true) : [own];
		})
	);
}

/** One answer, as far as the profile goes. */
export interface SkillCount {
	skill: Skill;
	points: Fraction;
	max: number;
}

/** A two-part answer counts for its own skill and, by its second part, for `evidence`. */
export const withEvidence = (own: SkillCount, right: boolean): SkillCount[] =>
	own.skill === 'evidence'
		? [own]
		: [own, { skill: 'evidence', points: fraction(Number(right)), max: 1 }];

/** One line for each of the thirteen skills, in their order. */
export function profileOf(counts: Iterable<SkillCount>): SkillLine[] {
	const lines = new Map<Skill, SkillLine>(
		skills.map((skill) => [
			skill,
			{ skill, answers: 0, missed: 0, points: zero, max: 0, share: null }
		])
	);
	for (const { skill, points, max } of counts) {
		const line = lines.get(skill);
		if (!line) continue;
		line.answers++;
		line.points = add(line.points, points);
		line.max += max;
		if (compare(points, fraction(max)) < 0) line.missed++;
	}
	for (const line of lines.values())
		if (line.answers >= answersForBar && line.max > 0)
			line.share = divide(line.points, fraction(line.max));
	return [...lines.values()];
}

/**
 * What to practise next: the lowest (points + 1)/(maximum + 2) among skills with enough answers,
 * else the least practised. Skills that are alike: the least practised ones by the same ratio (so
 * that after one question each, a missed one comes first), then by the order of the skills.
 *
 * @param among the skills that there are questions for; unmarked ones are never named
 * @returns undefined when `among` holds no marked skill
 */
export function nextExercise(
	profile: readonly SkillLine[],
	among: readonly Skill[] = markedSkills
): NextExercise | undefined {
	const lines = profile.filter(({ skill }) => among.includes(skill) && skill !== 'leave-the-page');
	const enough = lines.filter(({ answers }) => answers >= answersForBar);
	const [line] = enough.length > 0 ? enough.sort(byRatio) : lines.sort(byPractice);
	return (
		line && {
			skill: line.skill,
			missed: line.missed,
			of: line.answers,
			because: enough.length > 0 ? 'weakest' : 'least-practised'
		}
	);
}

/**
 * Skills in the order in which a mixed exercise takes them: the weakest (by the rule of
 * {@link nextExercise}) and the least practised in turn, so that none is left out for being unknown.
 */
export function weakestFirst(profile: readonly SkillLine[]): Skill[] {
	const weak = profile.filter(({ answers }) => answers >= answersForBar).sort(byRatio);
	const unknown = profile.filter(({ answers }) => answers < answersForBar).sort(byPractice);
	return profile.flatMap((_, i) =>
		[weak[i], unknown[i]].flatMap((line) => (line ? [line.skill] : []))
	);
}

// `sort` is stable, so what is equal stays in the order of the skills.
const byPractice = (a: SkillLine, b: SkillLine): number => a.answers - b.answers || byRatio(a, b);
const byRatio = (a: SkillLine, b: SkillLine): number => compare(ratio(a), ratio(b));

/** (points + 1)/(maximum + 2), Laplace's rule of succession: few answers pull towards a half. */
const ratio = ({ points, max }: SkillLine): Fraction =>
	divide(add(points, fraction(1)), fraction(max + 2));
