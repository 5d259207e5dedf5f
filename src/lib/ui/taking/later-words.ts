/** The words of what comes past the first question: what is kept, what is told, handing in. */
import { counted } from '../counting.ts';

export const laterWords = {
	storage: {
		title: 'This browser keeps nothing',
		means:
			'It forbids storage, as in a private window, or has no room left. You can go on: each answer is sent at once. Do not close this page before it says ‘Saved’.'
	},

	kept: {
		noReasons: 'Kept on this device. Reasons come when the connection is back.',
		saved: 'It is saved.',
		coming: 'Saving. What can be said about it comes in a moment.'
	},
	told: {
		points: (points: string, max: number) => `${points} of ${counted(max, 'point')}.`,
		compared: 'This question has no points.',
		outcome: {
			right: 'Yes.',
			partly: 'Part of it.',
			wrong: 'Not quite.',
			skipped: 'Left open.',
			unmarked: 'Not marked.'
		}
	},

	end: {
		open: (n: number) => `You left ${counted(n, 'question')} open`,
		done: 'All questions are answered',
		all: 'All questions',
		question: (n: number) => `Question ${n}`,
		stage: { answered: 'answered', skipped: 'skipped', unseen: 'not answered' },
		final: 'Nothing can be changed afterwards.',
		finalOpen: (open: number) =>
			`${counted(open, 'question is', 'questions are')} still open, and nothing can be changed afterwards.`,
		sure: 'I have looked: hand in with open questions',
		handingIn: 'Handing in…',
		handedInMeans:
			'Your answers and the submission are kept on this device. They are sent by themselves when this page, or any other page of Says Who, is open on it and the connection is back.',
		inMemory:
			'This browser does not let us keep anything: leave this page open until the connection is back.',
		over: 'Time is over',
		overMeans: 'What you answered is being handed in.'
	}
};
