/** The words of the X-ray. */
import type { Layer } from '../../study/xray.ts';
import { inSentences } from '../counting.ts';

export const xray = {
	title: (title: string) => `X-ray of ‘${title}’`,
	description: (title: string) =>
		`Whose voice, how sure and what kind of source, over every sentence of ‘${title}’.`,
	heading: 'X-ray',
	spoiler:
		'This page shows what the quizzes ask. It is for afterwards: take a quiz first if you have not.',
	takeQuiz: 'Take a quick quiz',
	back: 'Back to the article',
	layers: 'Layers',
	views: 'How it is shown',
	overText: 'Over the text',
	asList: 'As a list',
	legend: 'Legend',
	marked: 'Highlighted words are the ones that show it.',
	noLine: 'without a line',
	unmarked: 'No label',
	shownBy: 'shown by',
	shownIn: (sentence: number) => `in sentence ${sentence}`,
	sentence: (n: number) => `Sentence ${n}`,
	where: (sentences: readonly number[]) => inSentences(sentences)
};

export const layerWords: Record<Layer, { name: string; question: string }> = {
	voice: { name: 'Voice', question: 'Whose words or whose account is it?' },
	certainty: { name: 'Certainty', question: 'How sure is the text of it?' },
	source: { name: 'Source', question: 'What kind of source is it, and what could you check?' }
};
