/** Ordering uses only times that the text itself orders. Source: items.md, the rules checked by machine. */
import type { QuestionRule } from './rule.ts';

/** Each item is an event of the pack, and `before` leads from each to the next. */
export const orderChain: QuestionRule = (question, { facts, names }) => {
	if (question.kind !== 'order') return [];
	const eventOf = (id: string) => {
		const text = question.items.find((item) => item.id === id)?.text ?? '';
		const ids = names.facts(text);
		return { text, id: facts.events.find((event) => ids.includes(event.id))?.id };
	};
	const events = question.key.map(eventOf);
	return events.flatMap(({ text, id }, i) => {
		if (id === undefined) return [`“${text}” is no event of the pack, so nothing orders it`];
		const before = events[i - 1];
		if (before?.id === undefined || leads(before.id, id)) return [];
		return [`the text does not put “${before.text}” before “${text}”`];
	});

	function leads(from: string, to: string): boolean {
		const seen = new Set([from]);
		for (const at of seen)
			for (const { first, then } of facts.before) if (first === at) seen.add(then);
		return seen.has(to);
	}
};
