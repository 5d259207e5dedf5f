/** The words of watching a class at work, of steering it, and of what learners doubt. */
import type { LearnerProgress, Progress } from '../../taking/progress.ts';
import { counted } from '../counting.ts';

/** What was just done; the page says it and offers the way back. */
export type Done =
	| { what: 'minutes'; op: string; attempts: number; due: boolean; learner: string | null }
	| { what: 'reopen' | 'end' | 'excuse' | 'unexcuse'; changed: boolean; learner: string }
	| { what: 'close' | 'open' | 'pause' | 'on' | 'back'; changed: boolean }
	| { what: 'settled' | 'unsettled'; dispute: string };

/** '40 s', '12 min', '3 h', '2 days': rounded down. */
export function span(ms: number): string {
	const seconds = Math.max(0, Math.floor(ms / 1000));
	if (seconds < 60) return `${seconds} s`;
	if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
	if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)} h`;
	return counted(Math.floor(seconds / 86_400), 'day');
}

export const watch = {
	title: (assignment: string, group: string) => `Watch: ${assignment}, ${group} · Says Who`,
	description: 'How far each learner of the class is, as it happens.',
	heading: 'Watch',
	board: 'Learners',
	sums: ({ sums: { learners, started, handedIn, excused } }: Progress) =>
		`${started} of ${counted(learners, 'learner')} started, ${handedIn} handed in${
			excused > 0 ? `, ${excused} excused` : ''
		}`,
	empty:
		'Nobody is in this class yet. Learners join with the class’s code, or you paste a list of names.',
	toLearners: 'Learners and code',

	stand: (one: LearnerProgress): string => {
		switch (one.stand) {
			case 'listed':
				return 'Not joined yet';
			case 'not-started':
				return 'Not started';
			case 'excused':
				return 'Excused';
			case 'answering':
				return one.at === 0 ? 'Started' : `At question ${one.at} of ${one.of}`;
			case 'handed-in':
				return one.attempt?.via === 'paper' ? 'On paper' : 'Handed in';
		}
	},
	endedBy: { deadline: 'Time was up', teacher: 'Ended by a teacher', learner: null },
	answered: ({ answered, of }: LearnerProgress) => `${answered} of ${of} answered`,
	nameless: (i: number) => `Learner ${i + 1}`,
	attempt: (n: number) => `Attempt ${n}`,
	pair: (partner: string) => (partner === '' ? 'In a pair' : `With ${partner}`),
	late: 'Late',
	until: 'Until',
	left: (ms: number) => (ms <= 0 ? 'Time is up' : `${span(ms)} left`),
	stands: 'Clock stopped',
	last: 'Last seen',
	ago: (ms: number) => (ms < 10_000 ? 'just now' : `${span(ms)} ago`),

	live: 'Up to date',
	behind: 'Not up to date since',
	elsewhere:
		'This class is watched in several windows, so this one has stopped updating. Load it again to go on here.',
	reload: 'Load again',
	plain: 'This page shows how things were when it was loaded.',
	names: { hide: 'Hide names', show: 'Show names' },
	namesOff: 'Names are hidden, for a projector.',
	projector: 'Project a question',

	more: 'More',
	moreFor: (name: string) => `for ${name}`,
	opens: 'Opens',
	due: 'Due',
	closedSince: 'Closed since',
	pausedSince: 'Paused since'
};

export const steer = {
	close: 'Close now',
	closeHelp:
		'What is open is handed in as it is; a learner with a later due date of their own goes on. You can open it again: no answer and no time is lost.',
	open: 'Open again',
	openHelp: 'Those whom the closing cut off go on where they were, with the time they had left.',
	pause: 'Pause all',
	pauseHelp: 'The clock stands and no answer is taken until you go on. What was answered is kept.',
	on: 'Go on',
	minutes: 'Five more minutes',
	minutesHelp: 'For every open attempt, and for the due date.',
	noClock: 'There is no time limit and no due date to move.',
	back: 'Take the minutes back',
	one: {
		minutes: 'Five more minutes',
		end: 'Hand in for this learner',
		reopen: 'Let this learner go on',
		excuse: 'Excuse',
		unexcuse: 'No longer excused',
		results: 'See the answers'
	},

	done: (done: Done, name: (learner: string) => string): string => {
		switch (done.what) {
			case 'minutes':
				return added(done, name);
			case 'close':
				return done.changed
					? 'Closed. What was open is handed in and graded.'
					: 'It was closed already.';
			case 'open':
				return done.changed ? 'Open again.' : 'It was open already.';
			case 'pause':
				return done.changed
					? 'Paused. The clock stands for everybody.'
					: 'The clock stood already.';
			case 'on':
				return done.changed
					? 'The clock runs again. Every end comes later by as long as it stood.'
					: 'The clock ran already.';
			case 'back':
				return done.changed ? 'The minutes are taken back.' : 'They were taken back already.';
			case 'reopen':
				return done.changed
					? `${name(done.learner)} can go on. Earlier marks stay in the history.`
					: `${name(done.learner)} could go on already.`;
			case 'end':
				return done.changed
					? `Handed in for ${name(done.learner)}, and graded.`
					: `${name(done.learner)} had handed in already.`;
			case 'excuse':
				return `${name(done.learner)} is excused: neither ‘not taken’ nor 0.`;
			case 'unexcuse':
				return `${name(done.learner)} is no longer excused.`;
			case 'settled':
				return 'Marked as dealt with.';
			case 'unsettled':
				return 'Open again.';
		}
	},
	refused: 'That could not be read. Nothing was changed: load the page again and try once more.'
};

function added(
	{ attempts, due, learner }: Extract<Done, { what: 'minutes' }>,
	name: (learner: string) => string
): string {
	if (learner !== null)
		return attempts > 0
			? `Five more minutes for ${name(learner)}.`
			: `${name(learner)} has nothing open with a time limit. Nothing was changed.`;
	if (attempts === 0 && !due) return `${steer.noClock} Nothing was changed.`;
	const whose = attempts > 0 ? ` for ${counted(attempts, 'open attempt')}` : '';
	return `Five more minutes${whose}${due ? '; the due date moved too' : ''}.`;
}

export const disputes = {
	heading: 'Questioned questions',
	count: (open: number) => (open === 0 ? 'None is open.' : `${counted(open, 'is', 'are')} open.`),
	empty: 'No learner has questioned a question.',
	about: (n: number, stem: string) => `Question ${n}: ${stem}`,
	settle: 'Dealt with',
	unsettle: 'Open again',
	settled: 'Dealt with',
	toQuestions: 'To change how it is marked, see Questions.'
};

export const paper = {
	title: (assignment: string, group: string) => `On paper: ${assignment}, ${group} · Says Who`,
	description: 'Type in answers that were given on paper, and load files of unsent answers.',
	heading: 'Answers on paper',
	how: 'Type what is on the sheets, in short: letters as they are printed, numbers as they are written. What is left empty counts as left open. Saving marks the sheets at once; you can change cells and save again.',
	print: 'Print the sheets',
	mixed:
		'On devices each learner has another order here. These columns are those of the printed sheet.',
	legend: 'What each cell may hold',
	region: 'Grid of answers: scrolls sideways',
	learner: 'Learner',
	mark: 'Mark',
	of: (points: string, max: number) => `${points} of ${max}`,
	question: (n: number) => `Question ${n}`,
	cell: (nickname: string, n: number, help: string) => `${nickname}, question ${n}: ${help}`,
	deviceCell: (nickname: string, n: number, help: string) =>
		`${nickname}, question ${n}, answered on a device: ${help}`,
	devices:
		'Whose device failed: fill in what is missing. Cells with a dashed edge hold what the device gave; if you type something else there, you are asked before it is replaced, and the history keeps both. An emptied cell takes nothing away from a device.',
	states: { open: 'on a device, not handed in', device: 'on a device' },
	with: (partner: string) => `with ${partner}`,
	second: (partner: string) => `At one device with ${partner}: see that line.`,
	notAsked: 'not asked',
	notAskedMeans: 'This learner’s device asks other questions.',
	handIn: 'hand in',
	for: (nickname: string) => `for ${nickname}`,
	save: 'Save and mark',
	empty: 'Nobody is in this class yet.',
	nothing: 'This assignment has no question that can be answered on paper.',
	saved: ({ learners, answers, handedIn }: Record<'learners' | 'answers' | 'handedIn', number>) =>
		[
			...(answers > 0
				? [`Saved: ${counted(answers, 'answer')} of ${counted(learners, 'learner')}.`]
				: []),
			...(handedIn > 0 ? [`Handed in for ${counted(handedIn, 'learner')}.`] : [])
		].join(' ') || 'Nothing was changed.',
	differences: (n: number) =>
		`${counted(n, 'answer')} from a device ${n === 1 ? 'says' : 'say'} something else. ${n === 1 ? 'It was' : 'They were'} not replaced.`,
	differencesMean: 'Tick what the paper shall replace. The history keeps both.',
	difference: (nickname: string, n: number, device: string, text: string) =>
		`${nickname}, question ${n}: the device has ‘${device}’, you typed ‘${text}’.`,
	replace: 'Replace what is ticked',
	faults: (n: number) =>
		`${counted(n, 'cell')} could not be read. ${n === 1 ? 'It stands' : 'They stand'} as typed; mend ${n === 1 ? 'it' : 'them'} and save again.`,
	fault: (nickname: string, n: number, text: string) => `${nickname}, question ${n}: ‘${text}’.`,
	expected: 'What fits:',
	page: (n: number) => `Page ${n}`,
	pages: 'Pages of learners',
	tooMuch:
		'That was more than can be read at once. Nothing was changed; what you typed is still here.'
};

export const unsent = {
	heading: 'A learner’s file of unsent answers',
	how: 'When a device could not send its answers, the learner can save them as a file. Choose it here: its answers are stored as if the device had sent them.',
	file: 'File',
	load: 'Load the file',
	why: {
		none: 'Choose a file first.',
		'not-a-file': 'This is no file of unsent answers, or it is damaged. Nothing was changed.',
		'other-class':
			'This file belongs to another class or another assignment, or it was altered. Nothing was changed.'
	},
	taken: (nickname: string, n: number) =>
		n === 0
			? `The file of ${nickname} holds no unsent answer.`
			: `The file of ${nickname} is read. What became of ${n === 1 ? 'its answer' : 'each answer'}:`,
	one: (n: number) => `Question ${n}:`,
	fate: {
		stored: 'stored',
		late: 'stored, marked late',
		'not-counted': 'stored; another answer to the question counts',
		'not-now': 'not taken while all is paused; load the file again after you go on',
		'no-such-question': 'refused: the attempt has no such question',
		'not-an-answer': 'refused: it is no answer to this question',
		'op-taken': 'refused: another answer was sent under its number',
		over: 'refused: it was given after the end, or the end is more than a day ago'
	}
};

/** What the room sees of a question, one after the other. */
export const stages = ['question', 'answers', 'why', 'check'] as const;
export type Stage = (typeof stages)[number];

export const project = {
	title: (n: number, assignment: string) => `Question ${n}: ${assignment} · Says Who`,
	description: 'One question for the room: as asked, as answered, and why.',
	of: (n: number, total: number) => `Question ${n} of ${total}`,
	stage: {
		question: 'The question',
		answers: 'How the class answered',
		why: 'Why',
		check: 'What would you check next?'
	} satisfies Record<Stage, string>,
	stages: 'What to show',
	questions: 'Questions',
	previous: 'Previous question',
	next: 'Next question',
	keys: 'Arrow keys go forward and back.',
	leave: 'Back to watching',
	answers: (n: number) => (n === 0 ? 'Nobody has answered it yet.' : counted(n, 'answer')),
	lines: {
		options: '',
		sentences: 'Sentences chosen',
		words: 'Words chosen',
		checks: 'In the plans'
	},
	noneChosen: 'None was chosen.',
	sentence: (n: number) => `Sentence ${n}`,
	line: 'Line',
	right: 'the article’s answer',
	article: 'The article:',
	place: (n: string) => `place ${n}`,
	changed: (from: string, to: string) => `‘${from}’ stands for ‘${to}’`,
	nearest: 'The closest the article comes:',
	whole: 'No sentence says it; the whole text had to be read.',
	select: (pick: number) =>
		pick === 1 ? 'Which sentence is it?' : `Which ${pick} sentences are they?`,
	proof: (pick: number) =>
		pick === 1 ? 'And which sentence proves it?' : `And which ${pick} sentences prove it?`,
	onWord: 'The article says it. On whose word?',
	noVoice: 'The article alone cannot settle this.',
	ask: 'Where could you look that up? Who else would know? What would show that it is not so?'
};
