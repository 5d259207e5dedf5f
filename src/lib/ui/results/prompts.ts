/** Prompts for a talk about the article, one a skill. They ask about the text and have no key. */
import type { Skill } from '../../questions/skills.ts';
import { inSentences } from '../counting.ts';

/** `where` is 'sentence 4', 'sentences 4 and 5', or 'the whole text'. */
const bySkill: Record<Skill, (where: string) => string> = {
	evidence: (where) =>
		`Look at ${where}. Which words carry the claim, and what could be struck out without losing it?`,
	attribution: (where) =>
		`Look at ${where}. Whose claim is it? Retell it in one sentence without making it your own.`,
	'source-type': (where) =>
		`Look at ${where}. What could you check about this source, and what must you take on the reporter’s word?`,
	'quote-paraphrase': (where) =>
		`Look at ${where}. What would change if the retold words stood in quotation marks?`,
	'fact-opinion': (where) =>
		`Look at ${where}. Which part could be looked up? What would somebody who judges otherwise write instead?`,
	certainty: (where) =>
		`Look at ${where}. Take the hedge out and read it aloud. What does the sentence promise now that it did not before?`,
	'not-stated': (where) =>
		`Look at ${where}. What do many readers add here that the text leaves open? Where does the addition come from?`,
	chronology: (where) =>
		`Look at ${where}. What was known when? Draw the events on a line and mark what has no date.`,
	'missing-voices': (where) =>
		`Look at ${where}. Who is spoken about and not heard? What would you ask them?`,
	headline: (where) =>
		`Look at ${where}. Write a headline that this text can carry. Which word did you have to give up?`,
	'altered-quote': (where) =>
		`Look at ${where}. Change one word so that the meaning tips. Who notices, and how?`,
	conflict: (where) =>
		`Look at ${where}. The accounts differ. Could both be right? What would settle it?`,
	'leave-the-page': (where) =>
		`Look at ${where}. Where would you look this up first, and what would make you trust what you find?`
};

export const promptFor = (skill: Skill, sentences: readonly number[]): string =>
	bySkill[skill](sentences.length === 0 ? 'the whole text' : inSentences(sentences));
