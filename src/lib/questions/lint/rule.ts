import type { Article } from '../../article/article.ts';
import type { Facts } from '../../facts/schema.ts';
import type { Question } from '../schema.ts';
import type { Names } from './names.ts';

/** Where a question, or the bank, breaks a rule of how questions are made. */
export interface Finding {
	/** `ref` of the question; empty when the bank as a whole is meant. */
	ref: string;
	rule: string;
	message: string;
}

export interface LintContext {
	facts: Facts;
	article: Article;
	names: Names;
	/**
	 * Option texts that are right in one question and wrong in another ('Retold', 'Angela Stent'): how
	 * such a label looks says nothing about the key.
	 */
	labels: ReadonlySet<string>;
}

/** One rule about one question: a line for every breach. */
export type QuestionRule = (question: Question, context: LintContext) => string[];

/** One rule about questions together. */
export type BankRule = (
	bank: readonly Question[],
	context: LintContext
) => { ref: string; message: string }[];
