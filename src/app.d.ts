// Kit's ambient types: what an error carries to the page, what a request knows, and what an entry of
// the history keeps.
import type { Actors } from '$lib/server/actor';
import type { TroubleWords } from '$lib/ui/trouble/plain';
import type { Db } from '$lib/server/store/store';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Which trouble it is, for the words of the error page (`TroubleCode` and the engine's own). */
			code?: string;
			/** What the error page says, where the server knows more than the status tells. */
			words?: TroubleWords;
		}
		interface Locals extends Actors {
			db: Db;
			/** One moment for the whole request, in milliseconds since 1970. */
			now: number;
		}
		interface PageState {
			/** The question of an assigned attempt that is shown, 1-based. */
			n?: number;
			/** The citation that is being followed: the id of its link, and the words it cites. */
			cited?: { id: string; quote: { sentence: number; words: string } };
		}
	}
}

export {};
