/** What can be wrong with a request for a quiz. The words that a person sees are in `ui/`. */
export const troubles = {
	/** The address is cut off or altered. */
	'mangled-link': 400,
	/** No article of that name. */
	'no-article': 404,
	/** The article has no question of that kind. */
	'nothing-to-ask': 404,
	/** The link was made from an earlier version of the questions. */
	'questions-gone': 410
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
