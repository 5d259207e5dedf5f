/** The words of results: about the text and the questions, never about the person. */
import type { Standing } from '../../scoring/item-statistics.ts';
import { counted } from '../counting.ts';
import { skillNames } from '../skill-names.ts';
import type { Skill } from '../../questions/skills.ts';

export const tabs = {
	label: 'This assignment',
	results: 'Results',
	watch: 'Watch',
	questions: 'Questions',
	paper: 'On paper',
	print: 'Print',
	settings: 'Settings'
};

/** What stands in a cell of the gradebook where there is no mark. */
export const states = {
	'not-taken': { short: '–', long: 'not taken' },
	excused: { short: 'exc.', long: 'excused' },
	open: { short: '…', long: 'going on' },
	'no-mark': { short: 'n. m.', long: 'no mark' }
};

export const gradebook = {
	title: (name: string) => `Gradebook: ${name} · Says Who`,
	heading: 'Gradebook',
	learner: 'Learner',
	mean: 'Mean',
	meanOf: 'Mean share of the points',
	classMean: 'Class mean',
	due: 'due',
	outOf: (max: number | null) => (max === null ? 'maxima differ' : `of ${max}`),
	region: 'Gradebook; scrolls sideways',
	legend:
		'A mark is the points of the attempt that counts. – not taken · … going on · exc. excused · n. m. nothing marked. Means leave these out; a pair at one device counts once in the class mean.',
	noAssignments: {
		heading: 'Nothing assigned yet',
		text: 'Marks appear here once the class has an assignment.',
		button: 'Assign a quiz'
	},
	noLearners: {
		heading: 'Nobody in this class yet',
		text: 'Learners appear here once they have joined or you have pasted a list.',
		button: 'To the learners'
	},
	take: 'Take away',
	csv: 'Gradebook as CSV',
	json: 'The whole class as JSON',
	jsonMeans:
		'Everything about this class: learners, assignments, answers, marks and their history.',
	fill: {
		heading: 'Fill a column of another gradebook',
		text: 'For Canvas, Moodle and others that export a table: choose their file and an assignment. One column is filled in by name; everything else in the file stays as it was, byte for byte.',
		file: 'Their file (CSV, at most 1 MB)',
		assignment: 'Marks of',
		column: 'Column to fill',
		columnHelp: 'Its heading in the file. Empty: the column whose heading begins with the title.',
		button: 'Fill it in'
	},
	filled: (rows: number) => `${counted(rows, 'row')} filled in.`,
	download: 'Download the filled file',
	unmatched: 'In the file, and not matched with anybody here (left as they were):',
	missing: 'With a mark here, and not found in the file:'
};

export const fillFaults = {
	'not-text': 'The file is no CSV in UTF-8. Export it again as CSV (UTF-8), then choose it again.',
	'too-large': 'The file is larger than 1 MB. Nothing was read.',
	'too-many-rows': 'The file has more rows than can be read at once. Nothing was read.',
	'open-quote': 'A quotation mark opens here and is never closed. Nothing was read.',
	'stray-quote': 'Text follows a closing quotation mark. Nothing was read.',
	empty: 'The file is empty.',
	'no-file': 'Choose a file first.',
	'no-assignment': 'Choose an assignment of this class.',
	'no-column': 'The file has no such column.',
	'no-names': 'The file has no column with names (‘Student’, or ‘First name’ and ‘Last name’).'
};

export const skillsPage = {
	title: (name: string) => `Skills: ${name} · Says Who`,
	heading: 'Skills',
	intro:
		'Share of the points on each skill, over the first attempt at every assignment. Below 3 answers a skill only says how often it was tried.',
	region: 'Skills of the class; scrolls sideways',
	learner: 'Learner',
	all: 'Everybody',
	next: 'Next',
	tried: (answers: number) => (answers === 0 ? '–' : `tried ${answers}`),
	percent: (percent: number) => `${percent}\u00a0%`,
	answers: (answers: number) => counted(answers, 'answer'),
	untried: 'not tried',
	missed: ({ skill, missed, of }: { skill: Skill; missed: number; of: number }) =>
		missed === 0
			? `${skillNames[skill]}, ${of} of ${of} right`
			: `${skillNames[skill]}, ${missed} of ${of} missed`,
	classNext: 'Next for the class',
	empty: {
		heading: 'No answers yet',
		text: 'Skills appear here once somebody has handed in.'
	}
};

export const results = {
	title: (name: string) => `Results: ${name} · Says Who`,
	empty: {
		heading: 'Nobody has handed in yet',
		text: 'Scores, questions and the heat-map appear here with the first attempt that is handed in.'
	},
	handedIn: (n: number, of: number) => `${n} of ${counted(of, 'learner')} handed in`,
	mean: (percent: number) => `mean ${percent}\u00a0%`,
	scores: 'Scores',
	band: 'Share of the points',
	attempts: 'Attempts',
	bandOf: (from: number, to: number) => `${from}–${to}\u00a0%`,
	table: 'The figures as a table',
	learners: {
		heading: 'Who handed in',
		region: 'Learners; scrolls sideways',
		learner: 'Learner',
		mark: 'Mark',
		handedIn: 'Handed in',
		late: (n: number) => counted(n, 'late answer'),
		with: (name: string) => `with ${name}`,
		of: (points: string, max: number) => `${points} of ${max}`,
		attempts: (n: number) => `${n} attempts`
	},
	makeUp: {
		button: 'Make-up link',
		for: (name: string) => `for ${name}`,
		given: (name: string) => `${name} can take it until`,
		link: 'Link to send',
		excuse: 'Excuse',
		unexcuse: 'Not excused after all',
		excused: (name: string) => `${name} is excused.`,
		unexcused: (name: string) => `${name} is no longer excused.`
	},
	reread: {
		heading: 'Three sentences to reread',
		few: 'Sentences to reread',
		none: 'No sentence stands out yet. A sentence has a heat from 5 answers on.',
		lost: (percent: number, answers: number) =>
			`${percent}\u00a0% of the points lost over ${counted(answers, 'answer')}`,
		sure: (n: number) => `${n} × certain and wrong`
	},
	heat: {
		heading: 'Heat-map of the article',
		intro:
			'The stronger the highlighter, the more points were lost on questions whose key rests on the sentence. The figure beside it says how many per cent. A sentence without a figure has fewer than 5 answers.',
		sure: (n: number) => `${n} certain and wrong`,
		lost: (percent: number) => `${percent} % lost`,
		sureSign: 'certain and wrong, how often',
		steps: [
			'under 20\u00a0%',
			'20 to 39\u00a0%',
			'40 to 59\u00a0%',
			'60 to 79\u00a0%',
			'80\u00a0% and more'
		],
		table: 'The heat-map as a table',
		sentence: 'Sentence',
		answers: 'Answers',
		heat: 'Points lost',
		tooFew: 'too few'
	},
	health: {
		heading: 'How each question did',
		intro:
			'Over the first attempts in all your classes that were asked the same question. Shown from 10 attempts, provisional under 30.',
		facility: 'Share of the points',
		discrimination: 'Goes with the rest (r)',
		discriminationMeans:
			'r says whether those who did well elsewhere did well here too. Near 0 or below: look at the question.',
		reached: (n: number) => counted(n, 'attempt'),
		notReached: (n: number) => `${n} not reached`,
		skipped: (n: number) => `${n} skipped`,
		sure: (n: number) => `${n} certain and wrong`,
		choices: 'What was chosen',
		right: 'the article’s answer',
		sentence: (n: number) => `Sentence ${n}`,
		standing: {
			hidden: 'too few attempts to say anything',
			provisional: 'provisional',
			settled: ''
		} satisfies Record<Standing, string>,
		none: 'does not vary',
		unmarked: 'not marked',
		regrade: 'Change how it is marked'
	},
	skills: { heading: 'Skills in this assignment', next: 'Next for the class:' },
	take: { heading: 'Take away', responses: 'All answers as CSV', print: 'Print these results' }
};

export const regradeWords = {
	title: (name: string) => `Questions: ${name} · Says Who`,
	intro:
		'If a question does not hold up, change how it is marked. You see who changes before anything is stored.',
	legend: 'How should it be marked?',
	actions: {
		drop: 'Drop it: it counts for nobody',
		full: 'Full marks for everybody',
		accept: (option: string) => `Accept ‘${option}’ too`,
		restore: 'As it was: take earlier decisions back'
	},
	inForce: {
		drop: 'Dropped.',
		full: 'Full marks for everybody.',
		accept: (option: string) => `‘${option}’ is accepted too.`
	},
	because: (reason: string) => `Reason: ${reason}`,
	change: 'Change how it is marked',
	preview: 'See who changes',
	previewOf: 'Who would change',
	nobody: 'No mark would change. The decision also holds for whoever hands in later.',
	changed: (n: number) => `${counted(n, 'mark')} would change`,
	unchanged: (n: number) => `${counted(n, 'attempt')} would keep the mark.`,
	elsewhere: (n: number) => `In other classes with this assignment: ${counted(n, 'mark')}.`,
	learner: 'Learner',
	before: 'Now',
	after: 'Then',
	by: 'Change',
	of: (points: string, max: number) => `${points} of ${max}`,
	reason: 'Reason',
	reasonHelp: 'Learners see it beside their new mark.',
	reasonMissing: 'Write a reason first. Nothing has been changed.',
	choose: 'Choose how it should be marked.',
	confirm: 'Change the marks',
	done: (n: number) =>
		n === 0 ? 'Stored. No mark changed.' : `Stored. ${counted(n, 'mark')} changed.`,
	notStored: 'Nothing is stored yet.',
	key: 'The article’s answer:',
	none: 'This quiz has no questions.'
};

export const learnerWords = {
	title: (name: string, assignment: string) => `${name}: ${assignment} · Says Who`,
	attempt: (n: number) => `Attempt ${n}`,
	counts: 'counts',
	open: 'Going on. Answers and reasons appear once it is handed in.',
	paper: 'Answered on paper, typed in.',
	answers: 'What was answered, in the order in which it came:',
	from: { device: 'On the device', paper: 'On paper, typed in' },
	leftOpen: 'left open',
	with: (name: string) => `Taken with ${name} at one device.`,
	handedIn: {
		learner: 'Handed in',
		deadline: 'Ended by the deadline',
		teacher: 'Ended by a teacher'
	},
	history: 'Marks',
	when: 'When',
	mark: 'Mark',
	why: 'Reason',
	first: 'first marking',
	of: (points: string, max: number) => (max === 0 ? 'no mark' : `${points} of ${max}`),
	dropped: 'Dropped: counts for nobody.',
	late: 'Arrived after the deadline.',
	ownDue: 'Own due date:',
	none: {
		heading: 'Not taken yet',
		text: 'Nothing was started. A make-up link lets this learner take it within a week.'
	},
	excused: 'Excused from this assignment.'
};

export const teacherSheet = {
	title: (name: string) => `Teacher’s sheet: ${name} · Says Who`,
	heading: 'Teacher’s sheet',
	howTo: 'Article and questions first, then discussion, key and glossary on pages of their own.',
	varied:
		'On a device each learner draws their own questions: the sheet has one draw for the whole class.',
	discussion: 'For discussion',
	glossary: 'Glossary',
	noGlossary: 'The article has no words to explain.'
};
