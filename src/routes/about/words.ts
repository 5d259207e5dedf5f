/** The words of 'How it works'. What the app promises here is tested where it is kept. */
import { kindWords } from '$lib/ui/words';
import type { Kind } from '$lib/questions/schema';

const kind = (id: Kind, how: string) => ({ name: kindWords[id].name, how });

export const about = {
	title: 'How it works · Says Who',
	description:
		'What Says Who does and does not do, what it keeps, how answers are marked, and how to use it in class.',
	heading: 'How it works',
	lead: 'You read a news article and answer questions on it. For every answer you see why, with the sentence of the article that settles it.',
	sections: [
		{
			id: 'does',
			heading: 'What it says, and what it does not',
			paragraphs: [
				'The questions are about the article: who says what, how we know, how sure the text is, and what it leaves open. ‘Right’ means that the article backs the answer. It does not mean that the article is true.',
				'Close reading shows what a text establishes and on whose word. Whether it is so takes other sources. That is why a full quiz ends with one thing to check outside.'
			]
		},
		{
			id: 'keeps',
			heading: 'What is kept',
			paragraphs: [],
			points: [
				'No tracking, and nothing is fetched from any other site. On your own: no account and no cookies.',
				'Your answers stay in this tab of your browser and are gone when you close it.',
				'The first answer of a quiz may be marked by the server. It marks it and keeps nothing of it.',
				'The app, the articles that you open and their questions stay on your device, so that they open without a network. ‘Without a network’, at the foot of each page, shows which. Nothing about you is among them.',
				'In a class, answers are kept for the teacher: the page ‘Privacy’ says what and for how long.',
				'Without JavaScript your answers ride in the address of the page, so do not pass that address on. The link ‘to this quiz’ on the result page never carries answers.'
			]
		},
		{
			id: 'rights',
			heading: 'Whose text it is',
			paragraphs: [
				'The first article came without a headline, a byline, a publisher or a date. Its title here is ours, and says so. Its rights stay with its publisher and are not covered by the licence of the code. The questions and reasons are ours, apart from the article’s quoted words.',
				'The other articles were written for practice. Their people, places and papers are invented, and each says so wherever it is named. How hard a text is to read is measured by LIX: the mean number of words in a sentence plus the percentage of words longer than six letters. Below 40 is easy, from 50 on hard.'
			]
		},
		{
			id: 'teachers',
			heading: 'For teachers',
			paragraphs: [
				'Start any quiz and pass on its link: everyone gets the same questions in the same order. The result page has a worksheet to print, with sentence and line numbers, and the key with its reasons on a page of its own.',
				'The keys of the articles here are public: reasons are shown after every answer, and anyone can see them. Use these quizzes to teach and to practise, not to examine.',
				'Each question trains one of thirteen skills that school standards name, among them the Common Core reading standards, the News Literacy Project, PISA and DigComp. If a question does not hold up, ‘Question this question’ below its reasons makes a text that says all that is needed to look into it.'
			]
		}
	],
	marks: {
		heading: 'How answers are marked',
		lead: 'Each question is worth 1 point, one with two parts 2. The same answer always gets the same points; no person and no guesswork is in between.',
		kinds: [
			kind('choice', 'Right 1, otherwise 0.'),
			kind('verdict', 'Right 1, otherwise 0.'),
			kind(
				'multiple',
				'The share of right answers ticked, less the share of wrong answers ticked; never below 0. Ticking everything gives 0.'
			),
			kind('match', 'The share of lines in the right place.'),
			kind('categorise', 'The share of lines in the right place.'),
			kind(
				'order',
				'Every two lines are compared: pairs in the right order less pairs in the wrong order, over all pairs; never below 0.'
			),
			kind('select', 'The share of the sentences asked for that were found.'),
			kind('two-part', 'Answer and sentence 2, the answer alone 1, the sentence alone 0.'),
			kind(
				'altered',
				'Changed words found less words marked by mistake, over all changed words; never below 0.'
			),
			kind('leave', 'Not marked.')
		],
		beside: [
			{
				name: 'How sure are you?',
				how: 'Optional, and never part of the mark. Guessing counts 1 if right and 0 if not, fairly sure 2 or −2, certain 3 or −6. So ‘certain’ pays above 80 % right and ‘fairly sure’ from 67 %. From 10 rated answers the result shows a bonus: the mean of these points, less the most that one and the same choice would have earned throughout. Above 0, knowing when to be sure has paid.'
			},
			{
				name: 'Trusting and doubting',
				how: 'Two figures beside the mark: how often ‘stated’ was chosen where the article does not state it (from 6 such answers), and how often something else was chosen where it does (from 3). Doubting everything does not score.'
			},
			{
				name: 'Skills and what comes next',
				how: 'A skill gets a bar from 3 answers on. The next exercise is the skill with the lowest (points + 1) / (maximum + 2), or the least practised one where no skill has 3 answers yet.'
			},
			{
				name: 'Left open',
				how: 'A skipped question counts 0 and is shown apart. It is offered again before the end.'
			}
		]
	}
};
