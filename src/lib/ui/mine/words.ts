/** The words of a learner's list and of what they see once an attempt is handed in. */
import type { Outcome } from '../../study/view.ts';
import type { TroubleCode } from '../../study/trouble.ts';
import { counted } from '../counting.ts';

const minutesOf = (ms: number): number => Math.round(ms / 60_000);

/** What stops a start, in a line above the list. */
const refusals: Partial<Record<TroubleCode, string>> = {
	'not-open-yet': 'This is not open yet: the list says when.',
	'assignment-over': 'This is over: nothing new can be started. What was saved is still there.',
	'attempts-used-up': 'No attempts are left for this one. What was handed in is still there.',
	paused: 'The teacher has stopped the clock. Start once it goes on.',
	'no-such-partner': 'The second name is not one of your class. Choose again.',
	'partner-busy':
		'The second one has started this already, or has no attempt left. Each of you can take it alone.',
	'try-later':
		'The server cannot save anything just now. Nothing was started: try again in a moment.'
};

export const mine = {
	title: (className: string) => `Your quizzes in ${className} · Says Who`,
	heading: 'Your quizzes',
	as: 'Here as',
	now: 'Open now',
	later: 'Later',
	done: 'Done',
	nothingNow: 'Nothing is open now.',
	nothingYet: 'Your teacher has not set anything yet. It will appear here.',
	goOn: 'Go on',
	start: 'Start',
	again: 'Take it again',
	due: 'Due',
	opens: 'Opens',
	handedIn: 'Handed in',
	limit: (ms: number) =>
		`Time limit: ${counted(minutesOf(ms), 'minute')}. The clock starts when you start.`,
	attempts: (left: number) => `${counted(left, 'attempt')} left`,
	going: 'Started',
	paused: 'Paused by the teacher: it goes on when they say so.',
	excused: 'You need not take this one.',
	missed: 'Not taken',
	result: 'See the result',
	attempt: (n: number) => `Attempt ${n}`,
	score: (points: string, max: number) => `${points} of ${counted(max, 'point')}`,
	noScore: 'no mark told yet',
	regraded: 'marked again by your teacher',
	refused: (code: string) =>
		Object.entries(refusals).find(([name]) => name === code)?.[1] ??
		'That could not be done. Nothing is lost.',

	pair: {
		title: 'Two of you at this device?',
		help: 'Choose the second one. You answer together, and both of you get the mark.',
		label: 'Second of the pair',
		nobody: 'Nobody: I work alone'
	},

	leave: {
		title: 'Not you?',
		help: 'This signs you out on this device, for whoever is next. What you have saved stays with your name: come back with your return code.'
	}
};

export const handedIn = {
	title: (title: string) => `Handed in: ${title} · Says Who`,
	kicker: 'Handed in',
	by: {
		learner: 'Handed in',
		deadline: 'The time was over, so it was handed in by itself',
		teacher: 'Closed by your teacher'
	},
	keptBy: {
		learner: '',
		deadline: 'What was answered before the end counts.',
		teacher: 'What was answered before counts.'
	},
	pair: (one: string, other: string) => `By ${one} and ${other}; both get the mark.`,
	points: (max: number) => `of ${counted(max, 'point')}`,
	noScore: 'Nothing is told yet',
	regraded: 'Your teacher has marked this again; this is the new mark.',
	regradedFor: 'The reason:',
	more: 'More after',
	moreOnceClosed: 'More once your teacher closes it.',
	questions: 'The questions',
	outcomes: {
		right: 'right',
		partly: 'partly right',
		wrong: 'missed',
		skipped: 'left open',
		unmarked: 'not marked'
	} satisfies Record<Outcome, string>,
	answered: 'answered',
	open: 'left open',
	late: 'arrived late',
	slotPoints: (points: string, max: number) => (max === 0 ? '' : `${points} of ${max}`),
	again: 'Take it again',
	list: 'Back to your list',
	doubtSent: 'What you wrote was sent to your teacher.'
};
