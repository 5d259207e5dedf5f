/** A fresh seed for a quiz: six characters of base 36. Drawn by the server or by this browser. */
export const newSeed = (): string =>
	crypto
		.getRandomValues(new Uint32Array(2))
		.reduce((text, part) => text + part.toString(36), '')
		.slice(-6)
		.padStart(6, '0');
