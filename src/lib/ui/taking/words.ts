/** The words of the first page of an assigned quiz: where the answers are, how much time is left, the way. */
import type { Whereabouts } from '../../taking/device/rows.ts';
import { counted } from '../counting.ts';

export const words = {
	status: {
		saved: 'Saved',
		saving: 'Saving…',
		kept: 'Kept on this device, will be sent',
		'in-memory': 'Not sent yet: leave this page open'
	} satisfies Record<Whereabouts, string>,
	nothingYet: 'Answers are saved as you give them',
	pausedStatus: 'Paused: kept on this device, will be sent',
	sendNow: 'Send now',
	sending: 'Sending…',

	previous: 'Previous',
	next: 'Next',
	nextQuestion: 'Next question',
	toEnd: 'To the end',
	way: 'From question to question',

	keptTitle: 'Your answer is kept',
	end: 'The end',
	openMeans: 'Open questions count as 0. They can be answered now.',
	submit: 'Hand in',
	handedIn: 'Handed in as soon as there is a connection',

	limited: (minutes: number) => `This quiz has a time limit. ${counted(minutes, 'minute')} left.`,

	download: 'Download unsent answers',
	fileName: (title: string) =>
		`${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-unsent.json`
};

/** Whose attempt at what this is. */
export const attempt = {
	title: 'Quiz',
	as: 'Here as',
	both: (one: string, other: string) => `${one} and ${other}`,
	notYou: 'Not you?'
};
