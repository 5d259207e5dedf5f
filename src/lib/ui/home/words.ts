/** The words of the first page. */
import { counted } from '../counting.ts';

export const home = {
	title: 'Says Who: read the news like a fact-checker',
	description:
		'Short quizzes on real news articles: who said it, how sure the text is, and what it leaves open. Every answer shows the sentence that settles it. No account.',
	heading: 'What does the article say, and on whose word?',
	lead: 'Read a news article, answer a few questions, and see for every answer the sentence that settles it.',
	daily: 'Three minutes a day',
	progress: 'Progress: what the answers on this device say',
	articles: 'Articles',
	titleOurs: 'Title ours',
	start: (n: number) => `Start: ${counted(n, 'question')}`,
	/** For lists of links: 'Start: 5 questions on <title>'. */
	on: (title: string) => ` on ‘${title}’`,
	read: 'Read first',
	about: (minutes: number, questions: number) => [
		`${counted(minutes, 'minute')} to read`,
		`${counted(questions, 'question')} to draw from`
	],
	specimen: {
		heading: 'An answer, explained',
		hint: 'Tap the other answers to see why they do not hold.',
		right: 'The article backs this',
		wrong: 'The article does not back this',
		sentence: (n: number) => `Sentence ${n}`,
		from: (title: string) => `A question on ‘${title}’. Marked: the words that decide.`
	},
	empty: {
		heading: 'No articles yet',
		text: 'This copy of Says Who has no articles. Each folder in questions/ is one; when one is added and the app is built again, it appears here.'
	}
};
