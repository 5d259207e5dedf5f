import { verdictWords, tagWords, words } from './words.ts';
import type { Explanation, ReasonView } from '../../study/view.ts';

interface Disputed {
	explanation: Explanation;
	/** Id of the question. */
	id: string;
	version: string;
	address: string;
	title: string;
	sentences: number;
}

/** A text that says everything somebody needs to look into a question that may not hold up. */
export function disputeText(disputed: Disputed): string {
	const { explanation, id, version, address, title, sentences } = disputed;
	const line = (reason: ReasonView, title: Parameters<typeof tagWords>[1]): string => {
		const name =
			reason.sentence === null
				? words.optionText(explanation.kind, reason.text)
				: words.sentenceTitle(reason.sentence);
		const placed =
			reason.key === null ? [] : [`answered: ${reason.answer ?? words.open}; key: ${reason.key}`];
		const tag = reason.key === null ? (tagWords(reason, title) ?? '') : '';
		const cited = reason.cite.quotes.map((quote) => `[${quote.sentence}] “${quote.words}”`);
		return `- ${[name, tag, ...placed].filter(Boolean).join(' | ')}\n  ${[reason.why, ...cited].join(' ')}`;
	};
	return [
		'I question this question:',
		'(write here what does not hold up)',
		'',
		`Question ${id} on “${title}”, version ${version}`,
		explanation.stem,
		...(explanation.about ? [`“${explanation.about.text}”`] : []),
		verdictWords(explanation, sentences),
		...explanation.groups.flatMap(({ title, reasons }) =>
			reasons.map((reason) => line(reason, title))
		),
		'',
		address
	].join('\n');
}
