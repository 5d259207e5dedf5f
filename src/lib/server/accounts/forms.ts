// What the forms about accounts may hold. A fault is a code; its words are in ui/account/words.ts.

import * as v from 'valibot';

/** Characters. */
const MIN_PASSWORD = 10;

export type FieldFault =
	| 'name-missing'
	| 'name-long'
	| 'email-odd'
	| 'email-taken'
	| 'password-missing'
	| 'password-short'
	| 'password-long'
	| 'password-wrong';

const fault = (code: FieldFault): FieldFault => code;

const Name = v.pipe(
	v.string(fault('name-missing')),
	v.transform((text) => text.replace(/\s+/gu, ' ').trim()),
	v.minLength(1, fault('name-missing')),
	v.maxLength(100, fault('name-long'))
);

const Email = v.pipe(
	v.string(fault('email-odd')),
	v.trim(),
	v.toLowerCase(),
	v.maxLength(254, fault('email-odd')),
	v.regex(/^[^\s@]+@[^\s@]+$/u, fault('email-odd'))
);

/** Long enough, and no other rule: rules about signs make passwords worse. */
const NewPassword = v.pipe(
	v.string(fault('password-short')),
	v.minLength(MIN_PASSWORD, fault('password-short')),
	v.maxLength(1000, fault('password-long'))
);

/** One that is tried: whatever its length, it is right or wrong. */
const Password = v.pipe(
	v.string(fault('password-missing')),
	v.minLength(1, fault('password-missing')),
	v.maxLength(1000, fault('password-long'))
);

const Role = v.picklist(['administrator', 'teacher']);

export const forms = {
	signIn: v.object({ email: Email, password: Password }),
	welcome: v.object({ name: Name, email: Email, password: NewPassword }),
	reset: v.object({ password: NewPassword }),
	name: v.object({ name: Name }),
	password: v.object({ current: Password, next: NewPassword }),
	remove: v.object({ confirm: Password }),
	invite: v.object({ role: Role }),
	role: v.object({ teacher: v.string(), role: Role }),
	teacher: v.object({ teacher: v.string() }),
	/** Without an heir nothing was said about the classes; 'nobody': they go with the account. */
	close: v.object({ teacher: v.string(), heir: v.optional(v.string()) }),
	invitation: v.object({ invitation: v.string() })
};

export type Parsed<T> = { values: T } | { faults: Record<string, FieldFault> };

export function parseForm<T>(schema: v.GenericSchema<unknown, T>, data: FormData): Parsed<T> {
	const { success, output, issues } = v.safeParse(schema, Object.fromEntries(data));
	if (success) return { values: output };
	const faults = Object.entries(v.flatten(issues).nested ?? {}).flatMap(([field, messages]) =>
		messages ? [[field, messages[0] as FieldFault] as const] : []
	);
	return { faults: Object.fromEntries(faults) };
}

/** A field's text, to fill the form again. Never used for a password. */
export function textOf(data: FormData, field: string): string {
	const value = data.get(field);
	return typeof value === 'string' ? value.slice(0, 300) : '';
}
