/** The words of the teacher's pages about classes and learners. */
import { counted, listed } from '../counting.ts';

const learners = (n: number) => counted(n, 'learner');
const attempts = (n: number) => counted(n, 'attempt');
const answers = (n: number) => counted(n, 'answer');

const months = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
	...['October', 'November', 'December']
];

/** '31 July 2027' from '2027-07-31': a day of the calendar, the same for every reader. */
export function longDay(day: string): string {
	const [year = '', month = '', date = ''] = day.split('-');
	return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

export const classes = {
	title: 'Classes · Says Who',
	heading: 'Classes',
	make: 'Make a class',
	name: 'Name',
	nameHint: 'As you call it, such as 8b or History, year 9. Learners see it.',
	go: 'Make the class',
	made: 'You get a code that learners join with. No accounts, no email.',
	yours: 'Your classes',
	none: 'You have no class yet.',
	archived: 'archived',
	shared: 'taught with others',
	deleted: 'Deleted classes',
	deletedLead: (days: number) =>
		`Each can be brought back with everything in it for ${counted(days, 'day')} after it was deleted. Then it is gone for good.`,
	bringBack: 'Bring back',
	until: (day: string) => `until ${longDay(day)}`,
	wasDeleted: (name: string) => `${name} is deleted. It can be brought back below.`,
	faults: {
		empty: 'Give the class a name.',
		long: 'That is too long for a name. Use at most 80 characters.'
	}
};

export const room = {
	nav: 'This class',
	learners: 'Learners',
	gradebook: 'Gradebook',
	skills: 'Skills',
	settings: 'Settings',
	archived: 'This class is archived: nobody can join it.'
};

export const roll = {
	title: (group: string) => `Learners of ${group} · Says Who`,
	heading: 'Learners',
	counts: (all: number, joined: number) =>
		all === joined ? `${learners(all)}, all joined` : `${joined} of ${all} have joined`,
	none: 'Nobody has joined yet.',
	noneLead:
		'Show the code on the projector or hand out slips. Where marks count, put up a list of names below.',
	name: 'Name',
	state: 'Joined',
	yes: 'joined',
	no: 'not yet',
	listed: 'on your list',
	removed: (n: number) => `Removed: ${learners(n)}`,
	removedLead: (days: number) =>
		`Each can be brought back with all answers for ${counted(days, 'day')} after it was removed.`,
	bringBack: (name: string) => `Bring ${name} back`,
	erase: 'Delete for good',
	told: {
		removed: (name: string) => `${name} is removed.`,
		undo: 'Undo',
		back: (name: string) => `${name} is back.`,
		full: 'There is no place for one more: the class is full.',
		erased: 'Everything about this learner is deleted.',
		merged: (name: string) => `Everything is with ${name} now.`,
		added: (n: number) =>
			n === 0 ? 'All these names were there already.' : `${counted(n, 'name')} added.`,
		decided: {
			allow: 'That device is let in.',
			replace: 'That device is let in, and the others are signed out.',
			decline: 'That device is told that it was not let in.'
		}
	}
};

export const claims = {
	heading: (n: number) => (n === 1 ? 'One device waits for you' : `${n} devices wait for you`),
	lead: 'A name that is taken already was picked on another device.',
	who: (name: string) => `Somebody says they are ${name}`,
	allow: 'Let in',
	replace: 'Let in, sign the other out',
	decline: 'Decline',
	since: 'since'
};

export const entry = {
	heading: 'How learners join',
	code: 'Class code',
	link: 'Link to join',
	qr: (link: string) => `QR code that leads to ${link}`,
	open: 'Joining is open.',
	locked: 'Joining is closed: nobody new comes in. Whoever has joined goes on as before.',
	ended: 'The class is over or archived: nobody can join.',
	lock: 'Close joining',
	unlock: 'Open joining',
	byNickname: 'Learners choose a nickname.',
	byList: 'Learners pick themselves from your list.',
	shown: 'While joining is open, whoever has the code sees the names that nobody has taken.',
	/** At the top of a narrow page, whose code is far below. */
	jump: (code: string) => `Code ${code}: how learners join`,
	projector: 'Show on the projector',
	slips: 'Print slips'
};

type Fault = { what: string; line: number; first?: number; name?: string; left?: number };

const faults: Record<string, (fault: Fault) => string> = {
	'too-large': () => 'The text is longer than a class list can be. Paste the names alone.',
	'too-many': () => 'A class has at most 500 learners. This is the first name too many.',
	'open-quote': () => 'A quotation mark opens here and never closes.',
	'after-quote': () =>
		'There is text right after a closing quotation mark. Put a comma between, or leave the marks out.',
	'no-heading': () =>
		'There are several columns, and none is named. Put a line above such as: First name, Last name, …',
	empty: () => 'There is no name in it.',
	twice: ({ name = '', first = 0 }) =>
		`‘${name}’ stands in line ${first} already. Tell the two apart, for instance by an initial.`,
	'name-long': ({ name = '' }) => `‘${name}…’ is longer than 80 characters.`,
	'name-characters': ({ name = '' }) =>
		`‘${name}’ holds characters that cannot be shown, such as invisible ones.`,
	full: ({ left = 0 }) =>
		`The class has room for ${counted(left, 'more learner')}. This is the first name too many.`
};

export const names = {
	heading: 'List of names',
	lead: 'For tests that count: learners pick themselves from your list, and a second claim of one name waits for your tap.',
	label: 'Names',
	hint: 'One in each line, or pasted from a spreadsheet. A heading such as ‘First name’ and ‘Last name’ is understood.',
	look: 'Look at the list first',
	fault: (fault: Fault) =>
		`Line ${fault.line}: ${faults[fault.what]?.(fault) ?? ''} Nothing was added.`,
	preview: (n: number) => (n === 0 ? 'No name is new' : `${counted(n, 'name')} will be added`),
	there: (n: number) =>
		n === 1
			? 'One is in the class already and stays as it is:'
			: `${n} are in the class already and stay as they are:`,
	add: (n: number) => (n === 0 ? 'Let learners pick from the list' : `Add ${counted(n, 'name')}`),
	then: 'From then on learners pick themselves from the list. Settings can change that.',
	change: 'Change the text'
};

export const one = {
	title: (name: string) => `${name} · Says Who`,
	joined: 'Joined',
	notJoined: 'On your list; nobody has joined under this name yet.',
	back: 'All learners',
	rename: 'Rename',
	name: 'Name',
	save: 'Save the name',
	renamed: 'The name is saved.',
	faults: {
		empty: 'A learner needs a name.',
		long: 'That is too long for a name. Use at most 80 characters.',
		characters: 'That holds characters that cannot be shown, such as invisible ones.',
		taken: 'Another learner of this class has this name.'
	} as Record<string, string>,
	reset: 'New return code',
	resetLead: (name: string) =>
		`For a lost code, or where somebody else uses the name: ${name} is signed out on every device and comes back with a new code. All answers stay.`,
	resetGo: 'Make a new code and sign out',
	code: (name: string) => `The new return code of ${name}`,
	codeLead: 'It is shown this once. With the class code it brings the learner back at',
	merge: 'Merge with another learner',
	mergeLead: (name: string) =>
		`If one person joined twice: everything of the other goes to ${name}, and the other is gone. Attempts are numbered anew in the order in which they began, both marks are kept, and the assignment says which counts. Devices that were signed in as the other go on as ${name}. This cannot be undone.`,
	mergeWith: 'The other',
	choose: 'Choose a learner',
	mergeGo: 'Merge the two',
	mergeNone: 'There is nobody else in this class.',
	mergeFault: 'Choose the other learner first.',
	remove: 'Remove from the class',
	removeLead: (name: string, days: number) =>
		`${name} is signed out and gone from all lists and results. Within ${counted(days, 'day')} you can bring ${name} back with all answers.`,
	removeGo: 'Remove',
	data: 'Take the data away',
	dataLead: 'Everything that is stored about this learner, as one JSON file.',
	dataGo: 'Download the data',
	erase: 'Delete for good',
	eraseLead: ({
		attempts: a,
		answers: b,
		shared
	}: {
		attempts: number;
		answers: number;
		shared: number;
	}) =>
		`${listed([attempts(a), answers(b), 'all marks'])} go at once and cannot be brought back.${
			shared === 0
				? ''
				: ` ${shared === 1 ? 'One attempt that was' : `${shared} attempts that were`} taken with a partner stay${shared === 1 ? 's' : ''} with the partner.`
		}`,
	eraseSure: (name: string) => `Yes, delete everything about ${name}`,
	eraseGo: 'Delete for good',
	eraseFault: 'Tick the box first: this cannot be undone.'
};

export const settings = {
	title: (group: string) => `Settings of ${group} · Says Who`,
	heading: 'Settings',
	basics: 'Name and end',
	name: 'Name',
	ends: 'Ends on',
	endsHint:
		'From the day after nobody joins. Learners’ data are deleted some time later; the privacy page says when.',
	by: 'How learners join',
	byNickname: 'With a nickname of their own',
	byList: 'By picking themselves from your list of names',
	save: 'Save',
	saved: 'The settings are saved.',
	faults: {
		...classes.faults,
		day: 'Choose a day of the calendar.'
	} as Record<string, string>,
	code: 'Another code',
	codeLead:
		'The old code, its link and printed slips stop working. Whoever has joined goes on as before.',
	codeGo: 'Make another code',
	rotated: (code: string) => `The code is ${code} now.`,
	teachers: 'Teachers',
	teachersLead:
		'Co-teachers can do all that you can, except delete the class, hand it over and choose its teachers.',
	roles: { owner: 'owner', 'co-teacher': 'co-teacher' },
	you: 'you',
	add: 'Add a teacher',
	email: 'Email of the teacher',
	addGo: 'Add',
	emailFaults: {
		'no-teacher': 'No teacher here has this email. An administrator can invite them.',
		already: 'This teacher is one of the class’s already.'
	} as Record<string, string>,
	added: 'The teacher is added.',
	remove: (name: string) => `Remove ${name}`,
	removed: 'The teacher is removed.',
	leave: 'Leave this class',
	handOver: (name: string) => `Make ${name} the owner`,
	handedOver: 'The class is handed over. You are a co-teacher of it now.',
	archive: 'Archive',
	archiveLead:
		'For a class that is done: it moves out of the way and nobody joins. Nothing is deleted, and its assignments can be used again.',
	archiveGo: 'Archive the class',
	unarchive: 'Take it out of the archive',
	archived: 'The class is archived.',
	unarchived: 'The class is out of the archive.',
	delete: 'Delete the class',
	deleteLead: (
		held: { learners: number; attempts: number; answers: number; assignments: number },
		days: number
	) =>
		`With it go ${listed([learners(held.learners), attempts(held.attempts), answers(held.answers)])}. Within ${counted(days, 'day')} you can bring everything back${
			held.assignments === 0
				? ''
				: `, or use its ${counted(held.assignments, 'assignment')} again in another class`
		}.`,
	deleteSure: (name: string) => `Yes, delete ${name}`,
	deleteGo: 'Delete the class',
	deleteFault: 'Tick the box first.',
	ownerOnly: 'Only the owner can delete the class and choose its teachers.'
};

export const projector = {
	title: (group: string) => `Join ${group} · Says Who`,
	heading: (group: string) => `Join ${group}`,
	go: 'Go to',
	type: 'and type',
	joined: (n: number) => (n === 0 ? 'Nobody has joined yet' : `${learners(n)} joined`),
	ofAll: (n: number, all: number) => `${n} of ${all} have joined`,
	names: 'Show names',
	noNames: 'Hide names',
	back: 'Back to the class',
	closed: 'Joining is closed. Open it on the page of the class.'
};

export const slips = {
	title: (group: string) => `Slips to join ${group} · Says Who`,
	heading: 'Slips',
	lead: 'Cut along the lines. Each slip has the code, the link and a place for the return code.',
	which: 'Slips',
	forNames: (n: number) =>
		n === 1 ? 'One for the name on your list' : `One for each of the ${n} names on your list`,
	blank: 'Blank ones',
	many: 'How many blank ones',
	show: 'Show these',
	print: 'Print',
	back: 'Back to the class',
	scan: 'Scan the square, or go to',
	code: 'and type the code',
	name: 'Name',
	nickname: 'Nickname',
	pick: 'Pick your name from the list.',
	choose: 'Choose a nickname, not your real name.',
	returnCode: 'Return code'
};
