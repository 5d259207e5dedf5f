/** The words of answers that the server will never store. */
import type { Refusal } from '../../taking/device/rows.ts';

const refusals: Record<Refusal, string> = {
	'no-such-question': 'the attempt has no such question',
	'not-an-answer': 'it does not fit the question',
	'op-taken': 'another answer was sent under its number',
	over: 'it was given after the end',
	gone: 'the attempt is not there any more',
	'not-understood': 'the server could not read it'
};

export const words = {
	title: (n: number) =>
		n === 1 ? 'One answer could not be saved' : `${n} answers could not be saved`,
	why: (n: number, why: Refusal) => `Question ${n}: ${refusals[why]}.`,
	means: (n: number) =>
		`${n === 1 ? 'It is' : 'They are'} still on this device. You can download ${n === 1 ? 'it' : 'them'} as a file for your teacher.`
};
