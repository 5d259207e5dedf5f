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
	const lines = new Map<Skill, SkillLine>(
		skills.map((skill) => [
			skill,
			{ skill, answers: 0, missed: 0, points: zero, max: 0, share: null }
		])
	);
	const count = (skill: Skill, points: Fraction, max: number): void => {
		const line = lines.get(skill);
		if (!line) return;
		line.answers++;
		line.points = add(line.points, points);
		line.max += max;
		if (compare(points, fraction(max)) < 0) line.missed++;
		if (line.answers >= answersForBar && line.max > 0)
			line.share = divide(line.points, fraction(line.max));
	};
	for (const { question, response, score } of answers) {
		if (!score.answered) continue;
		count(question.skill, score.points, score.max);
		if (
			score.parts &&
			response?.kind === 'two-part' &&
			response.sentences.length > 0 &&
			question.skill !== 'evidence'
		)
			count('evidence', fraction(Number(score.parts.evidence)), 1);
	}
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
	// `sort` is stable, so what is equal stays in the order of the skills.
	const [line] =
		enough.length > 0
			? enough.sort(byRatio)
			: lines.sort((a, b) => a.answers - b.answers || byRatio(a, b));
	return (
		line && {
			skill: line.skill,
			missed: line.missed,
			of: line.answers,
			because: enough.length > 0 ? 'weakest' : 'least-practised'
		}
	);
}

const byRatio = (a: SkillLine, b: SkillLine): number => compare(ratio(a), ratio(b));

/** (points + 1)/(maximum + 2), Laplace's rule of succession: few answers pull towards a half. */
const ratio = ({ points, max }: SkillLine): Fraction =>
	divide(add(points, fraction(1)), fraction(max + 2));
