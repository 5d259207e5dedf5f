/** Digits and lower-case letters without i, l, o and u, so that an id read aloud is not misheard. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 26 × 5 = 130 bits. */
const LENGTH = 26;

/** A new id for a row: unguessable, and safe in an address and a file name. */
export const newId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) =>
		ALPHABET.charAt(byte % ALPHABET.length)
	).join('');
