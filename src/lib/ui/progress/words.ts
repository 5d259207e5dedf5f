/** The words of 'Progress': about the text and the answers, never about the person. */
import type { Next } from '../../study/progress.ts';
import { counted } from '../counting.ts';
import { skillWords, sureWords } from '../words.ts';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];
const monthAt = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? date;
/** 'Nov 2026' */
export const shortMonth = (month: string): string =>
	`${monthAt(month).slice(0, 3)} ${month.slice(0, 4)}`;
/** '25 November 2026' */
export const longDay = (day: string): string =>
	`${Number(day.slice(8, 10))} ${monthAt(day)} ${day.slice(0, 4)}`;
export const monthLetter = (day: string): string => monthAt(day).slice(0, 3);

export const percent = (n: number): string => `${n} %`;
const notYet = (of: number, needed: number): string => `not enough yet: ${of} of ${needed}`;

export const progress = {
	title: 'Progress · Says Who',
	description:
		'What the answers on this device say about each skill, what is remembered, and how sure fits how often right. Kept on the device alone.',
	heading: 'Progress',
	frame:
		'The figures are drawn here, on this device, from answers that only it keeps. That takes scripts, which this browser has not run.',
	looking: 'Looking at what this device keeps.',
	none: 'No answers are kept on this device yet. They appear here after the first question of a session or a quiz.',
	forbidden: {
		heading: 'This browser keeps nothing for this site',
		text: 'Storage is forbidden or full, as in some private windows. Sessions and quizzes run as always; what is answered is forgotten when the page is closed, and no figures can be drawn.'
	},
	unreadable: 'What this device keeps could not be read. Nothing was changed. Load the page again.',
	lead: (answers: number) =>
		`From ${counted(answers, 'answer')} on this device. Nothing of it is on the server.`,
	articles: 'See the articles'
};

export const table = 'As a table';

export const next = {
	heading: 'What comes next',
	begin: 'A session of three minutes',
	due: 'Some facts are about to fade: a session asks about them first.',
	later: (day: string) => `Nothing is due before ${day}.`,
	exercise: ({ exercise }: Next): string | undefined => {
		if (!exercise) return undefined;
		const { skill, missed, of } = exercise;
		const how =
			of === 0
				? 'not tried yet'
				: missed === 0
					? `${of} of ${of} right`
					: `${missed} of ${of} missed`;
		return `Next: ${skillWords[skill].name}, ${how}. Questions on ${skillWords[skill].on}.`;
	}
};

export const skills = {
	heading: 'Skills',
	label: 'Share of the points by skill',
	answers: (n: number) => counted(n, 'answer'),
	tried: (n: number, needed: number) => notYet(n, needed),
	unmarked: (n: number) => `${counted(n, 'answer')}, not marked`,
	untried: 'Not tried yet',
	head: ['Skill', 'Points', 'Share', 'Answers'],
	note: (needed: number) => `A bar needs ${counted(needed, 'answer')} on a skill.`
};

export const memory = {
	heading: 'What is remembered',
	none: 'Not enough yet: a fact that was asked about appears here.',
	head: ['Skill', 'Chance now', 'Kept', 'Shaky', 'Done'],
	kept: 'kept',
	shaky: 'shaky',
	retired: 'done',
	chance: (n: number | null) => (n === null ? '–' : percent(n)),
	counts: (kept: number, shaky: number, retired: number) =>
		[
			kept > 0 ? `${kept} kept` : '',
			shaky > 0 ? `${shaky} shaky` : '',
			retired > 0 ? `${retired} done` : ''
		]
			.filter(Boolean)
			.join(', '),
	note: 'The figure is the mean chance that a fact would be recalled now, by the forgetting curve of FSRS. Kept: 90 % or more still tomorrow. Done: right on two days with two questions, not asked again.'
};

export const calibration = {
	heading: 'How sure, and how often right',
	label: 'Share right at each level of certainty, by month',
	levels: sureWords,
	none: (of: number) =>
		`For a line, a month needs 5 answers rated alike (${notYet(Math.min(of, 5), 5)}).`,
	head: ['Month', ...Object.values(sureWords)],
	cell: (right: number, of: number, share: number | null) =>
		of === 0 ? '–' : share === null ? `${right} of ${of}` : percent(share),
	bonus: (bonus: string) => `Bonus for knowing how sure to be, over all rated answers: ${bonus}.`,
	note: '‘Fairly sure’ pays best from 67 % right, ‘certain’ above 80 %.'
};

export const trust = {
	heading: 'Trusting and doubting the text',
	label: 'Trusting and doubting, by month',
	credulity: '‘Stated’ where it is not',
	overSuspicion: 'Doubted where it is stated',
	all: 'All',
	head: ['Month', '‘Stated’ where it is not', 'Doubted where it is stated'],
	cell: (count: number, of: number, needed: number, share: number | null) =>
		of === 0 ? '–' : share === null ? notYet(of, needed) : `${percent(share)} (${count} of ${of})`,
	none: 'For a point, a month needs 6 answers where the article does not state it, or 3 where it does.',
	note: 'First answers only. Doubting everything is no better than believing everything.'
};

export const days = {
	heading: 'Days',
	label: (withAnswers: number) =>
		`${counted(withAnswers, 'day')} with answers in the last thirteen weeks`,
	weekdays: ['Mon', '', 'Wed', '', 'Fri', '', ''],
	head: ['Day', 'Answers'],
	none: 'No answers in the last thirteen weeks.',
	note: 'The larger the dot, the more answers. A day without any costs nothing.'
};

export const take = {
	heading: 'Take it along',
	text: 'All answers as one file, which any device with this site can read. What is here already is not counted twice.',
	exportIt: 'Save as a file',
	importIt: 'Add from a file',
	exported: 'Saved as a file.',
	reading: 'Reading the file.',
	came: (fresh: number, all: number) =>
		fresh === all
			? `${counted(all, 'answer')} added.`
			: `${counted(fresh, 'answer')} added, ${all - fresh} were here already.`,
	full: 'The device has no room for it. Nothing was added, and what was here is still here.',
	unreadable: 'The file could not be opened. Nothing was added.',
	faults: {
		'too-large': 'The file is larger than any log. Nothing was added.',
		'not-json': 'The file is cut off or no JSON. Nothing was added.',
		'not-ours': 'This is not a file of answers from Says Who. Nothing was added.',
		newer:
			'The file was made by a newer release. Load this page again, then try once more. Nothing was added.',
		'too-many': 'The file holds more answers than can be read at once. Nothing was added.'
	},
	row: (row: number, field: string) =>
		`Answer ${row} in the file does not hold${field ? ` (${field})` : ''}. Nothing was added.`
};

export const keeping = {
	kept: 'The browser has promised to keep what is here, also when the device runs out of room.',
	loose: 'The browser may delete what is here when the device runs out of room.',
	ask: 'Ask it to keep this',
	refused:
		'The browser made no promise; it may when this site is used more often, or installed. Until then, save a file now and then.',
	unknown:
		'Here the browser cannot be asked to keep what is on the device. Save a file now and then.'
};

export const move = {
	heading: 'Move to another phone',
	text: 'A code carries the answers through this server once. They are encrypted here, with a key that only the code holds, and deleted when they were fetched, or after 15 minutes.',
	impossible:
		'The connection to this site is not encrypted, so the browser cannot seal anything. Take the answers along as a file instead.',
	make: 'Make a code',
	making: 'Sealing and sending.',
	made: (until: string) =>
		`On the other phone, scan this or type the code. Works once, until ${until}.`,
	qr: 'QR code of the link that moves the answers',
	link: 'The same as a link',
	tooLarge: 'These are more answers than the server carries at once. Take them along as a file.',
	empty: 'There is nothing to move yet.',
	label: 'Code from the other phone',
	bring: 'Bring it here',
	bringing: 'Fetching and opening.',
	fromLink: 'The code came with the link. Press the button to bring the answers here.',
	faults: {
		short: 'A letter is missing: the code has 16 letters and digits.',
		long: 'Too many letters: the code has 16 letters and digits.',
		letter: 'The code has no such letter. It uses 2 to 9 and letters, without i, l, o, u and v.',
		slip: 'One letter is off, or two changed places. Compare it with the other phone.'
	},
	gone: 'Nothing waits under this code: it was used, or the 15 minutes are over. Everything is still on the phone that made it. Make a new code there.',
	spoiled:
		'What came could not be opened. Everything is still on the phone that made the code. Make a new code there.',
	full: 'This device has no room for it. Everything is still on the phone that made the code.',
	tooMany: 'Many codes came from this network just now. Try again in a minute; nothing is lost.',
	crowded:
		'As many are moving as this server carries. Try again in a few minutes; nothing is lost.',
	offline: 'The server did not answer. Nothing is lost: try again, or use a file.'
};

export const clear = {
	heading: 'Clear this device',
	text: 'Takes away all answers kept here, and every figure on this page with them.',
	button: 'Clear this device …',
	what: (answers: number) =>
		`This takes ${counted(answers, 'answer')} off this device: skills, memory and days begin at nothing. Copies in files and on other devices stay.`,
	sure: 'Clear it now',
	keep: 'Keep it',
	cleared: (answers: number) =>
		`Cleared: ${counted(answers, 'answer')}. It can be undone for as long as this page is open.`,
	undo: 'Undo',
	undone: 'Everything is back.',
	failed: 'The browser refused. Nothing was changed.'
};
