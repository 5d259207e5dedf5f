/** What a person reads when something went wrong: what happened, what was kept, what to do. */
import type { TroubleCode } from '../../study/trouble.ts';

export interface TroubleWords {
	heading: string;
	happened: string;
	kept: string;
	/** What the first button does; `again` loads the same address once more. */
	to: 'article' | 'home' | 'again' | 'sign-in' | 'join';
	action: string;
}

/** Troubles that the way to the server adds to those of a quiz. */
type Code = TroubleCode | 'no-connection' | 'no-answer';

const inThisTab = 'Answers given in this tab are still here.';
const nothingLost = 'Nothing is lost.';

const byCode: Record<Code, TroubleWords> = {
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
	'join-first': {
		heading: 'Join your class first',
		happened:
			'This page is for somebody who has joined a class on this device. The session may have ended.',
		kept: 'What was answered and saved is still there.',
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
	'no-connection': {
		heading: 'No connection',
		happened: 'The page could not be fetched. The network may be gone for the moment.',
		kept: inThisTab,
		to: 'again',
		action: 'Try again'
	},
	'no-answer': {
		heading: 'The server did not answer',
		happened: 'It may be starting or busy.',
		kept: inThisTab,
		to: 'again',
		action: 'Try again'
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

/** The words for an error; an unknown code falls back on its status. */
export function troubleWords(status: number, code: string | undefined): TroubleWords {
	const known = Object.entries(byCode).find(([name]) => name === code);
	if (known) return known[1];
	if (status === 404) return notFound;
	return status >= 500 ? unexpected : refused;
}

export const trouble = {
	title: (heading: string) => `${heading} · Says Who`,
	status: (status: number) => `Error ${status}`,
	home: 'All articles'
};
