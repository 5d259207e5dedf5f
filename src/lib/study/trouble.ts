/** What can be wrong with a request. The words that a person sees are in `ui/`. */
export const troubles = {
	/** The address is cut off or altered. */
	'mangled-link': 400,
	/** No article of that name. */
	'no-article': 404,
	/** The article has no question of that kind. */
	'nothing-to-ask': 404,
	/** The link was made from an earlier version of the questions. */
	'questions-gone': 410,
	/** Sent from a page that is not ours. */
	'foreign-sender': 403,
	/** Only for whoever is signed in as a teacher. */
	'sign-in-first': 401,
	/** Only for a learner who has joined. */
	'join-first': 401,
	/** It belongs to others, or was never there: the two look alike from outside. */
	'not-yours': 404
} as const;

export type TroubleCode = keyof typeof troubles;

/** A request that cannot be answered as it stands; nothing is lost by it. */
export class Trouble extends Error {
	readonly code: TroubleCode;
	readonly status: number;

	constructor(code: TroubleCode) {
		super(code);
		this.code = code;
		this.status = troubles[code];
	}
}
