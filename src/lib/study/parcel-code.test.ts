import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHANCE_BYTES, drawCode, groupParcelCode, readParcelCode } from './parcel-code.ts';

const LETTERS = Array.from('23456789abcdefghjkmnpqrstwxyz');
const chance = fc.uint8Array({ minLength: CHANCE_BYTES, maxLength: CHANCE_BYTES, max: 231 });

it('is sixteen letters that cannot be mistaken, in groups of four', () => {
	fc.assert(
		fc.property(chance, (bytes) => {
			expect(groupParcelCode(drawCode(bytes))).toMatch(
				/^([2-9a-hjkmnp-tw-z]{4}-){3}[2-9a-hjkmnp-tw-z]{4}$/u
			);
		})
	);
});

it('is read as it was drawn, whatever the case, the spaces and the dashes', () => {
	fc.assert(
		fc.property(chance, (bytes) => {
			const code = drawCode(bytes);
			const shown = groupParcelCode(code);
			for (const typed of [code, shown, shown.toUpperCase(), ` ${shown.replaceAll('-', ' – ')} `])
				expect(readParcelCode(typed)).toEqual({ code });
		})
	);
});

it('shows every single wrong letter and every two neighbours that changed places', () => {
	fc.assert(
		fc.property(chance, fc.nat(15), fc.constantFrom(...LETTERS), (bytes, i, letter) => {
			const code = drawCode(bytes);
			const wrong = code.slice(0, i) + letter + code.slice(i + 1);
			const [a = '', b = ''] = [code[i], code[i + 1]];
			const swapped = code.slice(0, i) + b + a + code.slice(i + 2);
			for (const typed of [wrong, swapped])
				expect(readParcelCode(typed)).toEqual(typed === code ? { code } : { fault: 'slip' });
		})
	);
});

it('says what is wrong with what was typed', () => {
	const code = drawCode(new Uint8Array(CHANCE_BYTES).fill(7));
	expect(readParcelCode(code.slice(1))).toEqual({ fault: 'short' });
	expect(readParcelCode(`${code}2`)).toEqual({ fault: 'long' });
	expect(readParcelCode(`0${code.slice(1)}`)).toEqual({ fault: 'letter' });
	expect(() => drawCode(new Uint8Array(CHANCE_BYTES).fill(255))).toThrow(RangeError);
});

it('draws every letter equally often: bytes that would favour some are passed over', () => {
	const counts = new Map<string, number>();
	for (let first = 0; first < 256; first++) {
		const bytes = new Uint8Array(CHANCE_BYTES);
		bytes[0] = first;
		if (first >= 232) continue;
		const [letter = ''] = drawCode(bytes);
		counts.set(letter, (counts.get(letter) ?? 0) + 1);
	}
	expect(new Set(counts.values())).toEqual(new Set([8]));
});
