/**
 * The code that moves a log to another phone: somebody reads it on one and types it on the other.
 *
 * Fifteen letters of 29 are 72.9 bits, drawn by chance, and a sixteenth that shows a slip. Both the key
 * and the address of the parcel are made of them by PBKDF2 (`ui/progress/sealing.ts`), which costs as
 * much as 210,000 hashes, 17.7 bits more. So whoever steals the store while a parcel lies in it has some
 * 2^90 hashes to compute, and the address that the server sees says no more about the key than that.
 */

/** Digits and letters that look and sound like no other: without 0 o, 1 l i, u v. Their number is a prime. */
const ALPHABET = '23456789abcdefghjkmnpqrstwxyz';
const LETTERS = new RegExp(`^[${ALPHABET}]*$`, 'u');
const DRAWN = 15;
const GROUP = 4;

/** Bytes of the address under which a parcel lies. */
export const ADDRESS_BYTES = 32;
/** Bytes that {@link drawCode} wants: a few are unusable, and fifteen of these never. */
export const CHANCE_BYTES = 64;
/** Bytes of a parcel: what a server takes at once by default, with room for what is round it. */
export const PARCEL_BYTES = 500_000;

/**
 * @param chance bytes, each by chance
 * @throws RangeError where too many of them are unusable
 */
export function drawCode(chance: Uint8Array): string {
	// Above the last multiple of 29 some letters would come more often than others.
	const most = 256 - (256 % ALPHABET.length);
	const drawn = [...chance].filter((byte) => byte < most).slice(0, DRAWN);
	if (drawn.length < DRAWN) throw new RangeError('more chance is needed');
	const letters = drawn.map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
	return letters + checkOf(letters);
}

/** Each place weighs differently modulo a prime: one wrong letter shows, and two that changed places. */
function checkOf(letters: string): string {
	let sum = 0;
	for (let i = 0; i < letters.length; i++) sum += (i + 2) * ALPHABET.indexOf(letters.charAt(i));
	return ALPHABET.charAt(sum % ALPHABET.length);
}

/** 'abcd-efgh-jkmn-pqrs' */
export const groupParcelCode = (code: string): string =>
	(code.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []).join('-');

export type ReadCode = { code: string } | { fault: 'short' | 'long' | 'letter' | 'slip' };

/** Reads what was typed or came in a link: case, spaces and dashes mean nothing. */
export function readParcelCode(typed: string): ReadCode {
	const code = typed
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{Pd}\p{Cf}]/gu, '');
	if (!LETTERS.test(code)) return { fault: 'letter' };
	if (code.length !== DRAWN + 1) return { fault: code.length > DRAWN ? 'long' : 'short' };
	return checkOf(code.slice(0, DRAWN)) === code.charAt(DRAWN) ? { code } : { fault: 'slip' };
}
