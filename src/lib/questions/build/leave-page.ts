/**
 * Leave the page: something that the article alone cannot prove. Unmarked; the learner plans a check
 * and compares the plan with the list.
 */
import { quoteOf, reasonOf, type Template } from './context.ts';

export const leavePage: Template = ({ facts }) =>
	facts.outside.map(({ id, about, task, at, checks }) => ({
		template: 'leave-page',
		facts: [id, ...about],
		skill: 'leave-the-page',
		kind: 'leave',
		stem: task,
		passage: quoteOf(at),
		checks: checks.map(({ text, reason }) => ({ text, ...reasonOf(reason) }))
	}));
