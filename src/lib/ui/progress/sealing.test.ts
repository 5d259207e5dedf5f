import { expect, it } from 'vitest';
import { ADDRESS_BYTES, PARCEL_BYTES } from '../../study/parcel-code.ts';
import { openerOf, seal } from './sealing.ts';

const [code, other] = ['abcdefghjkmnpqrs', 'bbcdefghjkmnpqrs'];
const text = JSON.stringify({ what: 'Ünï “quoted” 🙂', many: 'once more '.repeat(500) });
const sealedText = async () => {
	const sending = await seal(text, code);
	if (!sending) throw new Error('too large');
	return { sending, sealed: sending.slice(ADDRESS_BYTES).buffer };
};

it('opens with its code alone, and lies where the code says', async () => {
	const { sending, sealed } = await sealedText();
	const { address, open } = await openerOf(code);
	expect(sending.slice(0, ADDRESS_BYTES)).toEqual(address);
	expect(await open(sealed, 10_000)).toBe(text);

	const wrong = await openerOf(other);
	expect(wrong.address).not.toEqual(address);
	expect(await wrong.open(sealed, 10_000)).toBeNull();
});

it('shows nothing of the text, is shorter than it, and never the same twice', async () => {
	const { sending } = await sealedText();
	expect(sending.length).toBeLessThan(text.length / 4);
	expect(new TextDecoder().decode(sending)).not.toContain('once');
	expect((await sealedText()).sending).not.toEqual(sending);
});

it('is refused where a bit was altered on the way, where it is cut off, and where it is too long', async () => {
	const { sealed } = await sealedText();
	const { open } = await openerOf(code);
	const altered = new Uint8Array(sealed.slice(0));
	altered[20] = (altered[20] ?? 0) ^ 1;
	expect(await open(altered.buffer, 10_000)).toBeNull();
	expect(await open(sealed.slice(0, 40), 10_000)).toBeNull();
	expect(await open(new ArrayBuffer(3), 10_000)).toBeNull();
	expect(await open(sealed, text.length - 100)).toBeNull();
});

it('is not made where a server would not take it', async () => {
	// Chance cannot be compressed by much.
	const line = () => [...crypto.getRandomValues(new Uint8Array(60_000))].map((b) => (b % 94) + 33);
	const long = Array.from({ length: 15 }, () => String.fromCharCode(...line())).join('');
	expect(long.length).toBeGreaterThan(PARCEL_BYTES);
	expect(await seal(long, code)).toBeNull();
});
