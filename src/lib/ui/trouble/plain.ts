/**
 * The words of an error that every page has with it: those for what happens on the way to the server.
 * Whatever the server refuses it explains itself (words.ts).
 */

export interface TroubleWords {
	heading: string;
	happened: string;
	kept: string;
	/** What the first button does; `again` loads the same address once more. */
	to: 'article' | 'home' | 'again' | 'sign-in' | 'join' | 'mine';
	action: string;
}

export const inThisTab = 'Answers given in this tab are still here.';

const again = { kept: inThisTab, to: 'again', action: 'Try again' } as const;

/** What to say where the server has said nothing. */
export const wordless = (code: string | undefined): TroubleWords =>
	code === 'no-connection'
		? {
				heading: 'No connection',
				happened: 'The page could not be fetched. The network may be gone for the moment.',
				...again
			}
		: { heading: 'The server did not answer', happened: 'It may be starting or busy.', ...again };

export const trouble = {
	title: (heading: string) => `${heading} · Says Who`,
	status: (status: number) => `Error ${status}`,
	home: 'All articles'
};
