/** The thirteen skills. The ids are stable: they stand in packs, links, exports and reports. */
export const skills = [
	'evidence',
	'attribution',
	'source-type',
	'quote-paraphrase',
	'fact-opinion',
	'certainty',
	'not-stated',
	'chronology',
	'missing-voices',
	'headline',
	'altered-quote',
	'conflict',
	'leave-the-page'
] as const;

export type Skill = (typeof skills)[number];

/** The twelve that count towards a mark; leaving the page is practised, not marked. */
export const markedSkills = skills.filter((skill) => skill !== 'leave-the-page');
