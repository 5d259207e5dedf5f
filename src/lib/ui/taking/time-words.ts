/** The words of the clock of an attempt. */
import { counted } from '../counting.ts';

export const words = {
	left: 'Time left',
	hide: 'Hide the time',
	show: 'Show the time',
	hidden: 'Time hidden',
	minutes: (n: number) => `${counted(n, 'minute')} left`,
	paused: 'Paused by the teacher. The clock stands still.',
	goesOn: 'It goes on.',
	more: (minutes: number) => `You have been given more time: ${counted(minutes, 'minute')} left.`,
	over: 'Time is over.'
};
