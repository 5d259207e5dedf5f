// Reads the forms of an assignment: what cannot be read is a problem of its field, and everything that
// was typed goes back to the page.

import * as v from 'valibot';
import { counting, feedbackLevels, orders, presets, type Policy } from '../../taking/policy.ts';
import { limits, type ClassDates, type Problem, type Terms } from '../../taking/terms.ts';
import { momentFromForm } from '../../ui/time/zoned.ts';
import type { OwnGrant } from './deadline.ts';
import type { QuizWish } from './quiz.ts';

/** A form as it was sent, to fill it again: names and values; dates as moments. */
export interface Given {
	fields: [name: string, value: string][];
	moments: Record<string, number | null>;
}

export const givenFrom = (form: FormData): Given => {
	const fields = [...form].flatMap(([name, value]): [string, string][] =>
		typeof value === 'string' ? [[name, value]] : []
	);
	return {
		fields,
		moments: Object.fromEntries(
			fields
				.filter(([name]) => /^(opens|due)(-|$)/u.test(name) && !name.endsWith('-zone'))
				.map(([name]) => [name, momentFromForm(form, name) ?? null])
		)
	};
};

/** What one field says; empty where it says nothing. */
export const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};
const textsOf = (form: FormData, name: string): string[] => [
	...new Set(form.getAll(name).filter((value) => typeof value === 'string'))
];

/** A whole or decimal number; null where the field is empty; NaN where it is none. */
function numberOf(form: FormData, name: string): number | null {
	const text = textOf(form, name);
	if (text === '') return null;
	return /^\d{1,6}([.,]\d{1,3})?$/u.test(text) ? Number(text.replace(',', '.')) : NaN;
}

/** An empty field stands for what the preset says. */
const orPreset = <T extends readonly string[]>(options: T) =>
	v.union([v.literal(''), v.picklist(options)]);
const PolicyForm = v.object({
	preset: v.optional(v.picklist(['lesson', 'test']), 'lesson'),
	order: orPreset(orders),
	article: v.picklist(['open', 'memory']),
	certainty: v.picklist(['yes', 'no']),
	counts: v.picklist(counting),
	during: orPreset(feedbackLevels),
	submitted: orPreset(feedbackLevels),
	after: orPreset(feedbackLevels)
});

/** Title, time limit, attempts and policy. */
export function readTerms(form: FormData): { terms: Terms; problems: Problem[] } {
	const read = v.safeParse(PolicyForm, Object.fromEntries(form));
	const minutes = numberOf(form, 'limit');
	return {
		terms: {
			title: textOf(form, 'title'),
			timeLimitMs: minutes === null ? null : Math.round(minutes * 60_000),
			attemptsAllowed: numberOf(form, 'attempts'),
			policy: read.success ? policyFrom(read.output) : presets.lesson.policy
		},
		problems: read.success
			? []
			: read.issues.map((issue) => ({ field: v.getDotPath(issue) ?? 'order', code: 'choose' }))
	};
}

function policyFrom(given: v.InferOutput<typeof PolicyForm>): Policy {
	const { policy } = presets[given.preset];
	return {
		v: 1,
		order: given.order || policy.order,
		article: given.article,
		certainty: given.certainty === 'yes',
		counts: given.counts,
		feedback: {
			during: given.during || policy.feedback.during,
			submitted: given.submitted || policy.feedback.submitted,
			due: given.after || policy.feedback.due
		}
	};
}

/**
 * The dates of one class. Without an opening date it opens at once.
 * @param was the dates as they are, whose seconds stay unless something else is typed
 */
export function readDates(
	form: FormData,
	classId: string,
	now: number,
	was?: { opensAt: number; dueAt: number | null }
): { dates: ClassDates; problems: Problem[] } {
	const opens = momentFromForm(form, `opens-${classId}`, was?.opensAt);
	const due = momentFromForm(form, `due-${classId}`, was?.dueAt);
	const problems: Problem[] = [];
	if (opens === undefined) problems.push({ field: `opens-${classId}`, code: 'date' });
	if (due === undefined) problems.push({ field: `due-${classId}`, code: 'date' });
	return { dates: { classId, opensAt: opens ?? now, dueAt: due ?? null }, problems };
}

export interface AssignForm {
	slug: string;
	wish: QuizWish;
	terms: Terms;
	classes: ClassDates[];
	problems: Problem[];
}

export function readAssignForm(form: FormData, now: number): AssignForm {
	const { terms, problems } = readTerms(form);
	const classes = textsOf(form, 'class').map((id) => readDates(form, id, now));
	const draw = textOf(form, 'draw');
	return {
		slug: textOf(form, 'slug'),
		wish: draw === 'picked' ? { picked: textsOf(form, 'pick') } : { draw },
		terms,
		classes: classes.map(({ dates }) => dates),
		problems: [...problems, ...classes.flatMap((one) => one.problems)]
	};
}

/** What the form of one class's use of another's assignments says. */
export function readReuseForm(form: FormData, now: number) {
	const opensAt = momentFromForm(form, 'opens');
	const problems: Problem[] = opensAt === undefined ? [{ field: 'opens', code: 'date' }] : [];
	const to: ClassDates = { classId: textOf(form, 'to'), opensAt: opensAt ?? now, dueAt: null };
	return { from: textOf(form, 'from'), picked: textsOf(form, 'assignment'), to, problems };
}

const times = {
	'1': { timeFactor: 1, untimed: false },
	'1.25': { timeFactor: 1.25, untimed: false },
	'1.5': { timeFactor: 1.5, untimed: false },
	'2': { timeFactor: 2, untimed: false },
	off: { timeFactor: 1, untimed: true }
};
type Time = keyof typeof times;
const isTime = (text: string): text is Time => Object.hasOwn(times, text);

/**
 * What a learner is granted. The fields are named after the scope, since a page shows both forms.
 * @param was the due date that the form showed
 */
export function readGrantForm(
	form: FormData,
	scope: 'this' | 'all',
	was: number | null
): { grant: OwnGrant; problems: Problem[] } {
	const problems: Problem[] = [];
	const time = textOf(form, `time-${scope}`);
	if (!isTime(time)) problems.push({ field: `time-${scope}`, code: 'choose' });
	const extra = numberOf(form, `extra-${scope}`) ?? 0;
	if (!Number.isInteger(extra) || extra > limits.attempts.max)
		problems.push({ field: `extra-${scope}`, code: 'attempts' });
	const dueAt = momentFromForm(form, `due-${scope}`, was);
	if (dueAt === undefined) problems.push({ field: `due-${scope}`, code: 'date' });
	return {
		grant: {
			...times[isTime(time) ? time : '1'],
			extraAttempts: extra,
			dueAt: dueAt ?? null,
			alone: scope === 'this' && form.has('alone')
		},
		problems
	};
}
