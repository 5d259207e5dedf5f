/** The log of this device, opened once for each page; where the browser keeps nothing, one for the page. */
import { memoryLog, openLog, type Log } from '../../study/log/store.ts';

let opened: Promise<Log> | undefined;

export const theLog = (): Promise<Log> => (opened ??= openLog(newId).catch(() => memoryLog(newId)));

/** Letters and digits, 80 bits of chance. `randomUUID` is absent on plain http. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('');
}

/** The moment, and the calendar day where this device is. */
export function rightNow(): { at: number; day: string } {
	const now = new Date();
	const two = (n: number) => String(n).padStart(2, '0');
	return {
		at: now.getTime(),
		day: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
	};
}
