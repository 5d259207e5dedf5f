// Kit's ambient types: what an error carries to the page, and what an entry of the history keeps.
declare global {
	namespace App {
		interface Error {
			message: string;
			/** Which trouble it is, for the words of the error page (`TroubleCode` and the engine's own). */
			code?: string;
		}
		interface PageState {
			/** The citation that is being followed: the id of its link, and the words it cites. */
			cited?: { id: string; quote: { sentence: number; words: string } };
		}
	}
}

export {};
