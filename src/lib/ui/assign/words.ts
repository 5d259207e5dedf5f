/** The words of assigning: for teachers, plain and short. */
import { skills } from '../../questions/skills.ts';
import { kinds } from '../../questions/schema.ts';
import type { counting, Feedback, orders, Policy, PresetName } from '../../taking/policy.ts';
import { limits, type ProblemCode } from '../../taking/terms.ts';
import { counted } from '../counting.ts';
import { kindWords, skillWords } from '../words.ts';

/** 'Quick quiz', 'One skill: Who said it'. */
export function drawWords(draw: string): string {
	const [what, id] = draw.split(':');
	const skill = skills.find((one) => one === id);
	const kind = kinds.find((one) => one === id);
	if (what === 'skill' && skill) return `One skill: ${skillWords[skill].name}`;
	if (what === 'kind' && kind) return `One kind of question: ${kindWords[kind].name}`;
	return draw === 'full' ? 'Full quiz' : draw === 'picked' ? 'Picked by hand' : 'Quick quiz';
}

const levels: Record<Feedback, string> = {
	nothing: 'nothing',
	score: 'the points',
	'right-or-wrong': 'which answers fit',
	explanations: 'the reasons'
};

/** Who sees what when, in one sentence. */
export function toldWhen({ during, submitted, due }: Policy['feedback']): string {
	if (due === 'nothing') return 'Learners are told nothing about their answers.';
	const steps = [
		{ level: during, when: 'as soon as an answer is given' },
		{ level: submitted, when: 'once they have submitted' },
		{ level: due, when: 'after the due date, or once you close it' }
	].filter(({ level }, i, all) => level !== all[i - 1]?.level);
	const told = steps
		.filter(({ level }) => level !== 'nothing')
		.map(({ level, when }) => `${levels[level]} ${when}`);
	return `Learners see ${told.join(', then ')}${during === 'nothing' ? ', and nothing before' : ''}.`;
}

export const firstFinal =
	'An answer stays as it was first given, since its learner has been told about it.';

export const problemWords: Record<ProblemCode, string> = {
	'title-empty': 'Give it a title: learners find it by that.',
	'title-long': `Use at most ${limits.title} characters.`,
	'time-limit': `Give minutes from ${limits.time.min} to ${limits.time.max}, or leave it empty for no limit.`,
	attempts: `Give a whole number from ${limits.attempts.min} to ${limits.attempts.max}.`,
	'feedback-shrinks':
		'What was told earlier cannot be taken back: tell at least as much here as before.',
	'no-class': 'Choose at least one class.',
	date: 'This is no date that can be used. Give day, month, year and time.',
	'due-before-opens': 'It has to be due after it opens.',
	'nothing-picked': 'Tick at least one.',
	'order-fixed': 'Somebody has begun, so everybody keeps the order they have.',
	'class-has-attempts':
		'Somebody in this class has begun, so it keeps the assignment. Close or archive it instead.',
	'class-archived': 'This class is archived. Take it out of the archive first.',
	'class-has-it': 'This class has it already.',
	choose: 'Choose one of the answers offered.'
};

export const orderWords: Record<(typeof orders)[number], string> = {
	same: 'The same for all',
	shuffle: 'The same, shuffled for each',
	variant: 'Other questions for each'
};
export const countsWords: Record<(typeof counting)[number], string> = {
	best: 'The best',
	latest: 'The latest',
	first: 'The first'
};
export const levelWords: Record<Feedback, string> = {
	nothing: 'Nothing',
	score: 'The points',
	'right-or-wrong': 'Which answers fit',
	explanations: 'The reasons'
};
export const presetWords: Record<PresetName, { name: string; what: string }> = {
	lesson: { name: 'Lesson', what: 'Reasons after each answer. All get the same questions.' },
	test: { name: 'Test', what: 'Nothing until it is due. Shuffled for each.' }
};

export const terms = {
	title: 'Title',
	limit: 'Time limit in minutes',
	limitHint: 'Empty: no limit.',
	attempts: 'Attempts',
	attemptsHint: 'Empty: as many as one likes.',
	counts: 'Which attempt counts',
	order: 'Questions',
	orderFixed: 'Somebody has begun, so this stays as it is.',
	article: 'Article while answering',
	articleOpen: 'Open',
	articleMemory: 'Closed: from memory',
	certainty: 'Ask ‘how sure are you?’',
	certaintyHint: 'It never enters the mark.',
	yes: 'Yes',
	no: 'No',
	feedback: 'What learners are told',
	during: 'While answering',
	submitted: 'After submitting',
	after: 'After the due date',
	preset: 'Preset'
};

export const dates = {
	opens: 'Opens',
	opensHint: 'Empty: at once.',
	due: 'Due',
	dueHint: 'Empty: no due date. It stays open until you close it.'
};

export const assign = {
	title: 'Assign a quiz · Says Who',
	description: 'Assign a quiz on an article to a class.',
	heading: 'Assign a quiz',
	choose: 'Choose an article and a quiz',
	other: 'Another article',
	minutes: (n: number) => `${counted(n, 'minute')} to read`,
	quick: (n: number) => `Quick quiz, ${counted(n, 'question')}`,
	full: (n: number) => `Full quiz, ${counted(n, 'question')}`,
	which: 'Quiz',
	bySkill: 'One skill',
	byHand: 'Pick the questions by hand',
	noQuestions: 'This article has no questions yet.',
	noArticles: 'There are no articles yet.',
	picking: 'Your list',
	pickedCount: (n: number) =>
		n === 0 ? 'Nothing is ticked yet.' : `${counted(n, 'question')} ticked.`,
	notByHand: 'Let the quiz be drawn instead',
	key: 'Key and reasons',
	points: (max: number) => (max === 0 ? 'not marked' : counted(max, 'point')),
	classes: 'Class',
	preset: 'How',
	more: 'More choices',
	assign: 'Assign',
	datesOf: (name: string) => `Dates for ${name}`,
	datesLead: 'Dates count for the classes that are ticked.',
	publicKeys:
		'The questions on this article are public: whoever takes a quiz on it outside class sees the keys and the reasons.',
	refused: 'Not assigned yet. What you chose is all still here.',
	noClass: {
		heading: 'First make a class',
		text: 'A quiz is assigned to a class, and you have none that is not archived.',
		go: 'Make a class'
	},
	reuse: {
		heading: 'Use again what another class had',
		lead: 'Questions and settings are copied; learners, answers and dates are not.',
		from: 'Class',
		archived: (name: string) => `${name} (archived)`,
		look: 'Show its assignments',
		had: (name: string) => `What ${name} had`,
		none: (name: string) => `${name} had no assignments.`,
		to: 'For class',
		go: 'Use again'
	},
	loose: { none: 'Not given to a class yet', deleted: 'Deleted lately' }
};

export const assignment = {
	title: (title: string) => `${title} · Says Who`,
	description:
		'What an assignment asks, when it runs, and everything that can be changed about it.',
	kicker: 'Assignment',
	archived: 'Archived',
	archivedMeans: 'Nobody can begin it any more. Results stay.',
	quiz: 'Quiz',
	article: 'Article',
	time: 'Time',
	noLimit: 'No limit',
	minutes: (ms: number) => counted(Math.round(ms / 600) / 100, 'minute'),
	attempts: (n: number | null) => (n === null ? 'As many as one likes' : counted(n, 'attempt')),
	counts: (which: string) => `${which.toLowerCase()} counts`,
	sure: 'How sure',
	asked: 'Asked',
	notAsked: 'Not asked',
	preview: 'See it as learners do',
	classes: 'Classes',
	noClass: 'No class has it yet.',
	others: (n: number) =>
		`${counted(n, 'class', 'classes')} of another teacher ${n === 1 ? 'has' : 'have'} it too.`,
	states: { opens: 'Not open yet', open: 'Open', due: 'Over', closed: 'Closed by you' },
	opens: 'opens',
	opened: 'opened',
	due: 'due',
	wasDue: 'was due',
	closed: 'closed',
	noDue: 'no due date',
	results: 'Results',
	watch: 'Watch',
	find: 'Link for learners, whether they have joined or not:',
	changeDates: 'Change dates',
	reopen: 'Open it again',
	saveDates: 'Save dates',
	remove: 'Take it from this class',
	addClass: 'Give it to another class',
	add: 'Give',
	change: 'Change settings',
	changeHint: 'Changes count at once, for those who are in the middle of it too.',
	notWhole: 'Classes of other teachers have it too, so only who made it can change its settings.',
	save: 'Save settings',
	duplicate: 'Duplicate',
	copyOf: (title: string) => `${title.slice(0, limits.title - 7)} (copy)`,
	archive: 'Archive',
	unarchive: 'Take out of the archive',
	delete: 'Delete',
	deleteHint: (days: number) =>
		`Goes for every class, with its answers and marks. You can bring it back for ${counted(days, 'day')}.`,
	deleted: {
		heading: (title: string) => `‘${title}’ is deleted`,
		text: (days: number) =>
			`Nobody sees it any more. Answers and marks are kept for ${counted(days, 'day')} after deleting, and come back with it.`,
		undo: 'Bring it back',
		home: 'To your classes'
	},
	refused: 'Not changed yet. What you typed is still here.',
	done: {
		assigned: 'Assigned.',
		copied: 'This is the copy. No class has it yet.',
		saved: 'Saved.',
		archived: 'Archived.',
		unarchived: 'Out of the archive.',
		restored: 'It is back, with all answers and marks.'
	}
};
export type Done = keyof typeof assignment.done;

export const grants = {
	heading: 'Accommodations',
	of: (name: string) => `Accommodations in ${name}`,
	summary: (n: number) => (n === 0 ? 'none' : counted(n, 'learner')),
	none: 'Nobody has joined this class yet.',
	learner: 'Learner',
	here: 'For this assignment',
	all: 'For all assignments',
	change: 'Change',
	changeFor: (name: string) => `Change for ${name}`,
	nothing: 'as everyone',
	factor: (factor: number) => `time ×${factor}`,
	untimed: 'no time limit',
	extra: (n: number) => `${counted(n, 'attempt')} more`,
	ownDue: 'due',
	excused: 'Excused',
	for: (name: string) => `Accommodations for ${name}`,
	lead: 'What is given for this assignment goes before what is given for all. It counts at once, in the middle of an attempt too.',
	time: 'Time',
	times: [
		['1', 'As everyone'],
		['1.25', '×1.25'],
		['1.5', '×1.5'],
		['2', '×2'],
		['off', 'No time limit']
	] as const,
	attempts: 'More attempts',
	due: 'Own due date',
	dueHint: 'Empty: as the class.',
	alone: 'Only this: what is given for all does not count here',
	aloneShort: 'only this',
	save: 'Save',
	excuse: 'Excuse from this assignment',
	unexcuse: 'Not excused any more',
	excuseHint: 'It counts neither as not taken nor as 0. Answers stay.',
	close: 'Back to the assignment'
};

export const preview = {
	title: (title: string) => `Preview: ${title} · Says Who`,
	lead: 'Preview: as a learner sees it. Nothing is stored.',
	back: 'To the assignment',
	key: 'Show the key',
	noKey: 'Hide the key',
	previous: 'Previous',
	next: 'Next',
	end: 'That was the last question',
	endMeans: 'Learners submit here. Nothing of what you tried was stored.',
	again: 'From the start',
	variant: 'Each learner draws their own questions; these are one example.',
	shuffled: 'The order is mixed for each learner; this is one example.'
};
