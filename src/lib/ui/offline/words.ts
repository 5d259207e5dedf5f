/** The words of what works without a network, of keeping it, of installing, and of a newer version. */
import { counted } from '../counting.ts';

/** Bytes as people say them: '84 KB', '1.2 MB'. */
export const sized = (bytes: number): string =>
	bytes < 1_000_000
		? `${Math.max(1, Math.round(bytes / 1000))} KB`
		: `${(bytes / 1_000_000).toFixed(1)} MB`;

const articles = (n: number) => counted(n, 'article');

export const offline = {
	title: 'Without a network · Says Who',
	description:
		'Keep the articles of Says Who on this device, with all their questions, and use them without a network.',
	heading: 'Without a network',
	lead: 'Says Who opens without a network once it was opened with one. An article that you open stays on this device with all its questions. The others need a connection, until they are kept too.',
	what: 'What is kept',
	keepAll: 'Keep everything offline',
	goOn: 'Go on',
	stop: 'Stop',
	progress: 'Kept so far',
	looking: 'Looking at what this device keeps…',
	noScript: 'Keeping articles needs JavaScript, which is off in this browser.',
	rest: (n: number, bytes: number) =>
		`${articles(n)} ${n === 1 ? 'is' : 'are'} not kept yet: ${sized(bytes)} to fetch, once.`,
	going: (done: number, all: number) => `${done} of ${articles(all)} kept.`,
	done: (n: number) =>
		`All ${articles(n)} ${n === 1 ? 'is' : 'are'} on this device. They open without a network.`,
	stopped: 'Stopped. What was fetched is kept.',
	brokenOff:
		'The connection broke off. What was fetched is kept; the rest can follow when the connection is back.',
	refused:
		'This browser refuses to keep more: it may be a private window, or the device may be full. With a connection everything still works.',
	impossible:
		'This browser keeps nothing here: that takes an address that begins with https, and a window that is not private. With a connection everything works.',
	here: 'On this device',
	notHere: 'Needs a connection',
	empty: 'Nothing is known yet about the articles: with a connection they are listed here.',
	read: 'Read',
	never:
		'What is kept is the articles and their questions, nothing about you and nothing of a class.',
	home: 'All articles'
};

export const noWay = {
	heading: 'No connection',
	happened: (path: string) => `‘${path}’ could not be opened: it comes from the server.`,
	kept: 'Nothing is lost. Answers that were given on this device are still here.',
	again: 'Try again'
};

export const install = {
	heading: 'On your home screen',
	lead: 'Installed, Says Who opens like an app, with a network or without. Nothing comes from a store.',
	button: 'Install',
	installed: 'It is installed on this device.',
	apple: 'In Safari: tap Share, then ‘Add to Home Screen’.',
	other: 'Where the browser can, its menu has ‘Install’ or ‘Add to Home screen’.'
};

export const update = {
	ready: 'A newer version is ready.',
	means: 'The page loads once; your answers stay.',
	use: 'Use it'
};

export const card = {
	heading: 'No network? No matter',
	text: 'Keep the articles on this device and practise anywhere.',
	link: (n: number, bytes: number) =>
		n > 1
			? `Keep all ${articles(n)} offline (${sized(bytes)})`
			: `Keep it offline (${sized(bytes)})`
};
