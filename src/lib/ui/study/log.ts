/** The log of this device, opened once for each page; where the browser keeps nothing, one for the page. */
import { dayOf } from '../time/day.ts';
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
	const at = Date.now();
	return { at, day: dayOf(at) };
}
