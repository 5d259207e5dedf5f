/** The words of a question that is not answered yet. */
import { counted } from '../counting.ts';
import type { Verdict } from '../../questions/schema.ts';
import type { Certainty } from '../../questions/response.ts';

export const words = {
	check: 'Check',
	keep: 'Save',
	checking: 'Checking…',
	skip: 'Skip',
	of: (sentence: number) => `Sentence ${sentence} of the article`,

	verdict: {
		stated: ['Stated', 'The article says so'],
		contradicted: [
			'Contradicted',
			'The article says something that cannot be true together with it'
		],
		'not-stated': ['Not stated', 'The article neither says it nor rules it out']
	} satisfies Record<Verdict, [string, string]>,

	multiple: 'More than one can be right; never all of them.',

	sure: {
		legend: 'How sure are you?',
		optional: 'If you like:',
		help: 'Certain pays above 80 %, fairly sure from 67 %',
		levels: {
			1: ['Guessing', '(right 1, wrong 0)'],
			2: ['Fairly sure', '(2, −2)'],
			3: ['Certain', '(3, −6)']
		} satisfies Record<Certainty, [string, string]>
	},

	place: (item: string) => `Place of: ${item}`,
	places: ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th'],
	noPlace: 'Place',
	up: 'Earlier',
	down: 'Later',
	earlier: (item: string) => `Move earlier: ${item}`,
	later: (item: string) => `Move later: ${item}`,
	moved: (item: string, place: string, total: number) => `${item}: now ${place} of ${total}`,
	first: 'First',
	last: 'Last',

	select: (pick: number) => `Choose ${counted(pick, 'sentence')} in the article.`,
	proof: (pick: number) =>
		`Then choose the ${pick === 1 ? 'sentence' : `${pick} sentences`} of the article that ${pick === 1 ? 'proves' : 'prove'} it.`,
	chosen: (chosen: number, pick: number) => `${chosen} of ${pick} chosen`,
	isFull: 'To choose another, untick one first.',

	retold: (speaker: string) => `${speaker}, retold`,
	altered: (n: number) =>
		`Choose ${n === 1 ? 'the word that is' : `the ${n} words that are`} changed.`,

	plan: 'Your plan',
	planHelp: 'It stays on this page: nothing of it is sent or kept.',
	compare: 'I have a plan: compare',
	compareHelp: 'Tick what your plan has.'
};
