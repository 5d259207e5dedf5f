/**
 * What a teacher settles about an assignment besides its questions, and what can be wrong with it.
 * Pure; the words for what is wrong are in `ui/assign/words.ts`.
 */
import { tells, type Policy } from './policy.ts';

export interface Terms {
	title: string;
	/** null: none. */
	timeLimitMs: number | null;
	/** null: as many as one likes. */
	attemptsAllowed: number | null;
	policy: Policy;
}

/** When an assignment runs in a class, in milliseconds since 1970. */
export interface Dates {
	opensAt: number;
	dueAt: number | null;
}

export type ClassDates = Dates & { classId: string };

export const limits = {
	title: 120,
	/** Minutes. */
	time: { min: 1, max: 600 },
	attempts: { min: 1, max: 50 },
	/** Dates lie between 2000 and 2100: a slip in the year is noticed. */
	dates: { min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }
} as const;

/** What can be wrong, each with the field that it is about. */
export type ProblemCode =
	| 'title-empty'
	| 'title-long'
	| 'time-limit'
	| 'attempts'
	| 'feedback-shrinks'
	| 'no-class'
	| 'date'
	| 'due-before-opens'
	| 'nothing-picked'
	/** Somebody has begun, so what is asked stays. */
	| 'order-fixed'
	/** Somebody of the class has begun, so it keeps the assignment. */
	| 'class-has-attempts'
	| 'class-archived'
	| 'class-has-it'
	| 'choose';

export interface Problem {
	/** Name of the form's field: 'title', 'due-CLASS'. */
	field: string;
	code: ProblemCode;
}

const within = (n: number, { min, max }: { min: number; max: number }): boolean =>
	n >= min && n <= max;

export function problemsOfTerms({
	title,
	timeLimitMs,
	attemptsAllowed,
	policy: { feedback }
}: Terms): Problem[] {
	const problems: Problem[] = [];
	const add = (field: string, code: ProblemCode) => problems.push({ field, code });
	if (title.trim() === '') add('title', 'title-empty');
	if (title.length > limits.title) add('title', 'title-long');
	if (timeLimitMs !== null && !within(timeLimitMs / 60_000, limits.time))
		add('limit', 'time-limit');
	if (
		attemptsAllowed !== null &&
		!(Number.isInteger(attemptsAllowed) && within(attemptsAllowed, limits.attempts))
	)
		add('attempts', 'attempts');
	// What was told cannot be taken back later.
	if (!tells(feedback.submitted, feedback.during)) add('submitted', 'feedback-shrinks');
	else if (!tells(feedback.due, feedback.submitted)) add('after', 'feedback-shrinks');
	return problems;
}

export function problemsOfDates({ classId, opensAt, dueAt }: ClassDates): Problem[] {
	const isDate = (at: number | null) => at === null || within(at, limits.dates);
	const problems: Problem[] = [];
	if (!isDate(opensAt)) problems.push({ field: `opens-${classId}`, code: 'date' });
	if (!isDate(dueAt)) problems.push({ field: `due-${classId}`, code: 'date' });
	else if (dueAt !== null && dueAt <= opensAt)
		problems.push({ field: `due-${classId}`, code: 'due-before-opens' });
	return problems;
}
