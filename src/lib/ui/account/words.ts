/** The words of signing in, of the account and of the school's teachers. */
import { counted } from '../counting.ts';
import { waitingTime } from '../waiting.ts';

/** By the code that the server gives for a field. */
export const fieldFaults = {
	'name-missing': 'Enter the name that colleagues know.',
	'name-long': 'Shorten the name to 100 characters.',
	'email-odd': 'Enter an email address, such as vance@school.org.',
	'email-taken': 'There is an account with this email already. Sign in with it, or use another.',
	'password-missing': 'Enter the password.',
	'password-short': 'Choose a longer password: at least 10 characters.',
	'password-long': 'Shorten the password to 1000 characters.',
	'password-wrong': 'This is not the password of the account.'
};

export type FieldFault = keyof typeof fieldFaults;

const title = (what: string) => `${what} · Says Who`;

export const account = {
	name: 'Name',
	nameHint: 'As colleagues and learners see it.',
	email: 'Email',
	emailHint: 'For signing in. Nothing is sent to it.',
	password: 'Password',
	newPassword: 'New password',
	currentPassword: 'Current password',
	passwordHint:
		'At least 10 characters. A few words in a row are good; special signs are not needed.',
	tooOften: (seconds: number) =>
		`Too many wrong passwords. Nothing is locked: try again in ${waitingTime(seconds)}. A reset link from an administrator works at once.`,
	roles: { administrator: 'Administrator', teacher: 'Teacher' }
};

export const signIn = {
	title: title('Sign in'),
	heading: 'Sign in as a teacher',
	action: 'Sign in',
	wrong: 'The email or the password is not right. Check both and try again.',
	forgotten: 'Password forgotten? An administrator of your school makes a link to set another one.',
	noAccount: 'No account yet? An administrator of your school makes an invitation link.',
	nobody:
		'Nobody has an account here yet. The server printed a link as it started: open it to make the first one. Starting it again prints a new link.',
	learner: 'Learners need no account:',
	join: 'join a class with its code'
};

export const welcome = {
	title: title('Make your account'),
	heading: { 'set-up': 'Set up Says Who', invitation: 'Make your account' },
	lead: {
		'set-up':
			'Your account will be the first, with the role of administrator: you invite the others.',
		invitation: 'You have been invited.'
	},
	role: {
		administrator: 'Administrators make classes like every teacher, and invite colleagues.',
		teacher: 'Teachers make classes and assign quizzes.'
	},
	action: 'Make the account'
};

export const reset = {
	title: title('Set another password'),
	heading: 'Set another password',
	lead: (email: string) =>
		`For the account ${email}. Wherever it is signed in now, it will be signed out.`,
	action: 'Set the password and sign in'
};

export const own = {
	title: title('Your account'),
	heading: 'Your account',
	facts: (email: string, role: string) => `${email} · ${role}`,
	nameHeading: 'Your name',
	saveName: 'Save the name',
	nameSaved: 'The name is saved.',
	passwordHeading: 'Your password',
	passwordLead: 'Changing it signs you out everywhere else.',
	savePassword: 'Change the password',
	passwordSaved: 'The password is changed. Everywhere else you are signed out.',
	everywhereHeading: 'Sign out everywhere',
	everywhereLead:
		'Ends your session in this browser and in every other one, for example on a computer that others use.',
	everywhere: 'Sign out everywhere',
	removeHeading: 'Delete the account',
	removeLead:
		'Your name, your email and your password go at once and cannot be brought back. Quizzes that you assigned, and marks that you changed, stay with the classes, without your name.',
	removeShared: 'These classes stay with those who teach them too:',
	removeAlone:
		'Nobody else teaches these classes. Delete each of them, or add a colleague to it, and then come back:',
	removeLast:
		'You are the only administrator. Give the role to a colleague first, on the page ‘People’.',
	removeNotYet:
		'The account was not deleted: something has to be settled first. It is named below.',
	remove: 'Delete my account'
};

export const people = {
	title: title('People'),
	heading: 'People',
	lead: 'Everyone who teaches at your school with Says Who. Classes and their results are seen only by those who teach them.',
	caption: 'Teachers of the school',
	name: 'Name',
	email: 'Email',
	role: 'Role',
	change: 'Change',
	you: '(you)',
	makeAdministrator: 'Make administrator',
	makeTeacher: 'Make teacher',
	resetLink: 'Reset link',
	of: (name: string) => `for ${name}`,
	inviteHeading: 'Invite a colleague',
	inviteLead:
		'Makes a link for one account. Pass it on by any way you trust; it works once, for 7 days.',
	inviteRole: 'Role of the new account',
	invite: 'Make an invitation link',
	openHeading: 'Open invitations',
	openNone: 'No invitation is open.',
	openOne: (role: string) => `${role}, until`,
	withdraw: 'Withdraw',
	made: {
		invitation: 'The invitation link is made. Copy it now: it is not shown again.',
		reset: (name: string) =>
			`The link with which ${name} sets another password is made. Copy it now: it is not shown again. It works once, for 24 hours.`
	},
	link: 'Link',
	close: 'Close the account',
	closing: {
		heading: (name: string) => `Close the account of ${name}?`,
		lead: (days: number) =>
			`Nobody signs in with it from then on. For ${counted(days, 'day')} you can open it again; after that name, email and password are gone for good. Quizzes that were assigned and marks that were changed stay with the classes, without the name.`,
		none: 'No class depends on this account.',
		shared: (n: number) =>
			n === 1
				? 'A class that others teach too stays with them.'
				: `${counted(n, 'class', 'classes')} that others teach too stay with them.`,
		alone: (n: number, held: { learners: number; answers: number }) =>
			`Nobody else teaches ${n === 1 ? 'one class' : counted(n, 'class', 'classes')}, with ${counted(held.learners, 'learner')} and ${counted(held.answers, 'answer')}. Learners can go on there.`,
		heir: 'Who goes on with what nobody else teaches',
		heirIs: (name: string, isMe: boolean) => (isMe ? `${name} (you)` : name),
		nobody: (days: number) => `Nobody: deleted with the account after ${counted(days, 'day')}`,
		go: 'Close the account now',
		keep: 'Keep it open'
	},
	closedHeading: 'Closed accounts',
	closedOne: (name: string) => `${name}, can be opened again until`,
	open: 'Open again',
	closed: 'The account is closed. It stands below, and can be opened again for a while.',
	opened: 'The account is open again, with the password that it had.',
	lastAdministrator:
		'Nothing was changed: the school needs at least one administrator. Make somebody else one first.',
	roleChanged: 'The role is changed.',
	withdrawn: 'The invitation is withdrawn: its link leads nowhere now.'
};
