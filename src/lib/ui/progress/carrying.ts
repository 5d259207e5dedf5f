/** Takes a log through the server to another device: what the page of moving does, without its looks. */
import type { LogRow } from '../../review/log.ts';
import { FILE_LENGTH, fileOf, readFile } from '../../study/log-file.ts';
import { CHANCE_BYTES, drawCode } from '../../study/parcel-code.ts';
import { openerOf, seal } from './sealing.ts';

export type CarryFault = 'too-large' | 'gone' | 'spoiled' | 'too-many' | 'crowded' | 'offline';

/** Seals the rows and leaves them at the server. @returns the code that fetches and opens them */
export async function leave(
	rows: readonly LogRow[]
): Promise<{ code: string } | { fault: CarryFault }> {
	const code = drawCode(crypto.getRandomValues(new Uint8Array(CHANCE_BYTES)));
	const sending = await seal(fileOf(rows), code);
	if (!sending) return { fault: 'too-large' };
	const answer = await post('/progress/parcels', sending);
	return 'fault' in answer ? answer : { code };
}

/** Fetches what lies under a code and opens it. */
export async function fetchRows(code: string): Promise<{ rows: LogRow[] } | { fault: CarryFault }> {
	const { address, open } = await openerOf(code);
	const answer = await post('/progress/parcels/taken', address);
	if ('fault' in answer) return answer;
	const text = await open(answer.bytes, 2 * FILE_LENGTH);
	const read = text === null ? null : readFile(text);
	return read && 'rows' in read ? read : { fault: 'spoiled' };
}

const faults: Partial<Record<number, CarryFault>> = {
	410: 'gone',
	413: 'too-large',
	429: 'too-many',
	503: 'crowded'
};

async function post(
	path: string,
	body: Uint8Array<ArrayBuffer>
): Promise<{ bytes: ArrayBuffer } | { fault: CarryFault }> {
	try {
		const answer = await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/octet-stream' },
			body
		});
		return answer.ok
			? { bytes: await answer.arrayBuffer() }
			: { fault: faults[answer.status] ?? 'offline' };
	} catch {
		return { fault: 'offline' };
	}
}
