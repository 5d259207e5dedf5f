/** What the fields of a form show: what was sent and refused, else what is there. */
import type { Problem, Terms } from '../../taking/terms.ts';
import { problemWords } from './words.ts';

export interface Given {
	fields: [name: string, value: string][];
	moments: Record<string, number | null>;
}

export type Values = Record<
	| 'title'
	| 'limit'
	| 'attempts'
	| 'order'
	| 'article'
	| 'certainty'
	| 'counts'
	| 'during'
	| 'submitted'
	| 'after',
	string
>;

/** Terms as their fields show them. */
export const valuesOf = ({ title, timeLimitMs, attemptsAllowed, policy }: Terms): Values => ({
	title,
	limit: timeLimitMs === null ? '' : String(Math.round(timeLimitMs / 60) / 1000),
	attempts: attemptsAllowed === null ? '' : String(attemptsAllowed),
	order: policy.order,
	article: policy.article,
	certainty: policy.certainty ? 'yes' : 'no',
	counts: policy.counts,
	during: policy.feedback.during,
	submitted: policy.feedback.submitted,
	after: policy.feedback.due
});

/** The same fields with what was typed in them. */
export function withGiven(values: Values, given: Given | null | undefined): Values {
	const typed = (given?.fields ?? []).filter(([name]) => name in values);
	return { ...values, ...Object.fromEntries(typed) };
}

/** What is wrong with a field, in words; null: nothing. */
export function problemAt(problems: readonly Problem[] | undefined, field: string): string | null {
	const found = problems?.find((problem) => problem.field === field);
	return found ? problemWords[found.code] : null;
}
