/** The words of the choice of a quiz and of what is known about an article. */
import { counted } from '../counting.ts';

export const choices = {
	heading: 'Take a quiz on it',
	mode: 'While you answer, the article is',
	open: 'open',
	openMeans: 'Look things up as you go.',
	memory: 'closed',
	memoryMeans: 'From memory. It opens with each answer.',
	quick: 'Quick quiz',
	quickMeans: (n: number) => `${counted(n, 'question')}, mixed, three minutes`,
	full: 'Full quiz',
	fullMeans: (n: number) => `${counted(n, 'question')}: one for each skill, then a check outside`,
	skill: 'Train one skill',
	kind: 'One kind of question',
	count: (n: number) => counted(n, 'question'),
	none: 'This article has no questions yet.'
};

export const source = {
	heading: 'Where this text comes from',
	publisher: 'Publisher',
	author: 'Author',
	date: 'Date',
	link: 'Address',
	title: 'Title',
	titleOurs: 'ours; the text came without one',
	titleTheirs: 'the article’s own',
	missing: 'not given in the text we have',
	rights: 'Rights',
	/** @param level 'easy to read (LIX 32)' */
	level: (level: string) =>
		`The text is ${level}. LIX is the mean number of words in a sentence plus the percentage of words longer than six letters; below 40 is easy, from 50 on hard.`
};

export const read = {
	description: (title: string, minutes: number, teaser: string) =>
		`${teaser} ‘${title}’: ${counted(minutes, 'minute')} to read, with a quiz that explains every answer.`,
	reading: 'Reading',
	toQuiz: 'To the quizzes',
	forTeachers: 'For teachers: assign a quiz on this article',
	glossary: (n: number) => `${counted(n, 'word')} explained`
};
