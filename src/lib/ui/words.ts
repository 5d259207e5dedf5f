/**
 * The words of the rooms that every page shares: skills, kinds of question, kinds of source, levels
 * of certainty. A page's own words stay with that page's module.
 *
 * They speak about the text, never about the person, and never say that something is true.
 */
import type { CertaintyLevel, SourceKind } from '../facts/schema.ts';
import type { Kind } from '../questions/schema.ts';
import type { Certainty } from '../questions/response.ts';
import type { Skill } from '../questions/skills.ts';
import { skillNames } from './skill-names.ts';

interface SkillWords {
	name: string;
	/** What it is, in one line. */
	what: string;
	/** What an exercise on it is about: 'Short questions on …'. */
	on: string;
}

export const skillWords: Record<Skill, SkillWords> = {
	evidence: {
		name: skillNames.evidence,
		what: 'Point at the sentence that settles it.',
		on: 'the sentence that settles a claim'
	},
	attribution: {
		name: skillNames.attribution,
		what: 'Tie each claim to the voice that made it.',
		on: 'which voice makes which claim'
	},
	'source-type': {
		name: skillNames['source-type'],
		what: 'A named person, an office, someone without a name: what could you check?',
		on: 'names, offices and ‘sources familiar with the matter’'
	},
	'quote-paraphrase': {
		name: skillNames['quote-paraphrase'],
		what: 'Tell quoted words from words that the reporter chose.',
		on: 'quotation marks and what stands outside them'
	},
	'fact-opinion': {
		name: skillNames['fact-opinion'],
		what: 'Tell what could be looked up from what somebody judges.',
		on: 'what could be looked up and what somebody judges'
	},
	certainty: {
		name: skillNames.certainty,
		what: 'Notice ‘reportedly’ and ‘could’, and keep them when you retell.',
		on: '‘reportedly’, ‘could’ and their kin'
	},
	'not-stated': {
		name: skillNames['not-stated'],
		what: 'Leave open what the article leaves open.',
		on: 'what the article says and what it only seems to say'
	},
	chronology: {
		name: skillNames.chronology,
		what: 'Put events in order, and keep talks and drafts apart.',
		on: 'dates, talks and drafts'
	},
	'missing-voices': {
		name: skillNames['missing-voices'],
		what: 'See who is quoted, who is retold and who is only spoken for.',
		on: 'who speaks, and who is only spoken for'
	},
	headline: {
		name: skillNames.headline,
		what: 'Pick the headline that the text can carry.',
		on: 'headlines that claim one step too much'
	},
	'altered-quote': {
		name: skillNames['altered-quote'],
		what: 'Compare a retold quotation with the words in the article.',
		on: 'quotations with a word changed'
	},
	conflict: {
		name: skillNames.conflict,
		what: 'Find claims that do not fit together. Both may be right.',
		on: 'claims that do not fit together'
	},
	'leave-the-page': {
		name: skillNames['leave-the-page'],
		what: 'Plan what to look up elsewhere: no article can vouch for itself.',
		on: 'what to look up elsewhere'
	}
};

interface KindWords {
	name: string;
	what: string;
}

export const kindWords: Record<Kind, KindWords> = {
	choice: { name: 'Pick one', what: 'One answer out of a few.' },
	multiple: { name: 'Pick several', what: 'More than one answer, never all of them.' },
	verdict: {
		name: 'Stated or not',
		what: 'Does the article state it, contradict it, or not say?'
	},
	match: { name: 'Who said what', what: 'Put each claim with its speaker.' },
	categorise: {
		name: 'Sort the lines',
		what: 'Which demand is named where? Put each in its group.'
	},
	order: { name: 'Put in order', what: 'First to last, as the article orders it.' },
	select: { name: 'Tap the sentence', what: 'The answer is a sentence of the article.' },
	'two-part': {
		name: 'Answer and prove it',
		what: 'Answer, then tap the sentence that proves it.'
	},
	altered: { name: 'Find the changed words', what: 'A quotation with words swapped.' },
	leave: { name: 'Check outside', what: 'Not marked: plan a check, then compare it with a list.' }
};

interface SourceWords {
	name: string;
	/** One capital letter that stands beside the colour. */
	letter: string;
	/** What this kind of source lets a reader check. */
	check: string;
}

export const sourceWords: Record<SourceKind, SourceWords> = {
	'named-person': {
		name: 'A named person',
		letter: 'P',
		check: 'You can look up who it is, and whether the words were said.'
	},
	organisation: {
		name: 'A government or an organisation',
		letter: 'O',
		check: 'You can look for its own statement.'
	},
	group: {
		name: 'A group without names',
		letter: 'G',
		check: 'You know what they are, but not who, and not how many.'
	},
	unnamed: {
		name: 'Sources without names',
		letter: 'U',
		check: 'You cannot check who they are. You rely on the reporter.'
	},
	document: {
		name: 'A document',
		letter: 'D',
		check: 'You can look for the document itself.'
	},
	reporter: {
		name: 'The reporter’s own voice',
		letter: 'R',
		check: 'No source is named. You can look for other reports.'
	},
	'not-given': {
		name: 'Someone, but the text does not say who',
		letter: 'N',
		check: 'Somebody reported it; the text gives nothing to look up.'
	}
};

interface LevelWords {
	name: string;
	letter: string;
	what: string;
}

export const levelWords: Record<CertaintyLevel, LevelWords> = {
	plain: { name: 'Said flat', letter: 'F', what: 'In the article’s own voice, with no hedge.' },
	'on-word': {
		name: 'On somebody’s word',
		letter: 'W',
		what: 'Said flat, but it rests on a voice that the article names or describes.'
	},
	reported: {
		name: 'Reported, source not given',
		letter: 'R',
		what: '‘Reportedly’: passed on without saying from whom.'
	},
	possible: { name: 'Possible', letter: 'P', what: 'Could, may, would: it may happen or not.' },
	appears: {
		name: 'A judgement',
		letter: 'J',
		what: 'Appears, suggests, warns: how it looks to somebody.'
	},
	open: { name: 'Left open', letter: 'O', what: 'Unclear, not decided, not disclosed, no comment.' }
};

/** 'How sure are you?': the learner's own certainty. */
export const sureWords: Record<Certainty, string> = {
	1: 'Guessing',
	2: 'Fairly sure',
	3: 'Certain'
};
