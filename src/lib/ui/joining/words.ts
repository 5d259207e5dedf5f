/** The words of joining a class and of coming back to it. */
import { waitingTime } from '../waiting.ts';

const wait = (seconds: number) =>
	`Too many wrong codes came from this network just now. Wait ${waitingTime(seconds)} and try again.`;

export const join = {
	title: 'Join a class · Says Who',
	description: 'Join your class on Says Who with its code and a nickname. No account, no email.',
	heading: 'Join your class',
	lead: 'Your teacher shows a code of eight characters, such as abcd-efgh.',
	code: 'Class code',
	codeHint: 'Capitals, spaces and hyphens make no difference.',
	go: 'Go on',
	problems: {
		empty: 'Type the code that your teacher shows.',
		wrong:
			'No class has this code. Check each character with the one on the board: a code never holds 0, O, 1, L, I, U or V.'
	},
	wait,
	back: 'Have you joined before, on another device?',
	backLink: 'Come back with your return code',
	here: (nickname: string, group: string) =>
		`On this device ${nickname} is in the class ${group} already.`,
	toMine: 'Go to your quizzes',
	/** Where a learner of another class is signed in. */
	instead: (nickname: string) =>
		`On this device ${nickname} of another class is signed in. Joining this class signs ${nickname} out here; what was answered is kept, and the return code brings it back.`
};

const closed = {
	locked: {
		heading: 'Joining is closed for now',
		text: 'Your teacher has closed joining for this class. Ask to have it opened, then look again.'
	},
	ended: {
		heading: 'This class is over',
		text: 'Nobody can join it any more. Ask your teacher for the code of the new class.'
	},
	full: {
		heading: 'This class is full',
		text: 'No place is left in it. Tell your teacher, who can remove names that nobody uses.'
	}
};

export const door = {
	title: (group: string) => `Join ${group} · Says Who`,
	heading: (group: string) => `Join ${group}`,
	closed,
	again: 'Look again',
	nickname: 'Your nickname',
	nicknameHint:
		'Not your real name: your class may see it. This one is free; type another if you like.',
	other: 'Another suggestion',
	go: 'Join',
	problems: {
		empty: 'Choose a nickname first.',
		long: 'That is too long for a nickname. Use at most 40 characters.',
		characters:
			'That holds characters that cannot be shown here, such as invisible ones. Use letters, figures and plain signs.',
		offensive:
			'Please choose another nickname: this one holds a word that could hurt somebody. Your teacher can rename you later.',
		taken: 'Somebody in your class has this nickname already.',
		'by-list':
			'Your teacher has put up a list of names since you opened this page. Pick yours from it.',
		...Object.fromEntries(Object.entries(closed).map(([why, { text }]) => [why, text]))
	} as Record<string, string>,
	/** On a button beside a name that is taken. */
	instead: (nickname: string) => `Join as ${nickname}`
};

export const list = {
	legend: 'Who are you?',
	lead: 'Pick your name. Names that somebody has taken are not shown.',
	none: 'No name is left on the list.',
	go: 'That is me',
	missing: 'My name is not here, or it is taken',
	type: 'Type your name as your teacher writes it',
	look: 'Look for it',
	problems: {
		empty: 'Pick a name first.',
		'not-listed':
			'That name is not on the list. Check how it is written, or ask your teacher to add it.',
		'too-many':
			'Several devices are waiting for this name already. Ask your teacher to decide about them.',
		...Object.fromEntries(Object.entries(closed).map(([why, { text }]) => [why, text]))
	} as Record<string, string>,
	taken: (name: string) => `Somebody has joined as ${name} already`,
	takenText:
		'If that was you on another device, come back with your return code. If you have none, or somebody else took your name, ask your teacher: one tap lets you in.',
	claim: 'Ask my teacher',
	byCode: 'Use my return code',
	notMe: 'That is not me'
};

export const joined = {
	title: 'You are in · Says Who',
	heading: 'You are in',
	as: (nickname: string, group: string) => `You are ${nickname} in the class ${group}.`,
	code: 'Your return code',
	write: 'Write it down. It is shown this once.',
	why: 'With it and the class code you come back on another device, or when this one has forgotten you.',
	go: 'To the quizzes'
};

export const waiting = {
	title: 'Waiting for your teacher · Says Who',
	heading: 'Waiting for your teacher',
	text: (name: string) =>
		`Somebody has joined as ${name} already. Your teacher sees that you are waiting and can let you in with one tap. Keep this page open.`,
	looking: 'This page looks by itself every few seconds.',
	look: 'Look now',
	declinedTitle: 'Not let in · Says Who',
	declined: 'You were not let in',
	declinedText: (name: string) =>
		`Your teacher did not let this device in as ${name}. If that was a mistake, tell your teacher and ask once more.`,
	back: 'Back to the class'
};

export const back = {
	title: 'Come back to your class · Says Who',
	description: 'Sign in on another device with your return code. No account, no email.',
	heading: 'Come back to your class',
	lead: 'You got a return code when you joined. With it your answers and marks are here as well.',
	classCode: 'Class code',
	returnCode: 'Your return code',
	returnHint: 'Ten characters, such as abcde-fghjk.',
	go: 'Come back',
	wrong:
		'These two codes do not belong together. Check both. If the return code is lost, your teacher can give you a new one.',
	wait,
	instead: (nickname: string) =>
		`On this device ${nickname} is signed in now. Coming back signs ${nickname} out here; what was answered is kept.`
};
