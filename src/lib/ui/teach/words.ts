/** The words of the teacher's shell and home. */
import { counted } from '../counting.ts';

export const shell = {
	nav: 'For teachers',
	home: 'Home',
	classes: 'Classes',
	assign: 'Assign',
	account: 'Account',
	people: 'People',
	signOut: 'Sign out',
	as: (name: string) => `Signed in as ${name}`
};

const learners = (n: number) => (n === 0 ? 'No learners yet' : counted(n, 'learner'));

export const home = {
	title: 'Your classes · Says Who',
	heading: 'Your classes',
	hello: (name: string) => `Hello, ${name}`,
	work: 'Assignments',
	running: 'Running now',
	next: 'Opens later',
	over: 'Over in the last two weeks',
	none: 'Nothing is running or planned.',
	noneLead: 'Choose an article and a class: two clicks to a running assignment.',
	assign: 'Assign a quiz',
	noClass: 'You have no class yet',
	noClassLead:
		'A class gets a code. Learners join with it and a nickname, without an account and on whatever they carry.',
	newClass: 'Make a class',
	learners,
	shared: (n: number) => `${learners(n)} · shared`,
	archived: (n: number) => `Archived: ${counted(n, 'class', 'classes')}`,
	handedIn: (n: number, of: number) => `${n} of ${of} handed in`,
	noLearners: 'No learners yet',
	paused: 'Paused',
	opens: 'Opens',
	due: 'Due',
	wasDue: 'Was due',
	closed: 'Closed',
	noDue: 'No due date'
};
