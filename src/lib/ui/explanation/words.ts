/** The words of an explanation: they speak about the text, never about the reader. */
import { counted, inSentences } from '../counting.ts';
import { sureWords } from '../words.ts';
import { words as question } from '../question/words.ts';
import type { Explanation, Outcome, ReasonView } from '../../study/view.ts';

type Title = Explanation['groups'][number]['title'];

const verdictNames: Partial<Record<string, readonly string[]>> = question.verdict;

const start: Record<Outcome, string> = {
	right: 'Yes.',
	partly: 'Part of it.',
	wrong: 'Not quite.',
	skipped: 'Left open.',
	unmarked: 'Not marked.'
};

const isHalf = ({ points, max }: Explanation) => Number(points) * 2 === max;

/** 'Yes. The article settles it in sentence 24.' */
export function verdictWords(explanation: Explanation, sentences: number): string {
	const { outcome, settledIn, settledBy, kind } = explanation;
	const begin = outcome === 'partly' && isHalf(explanation) ? 'Half of it.' : start[outcome];
	if (kind === 'leave') return `${begin} The article alone cannot settle this.`;
	if (settledBy === 'whole') return `${begin} No sentence says it: all ${sentences} were read.`;
	if (settledIn.length === 0) return begin;
	const where = inSentences(settledIn);
	if (settledBy === 'settles') return `${begin} The article settles it in ${where}.`;
	return `${begin} The article does not settle it; it comes nearest in ${where}.`;
}

/** What is written beside a reason's sign: whose answer this is. */
export function tagWords({ picked, right }: ReasonView, title: Title): string | null {
	const [both, yours, its] =
		title === 'words'
			? ['changed, and found', 'chosen, not changed', 'changed, not chosen']
			: ['your answer, and the article’s', 'your answer', 'the article’s answer'];
	if (picked) return right ? both : yours;
	return right ? its : null;
}

export const words = {
	points: ({ points, max }: Explanation) =>
		max === 0 ? null : `${points} of ${counted(max, 'point')}`,
	sure: ({ certainty }: Explanation) =>
		certainty === null ? null : `how sure: ${sureWords[certainty].toLowerCase()}`,
	optionText: (kind: Explanation['kind'], text: string) =>
		kind === 'verdict' ? (verdictNames[text]?.[0] ?? text) : text,
	of: question.of,
	sentence: (n: number) => `sentence ${n}`,
	sentenceTitle: (n: number) => `Sentence ${n}`,
	nearest: 'The nearest the article comes:',
	whole: (n: number) => `No sentence says it: all ${n} were read.`,
	answer: 'Your answer:',
	article: 'The article:',
	open: 'left open',
	place: (text: string) => question.places[Number(text) - 1] ?? text,
	retold: 'Retold:',
	groups: {
		columns: 'What each choice is',
		sentences: 'The sentence that proves it'
	} as Partial<Record<Title, string>>,
	inPlan: 'in your plan',
	rest: (n: number) => `All other sentences (${n})`,

	dispute: {
		title: 'Question this question',
		help: 'Does the key or a reason not hold up? Copy this text and show it to your teacher, or send it to the people who run this site.',
		label: 'Text to copy',
		copy: 'Copy the text',
		copied: 'Copied',
		failed: 'Copying did not work here. Select the text and copy it by hand.'
	}
};
