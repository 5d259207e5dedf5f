/** The words of what lies on a device, and of handing the device on. */
import { counted } from '../counting.ts';

export const words = {
	device: {
		title: 'On this device',
		pageTitle: 'On this device · Says Who',
		offline: 'No connection',
		offlineMeans: 'What was opened on this device can go on. Answers are kept and sent later.',
		looking: 'Looking…',
		none: 'No quiz that is going on lies on this device.',
		noneMeans: 'A quiz lies here from its first page until it is handed in.',
		list: 'To your list',
		goOn: 'Go on',
		unsent: (n: number) => `${counted(n, 'answer')} not sent yet`,
		allSent: 'Everything is sent',
		handedIn: 'Handed in, which is not sent yet',
		others: (n: number) =>
			`${counted(n, 'answer')} from someone else on this device ${n === 1 ? 'waits' : 'wait'} to be sent. Nobody else can see ${n === 1 ? 'it' : 'them'}.`,
		notHere: 'This quiz does not lie on this device',
		notHereMeans:
			'It may have been handed in, opened on another device, or belong to someone else. With a connection it is in your list.',
		forget: 'Remove from this device'
	},
	leave: {
		title: 'Next learner on this device',
		unsent: (n: number) =>
			n === 1
				? '1 answer of yours is not sent yet. It stays on this device and is sent by itself; nobody else can see it.'
				: `${n} answers of yours are not sent yet. They stay on this device and are sent by themselves; nobody else can see them.`
	}
};
