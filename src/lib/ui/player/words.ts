/** The words of the shell and of the way through a quiz. */
import { counted, listed } from '../counting.ts';
import type { SlotState } from '../../study/view.ts';

export const shell = {
	says: 'Says',
	who: 'Who',
	skip: 'Skip to the content',
	articles: 'Articles',
	join: 'Join a class',
	teach: 'For teachers',
	offline: 'Without a network',
	about: 'How it works',
	privacy: 'Privacy',
	promise: 'No tracking. On your own: no account, no cookies.'
};

export const player = {
	skip: 'Skip to the question',
	reading: 'Reading',
	progress: (n: number, total: number) => `Question ${n} of ${total}`,
	end: 'End of the questions',
	/** 'Answered: 1 and 2. Skipped: 3.': what the row of steps shows. */
	steps: (slots: readonly SlotState[]) =>
		(
			[
				['Answered', 'answered'],
				['Skipped', 'skipped']
			] as const
		)
			.map(([name, state]): [string, string[]] => [
				name,
				slots.flatMap((slot, i) => (slot === state ? [String(i + 1)] : []))
			])
			.filter(([, numbers]) => numbers.length > 0)
			.map(([name, numbers]) => `${name}: ${listed(numbers)}.`)
			.join(' '),
	pageTitle: (what: string, article: string) => `${what}: ${article} · Says Who`,
	explained: (n: number, total: number) => `Question ${n} of ${total}, explained`,
	answered: (n: number, points: string, max: number) =>
		max === 0
			? `Question ${n}: compared.`
			: `Question ${n}: ${points} of ${counted(max, 'point')}.`,
	panes: 'What to show',
	pane: {
		question: 'Question',
		reasons: 'Reasons',
		article: 'Article',
		chosen: (chosen: number, pick: number) => `${chosen} of ${pick}`
	},
	backToReasons: 'Back to the reasons',
	keys: 'Number keys choose, Enter checks',
	next: 'Next question',
	toEnd: 'To the result',
	left: (open: number) => `You left ${counted(open, 'question')} open`,
	leftMeans: 'Open questions count as 0 in the result. They can be answered now.',
	leftOne: (n: number) => `Question ${n}`,
	result: 'See the result',
	done: 'All questions are answered',
	fault: 'That did not work',
	offline:
		'There is no connection to mark the answer. What was chosen is still here: check again when the connection is back.',
	unanswered:
		'The answer could not be marked just now. What was chosen is still here: check again in a moment.'
};
