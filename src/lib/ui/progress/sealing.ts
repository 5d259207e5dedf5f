/**
 * Seals a log for the way to another phone. The code alone makes the key and the address, so the server
 * that carries the parcel can neither read it nor find the code; how hard guessing is, says
 * `study/parcel-code.ts`. Needs `crypto.subtle`, which plain http does not have.
 */
import { ADDRESS_BYTES, PARCEL_BYTES } from '../../study/parcel-code.ts';

/** A key is used for one parcel. Its code is drawn anew, so the salt needs only be this app's own. */
const SALT = new TextEncoder().encode('says-who/parcel/1');
const ROUNDS = 210_000;
const IV_BYTES = 12;
const KEY_BYTES = 32;

export const canSeal = (): boolean =>
	'subtle' in crypto && 'CompressionStream' in globalThis && 'DecompressionStream' in globalThis;

/** From one run of PBKDF2 with SHA-512, whose first half says nothing about its second. */
async function derive(code: string): Promise<{ address: Uint8Array<ArrayBuffer>; key: CryptoKey }> {
	const secret = await crypto.subtle.importKey(
		'raw',
		new TextEncoder().encode(code),
		'PBKDF2',
		false,
		['deriveBits']
	);
	const bits = await crypto.subtle.deriveBits(
		{ name: 'PBKDF2', hash: 'SHA-512', salt: SALT, iterations: ROUNDS },
		secret,
		8 * (KEY_BYTES + ADDRESS_BYTES)
	);
	const key = await crypto.subtle.importKey('raw', bits.slice(0, KEY_BYTES), 'AES-GCM', false, [
		'encrypt',
		'decrypt'
	]);
	return { address: new Uint8Array(bits.slice(KEY_BYTES)), key };
}

/**
 * What is sent: the address, and behind it the sealed text.
 * @returns null where it is more than a server takes
 */
export async function seal(text: string, code: string): Promise<Uint8Array<ArrayBuffer> | null> {
	const packed = await through(new TextEncoder().encode(text), new CompressionStream('gzip'));
	if (packed === null || packed.byteLength > PARCEL_BYTES - 200) return null;
	const { address, key } = await derive(code);
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, packed);
	const sending = new Uint8Array(ADDRESS_BYTES + IV_BYTES + sealed.byteLength);
	sending.set(address);
	sending.set(iv, ADDRESS_BYTES);
	sending.set(new Uint8Array(sealed), ADDRESS_BYTES + IV_BYTES);
	return sending;
}

/** Where the parcel of a code lies, and how to open it. */
export async function openerOf(code: string): Promise<{
	address: Uint8Array<ArrayBuffer>;
	/**
	 * @param most bytes of the text
	 * @returns null where it was not sealed with this code, was altered on the way, or is longer
	 */
	open: (sealed: ArrayBuffer, most: number) => Promise<string | null>;
}> {
	const { address, key } = await derive(code);
	return {
		address,
		async open(sealed, most) {
			try {
				const iv = new Uint8Array(sealed.slice(0, IV_BYTES));
				const packed = await crypto.subtle.decrypt(
					{ name: 'AES-GCM', iv },
					key,
					sealed.slice(IV_BYTES)
				);
				const text = await through(packed, new DecompressionStream('gzip'), most);
				return text && new TextDecoder().decode(text);
			} catch {
				return null;
			}
		}
	};
}

async function through(
	bytes: BufferSource,
	stream: CompressionStream | DecompressionStream,
	most = Number.POSITIVE_INFINITY
): Promise<ArrayBuffer | null> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		size += read.value.length;
		if (size > most) {
			await reader.cancel();
			return null;
		}
		parts.push(read.value);
	}
	return new Blob(parts).arrayBuffer();
}
