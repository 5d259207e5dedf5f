// A QR code as the path of an SVG: a link in a shape that a camera reads.

import { encode } from 'uqr';

export interface QrCode {
	/** Modules on a side, the quiet zone among them. */
	size: number;
	/** Path data: one rectangle for each run of dark modules in a row. */
	path: string;
}

/** Modules of white round the code that readers need. */
const QUIET = 4;

export function qrCode(text: string): QrCode {
	const { data, size } = encode(text, { ecc: 'M', border: QUIET });
	const runs: string[] = [];
	for (const [y, row] of data.entries()) {
		let start = -1;
		for (let x = 0; x <= row.length; x++) {
			const dark = row[x] === true;
			if (dark && start < 0) start = x;
			if (!dark && start >= 0) {
				runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
				start = -1;
			}
		}
	}
	return { size, path: runs.join('') };
}
