// What the teacher's forms about classes may hold. A fault is a code; its words are in
// ui/classes/words.ts.

import * as v from 'valibot';
import { parseDay } from './calendar.ts';

export type ClassFault = 'empty' | 'long' | 'day';
const fault = (code: ClassFault): ClassFault => code;

const Name = v.pipe(
	v.string(fault('empty')),
	v.transform((text) =>
		text
			.normalize('NFC')
			.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
			.trim()
	),
	v.minLength(1, fault('empty')),
	v.maxLength(80, fault('long'))
);

const Day = v.pipe(v.string(fault('day')), v.transform(parseDay), v.number(fault('day')));

const id = v.pipe(v.string(), v.maxLength(40));
/** Longer than any list may be, so that the list's own reader says so. */
const text = v.optional(v.pipe(v.string(), v.maxLength(400_000)), '');

export const forms = {
	make: v.object({ name: Name }),
	settings: v.object({
		name: Name,
		ends: Day,
		by: v.picklist(['nickname', 'list'], fault('empty'))
	}),
	group: v.object({ class: id }),
	teacher: v.object({ teacher: id }),
	email: v.object({ email: v.pipe(v.string(), v.maxLength(300)) }),
	learner: v.object({ learner: id }),
	sure: v.object({ sure: v.literal('yes') }),
	claim: v.object({ claim: id, decision: v.picklist(['allow', 'replace', 'decline']) }),
	joining: v.object({ joining: v.picklist(['open', 'locked']) }),
	names: v.object({ names: text }),
	rename: v.object({ name: v.pipe(v.string(), v.maxLength(10_000)) })
};

export type Parsed<T> = { values: T } | { fault: ClassFault };

/** The fields of a form, or the first thing that is wrong with them. */
export function parseForm<T>(schema: v.GenericSchema<unknown, T>, data: FormData): Parsed<T> {
	const { success, output, issues } = v.safeParse(schema, Object.fromEntries(data));
	if (success) return { values: output };
	const known: readonly string[] = ['empty', 'long', 'day'] satisfies ClassFault[];
	const found = issues.map(({ message }) => message).find((code) => known.includes(code));
	return { fault: (found ?? 'empty') as ClassFault };
}

/** A field's text, to fill the form again. */
export function textOf(data: FormData, field: string, most = 1000): string {
	const value = data.get(field);
	return typeof value === 'string' ? value.slice(0, most) : '';
}
