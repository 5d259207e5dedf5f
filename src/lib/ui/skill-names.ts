import type { Skill } from '../questions/skills.ts';

/** What a skill is called. What it is and trains is in `words.ts`, which a question does not need. */
export const skillNames: Record<Skill, string> = {
	evidence: 'Find the evidence',
	attribution: 'Who said it',
	'source-type': 'What kind of source',
	'quote-paraphrase': 'Exact words or retelling',
	'fact-opinion': 'Checkable or a judgement',
	certainty: 'How sure is the text',
	'not-stated': 'Stated, contradicted, not stated',
	chronology: 'When, and which version',
	'missing-voices': 'Who is not heard',
	headline: 'Does the headline fit',
	'altered-quote': 'Spot the changed words',
	conflict: 'Where accounts differ',
	'leave-the-page': 'Check outside'
};
