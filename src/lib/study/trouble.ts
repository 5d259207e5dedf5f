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
	/** A form without what its page always sends. */
	'mangled-form': 400,
	/** A link that works once: used, expired, replaced, or never made. */
	'link-over': 410,
	/** Only for a learner who has joined. */
	'join-first': 401,
	/** It belongs to others, or was never there: the two look alike from outside. */
	'not-yours': 404,
	/** No class has the join code. */
	'no-class': 404,
	/** More wrong codes from one address than people mistype. */
	'too-many-codes': 429,
	/** A class that one teaches with others: its owner alone may do this. */
	'owner-only': 403,
	/** The assignment opens later. */
	'not-open-yet': 409,
	/** The assignment is closed, past its due date, or in a class that has ended. */
	'assignment-over': 409,
	/** As many attempts as are allowed have been made. */
	'attempts-used-up': 409,
	/** The teacher stopped the clock. */
	paused: 409,
	/** Nobody of that name in the class with whom this could be taken. */
	'no-such-partner': 400,
	/** The partner has an attempt of their own, or none left. */
	'partner-busy': 409,
	/** What a device sent is not what a device of ours sends. */
	'mangled-sending': 400,
	/** No log waits under the code: used, over, or never made. */
	'no-parcel': 410,
	/** As many logs as may are on their way to another phone. */
	'parcels-full': 503,
	/** More than can be sent at once. */
	'too-large': 413,
	/** No such question in the assignment, or the decision does not fit its kind. */
	'nothing-to-regrade': 409,
	/** A regrade says why. */
	'reason-first': 400,
	/** The store cannot take anything now: its disk is full, or it does not answer. */
	'try-later': 503
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
