import { counted } from './counting.ts';

/** '1 second', '45 seconds', '3 minutes': how long to wait, rounded up. */
export const waitingTime = (seconds: number): string =>
	seconds < 60 ? counted(Math.ceil(seconds), 'second') : counted(Math.ceil(seconds / 60), 'minute');
