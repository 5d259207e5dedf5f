/** The words of the daily session. */
import { counted, listed } from '../counting.ts';

const paragraphs = (list: readonly number[]): string =>
	list.length === 1 ? `paragraph ${list[0]}` : `paragraphs ${listed(list.map(String))}`;

export const daily = {
	title: 'Three minutes · Says Who',
	description:
		'A few questions a day on what an article says, beside the paragraphs they are about. What was missed comes back before it is forgotten.',
	heading: 'Three minutes',
	lead: 'A few questions, each beside the paragraph it is about. What was missed comes back in other words, before it is forgotten.',
	loading: 'Looking at what this device knows …',
	noScript: {
		heading: 'This page needs scripts',
		text: 'Which questions come back, and when, is worked out on the device itself, so that nobody else knows. Without scripts every quiz of the library can be taken all the same.',
		button: 'To the articles'
	},
	today: (review: number, fresh: number): string => {
		const again = review > 0 ? `${counted(review, 'question')} to look at again` : '';
		const news = fresh > 0 ? `${fresh} new` : '';
		return listed([again, news].filter((part) => part !== ''));
	},
	reading: (list: readonly number[], title: string) =>
		`To read: ${paragraphs(list)} of ‘${title}’.`,
	nothingNew: 'Nothing new to read: the questions are on what was read before.',
	allRead: {
		heading: 'Every paragraph here has been read',
		text: 'What is due still comes back, and other questions on the same texts. More articles come with new versions of Says Who, and a teacher can make a quiz of any article.',
		mine: 'Other quizzes on these articles'
	},
	length: 'Questions',
	begin: 'Begin',
	another: 'A new session instead',
	goOn: (n: number, of: number) => `Go on with question ${n} of ${of}`,
	goOnWith: 'Today’s session is not finished. Everything answered so far is kept.',
	forgetful:
		'This browser keeps nothing: private windows and some settings forbid it. The session works, but what is answered is forgotten when the page is closed, and nothing comes back.',
	full: 'The device has no room to keep this answer. The session goes on; what was answered from here on is forgotten when the page is closed, and does not come back. Make room on the device, or keep the earlier answers as a file under Progress.',
	nothing: {
		heading: 'Nothing to ask',
		text: 'There is no connection, and no article is kept on this device. With a connection, open an article or keep all of them, and this works on the bus too.',
		button: 'Keep articles here'
	},
	empty: {
		heading: 'Everything has been asked',
		text: 'Nothing is due today and no new question is left.'
	},
	cannot: {
		heading: 'This session cannot be had now',
		text: 'An article of it is not on this device, and there is no connection. Nothing is lost: what was answered is kept.',
		button: 'Try again'
	},
	whole: 'Whole article',
	part: 'Only this part',
	result: {
		title: 'The session · Says Who',
		heading: 'Done for today',
		right: (n: number, of: number) => `${n} of ${of} as the article has it`,
		list: 'What was asked',
		outcomes: {
			right: 'As the article has it',
			partly: 'In part',
			wrong: 'Not what the article says',
			skipped: 'Left open',
			unmarked: 'Compared'
		},
		look: 'Look at the reasons',
		open: (n: number) => `${counted(n, 'question')} left open`,
		comes: 'Next time',
		now: 'Some more is due whenever there is time.',
		later: (day: string) => `The next questions come back ${day}.`,
		never: 'Nothing is waiting to come back. New questions are there any time.',
		check: 'One thing to check elsewhere',
		checkWhy:
			'An article shows what it says and on whose word, not whether it is so. Outside of it:',
		plan: 'Make a plan for it',
		more: 'Another session',
		progress: 'How it goes',
		articles: 'To the articles',
		none: {
			heading: 'No session yet',
			text: 'Here stands what became of the last session, once there is one.',
			button: 'Begin one'
		}
	}
};
