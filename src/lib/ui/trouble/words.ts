/**
 * What a person reads when something went wrong: what happened, what was kept, what to do. Kept on the
 * server, which sends the words along with the error, so that no page carries all of them.
 */
import type { TroubleCode } from '../../study/trouble.ts';
import { inThisTab, type TroubleWords } from './plain.ts';

const nothingLost = 'Nothing is lost.';
const savedStays = 'What was answered and saved is still there.';

const byCode: Record<TroubleCode, TroubleWords> = {
	'mangled-link': {
		heading: 'This link is not whole',
		happened:
			'Part of the address is missing or altered, as happens when a long link is cut in a message. The quiz it names cannot be found.',
		kept: `${nothingLost} Links never carry answers, and the quiz it came from is unchanged.`,
		to: 'article',
		action: 'Choose a quiz on this article'
	},
	'no-article': {
		heading: 'No article of that name',
		happened: 'The address names an article that is not here. It may be misspelt or taken away.',
		kept: nothingLost,
		to: 'home',
		action: 'See the articles'
	},
	'nothing-to-ask': {
		heading: 'No questions of that kind',
		happened: 'This article has no questions for the skill or the kind in the address.',
		kept: nothingLost,
		to: 'article',
		action: 'Choose another quiz'
	},
	'questions-gone': {
		heading: 'These questions have changed',
		happened:
			'The link was made for an earlier version of the questions on this article. They have been revised since, so the same quiz cannot be shown.',
		kept: `The article is here, with the questions as they are now. ${inThisTab}`,
		to: 'article',
		action: 'Choose a new quiz'
	},
	'foreign-sender': {
		heading: 'This did not come from one of our pages',
		happened:
			'Something was sent to this address from another page, or through an address that this server does not know as its own.',
		kept: 'Nothing was changed.',
		to: 'home',
		action: 'Go to the first page'
	},
	'sign-in-first': {
		heading: 'Sign in first',
		happened: 'This page is for teachers who are signed in. The session may have ended.',
		kept: nothingLost,
		to: 'sign-in',
		action: 'Sign in'
	},
	'mangled-form': {
		heading: 'The form did not arrive whole',
		happened: 'Something that the page always sends along was missing or altered.',
		kept: 'Nothing was changed.',
		to: 'again',
		action: 'Load the page again'
	},
	'link-over': {
		heading: 'This link cannot be used any more',
		happened:
			'Such a link works once and for a few days. It was used, has run out, was replaced by a newer one, or is not whole.',
		kept: 'Nothing was changed. If it made your account or set your password, sign in with that.',
		to: 'sign-in',
		action: 'Sign in'
	},
	'join-first': {
		heading: 'Join your class first',
		happened:
			'This page is for somebody who has joined a class on this device. The session may have ended.',
		kept: savedStays,
		to: 'join',
		action: 'Join with a code'
	},
	'not-yours': {
		heading: 'Nothing here for you',
		happened:
			'The address names something that is not there, was deleted, or belongs to somebody else.',
		kept: nothingLost,
		to: 'home',
		action: 'Go to the first page'
	},
	'no-class': {
		heading: 'No class has this code',
		happened:
			'The code in the link may be mistyped or cut off, or the teacher has made a new one since.',
		kept: 'Nothing is lost. If you joined before, your answers are still there.',
		to: 'join',
		action: 'Type the code'
	},
	'too-many-codes': {
		heading: 'Too many wrong codes',
		happened:
			'Many wrong codes came from this network just now, so codes are not looked at for a moment.',
		kept: nothingLost,
		to: 'again',
		action: 'Try again'
	},
	'owner-only': {
		heading: 'Only the owner of the class can do this',
		happened:
			'You teach this class with others. Deleting it, handing it over and choosing its teachers are for its owner.',
		kept: 'Nothing was changed.',
		to: 'home',
		action: 'Go to the first page'
	},
	'not-open-yet': {
		heading: 'Not open yet',
		happened: 'This assignment opens later. The list says when.',
		kept: nothingLost,
		to: 'mine',
		action: 'See your list'
	},
	'assignment-over': {
		heading: 'This assignment is over',
		happened:
			'It was closed, its due date is past, or the class has ended. Nothing new can be started.',
		kept: savedStays,
		to: 'mine',
		action: 'See your list'
	},
	'attempts-used-up': {
		heading: 'No attempts left',
		happened: 'As many attempts as this assignment allows have been made.',
		kept: savedStays,
		to: 'mine',
		action: 'See your list'
	},
	paused: {
		heading: 'Paused',
		happened: 'The teacher has stopped the clock for everybody. It goes on when they say so.',
		kept: savedStays,
		to: 'mine',
		action: 'See your list'
	},
	'no-such-partner': {
		heading: 'Nobody of that name here',
		happened: 'The second name is not one of your class, or it is your own.',
		kept: 'Nothing was started.',
		to: 'mine',
		action: 'Choose again'
	},
	'partner-busy': {
		heading: 'The second one has their own',
		happened:
			'The second of the pair has started this assignment already, or has no attempt left. Each can take it alone.',
		kept: 'Nothing was started, and what they have answered is still there.',
		to: 'mine',
		action: 'See your list'
	},
	'mangled-sending': {
		heading: 'This could not be read',
		happened:
			'Something was sent that is not what a page of Says Who sends, or only a part of it came.',
		kept: savedStays,
		to: 'mine',
		action: 'See your list'
	},
	'no-parcel': {
		heading: 'Nothing waits under this code',
		happened: 'A code works once and for 15 minutes. It was used, or the time is over.',
		kept: 'Nothing is lost: everything is still on the device that made the code.',
		to: 'again',
		action: 'Try again'
	},
	'parcels-full': {
		heading: 'Too many are moving at once',
		happened: 'As many logs as this server takes are on their way to another phone.',
		kept: 'Nothing is lost: everything is still on this device.',
		to: 'again',
		action: 'Try again in a few minutes'
	},
	'too-large': {
		heading: 'Too much at once',
		happened: 'More was sent than this server takes at once.',
		kept: savedStays,
		to: 'mine',
		action: 'See your list'
	},
	'try-later': {
		heading: 'Nothing can be saved just now',
		happened:
			'The server cannot write to its store: the disk may be full, or the database may be away. The people who run it can see why.',
		kept: 'What was saved before is still there. What was just sent was not saved: go back and send it again in a moment.',
		to: 'again',
		action: 'Try again'
	},
	'nothing-to-regrade': {
		heading: 'This question cannot be marked that way',
		happened:
			'The assignment has no such question, or the question has no options of which another could be accepted.',
		kept: 'No mark was changed.',
		to: 'again',
		action: 'Go back to the questions'
	},
	'reason-first': {
		heading: 'A reason is missing',
		happened: 'Marks are changed only with a reason, which the learners and the history show.',
		kept: 'No mark was changed.',
		to: 'again',
		action: 'Go back to the questions'
	}
};

const notFound: TroubleWords = {
	heading: 'No page at this address',
	happened: 'The address may be misspelt, or the page has moved.',
	kept: nothingLost,
	to: 'home',
	action: 'See the articles'
};

const unexpected: TroubleWords = {
	heading: 'That went wrong on our side',
	happened: 'The page could not be made. It is noted for the people who run this site.',
	kept: `${inThisTab} Without scripts they are in the address.`,
	to: 'again',
	action: 'Try again'
};

const refused: TroubleWords = {
	heading: 'That could not be done',
	happened: 'The address or the form asks for something that this page cannot answer.',
	kept: nothingLost,
	to: 'home',
	action: 'See the articles'
};

/** Nothing answered, and this browser does not keep it: not the server's word, but its page's. */
const notKept: TroubleWords = {
	heading: 'No connection, and not on this device',
	happened:
		'This needs the server, which does not answer: the network may be gone. An article opens without a network once it was opened on this device, or when everything was kept.',
	kept: `What is kept on this device opens. ${inThisTab}`,
	to: 'again',
	action: 'Try again'
};

/** The words for an error; an unknown code falls back on its status. */
export function troubleWords(status: number, code: string | undefined): TroubleWords {
	const known = Object.entries(byCode).find(([name]) => name === code);
	if (known) return known[1];
	if (code === 'not-kept') return notKept;
	if (status === 404) return notFound;
	return status >= 500 ? unexpected : refused;
}
