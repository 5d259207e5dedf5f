/** The skill profile of a log: the counting of `scoring/profile.ts`, over rows. */
import { skills } from '../../questions/skills.ts';
import type { LogRow } from '../../review/log.ts';
import { fraction } from '../../scoring/fraction.ts';
import { profileOf, withEvidence, type SkillCount, type SkillLine } from '../../scoring/profile.ts';

/** One line for each of the thirteen skills; rows of skills that this release does not know are left out. */
export const logProfile = (rows: readonly LogRow[]): SkillLine[] =>
	profileOf(
		rows.flatMap((row): SkillCount[] => {
			const skill = skills.find((one) => one === row.skill);
			if (skill === undefined) return [];
			const own = { skill, points: fraction(...row.points), max: row.max };
			return row.evidence === undefined ? [own] : withEvidence(own, row.evidence);
		})
	);
