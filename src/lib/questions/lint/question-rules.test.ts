import { describe, expect, it } from 'vitest';
import { miniWith } from '../../facts/testing.ts';
import type { Option, Question } from '../schema.ts';
import { questionRules } from './lint.ts';
import type { LintContext } from './rule.ts';
import {
	altered,
	choice,
	cite,
	everyKind,
	grid,
	leave,
	lintContext,
	multiple,
	option,
	order,
	row,
	select,
	twoPart,
	verdict
} from './testing.ts';

type Rule = keyof typeof questionRules;
type Case = [does: string, question: Question, context?: LintContext];

/** A choice with these options, the first one right. */
const options = (...texts: (string | Partial<Option>)[]): Question =>
	choice({
		options: texts.map((one, i) =>
			option(String.fromCharCode(97 + i), '', typeof one === 'string' ? { text: one } : one)
		)
	});
const stem = (text: string): Question => choice({ stem: text });
const because = (why: string, more: Partial<Option> = {}): Question =>
	options({ text: 'Its doors are to be shut', why, ...more }, 'Its roof is to be mended');
const long = 'a house at the end of the long road to the sea';

const breaks: Record<Rule, Case[]> = {
	'key-exists': [
		['a key that is no option', choice({ key: 'z' })],
		['every option right', multiple({ keys: ['a', 'b', 'c'] })],
		['a row that no column fits', grid({ rows: [row('a', 'One', 'z'), row('b', 'Two', 'b')] })],
		['an order that leaves an item out', order({ key: ['a'] })],
		['no altered word', altered({ tokens: altered().tokens.slice(1) })]
	],
	maximum: [
		['a two-part question worth 1', twoPart({ max: 1 })],
		['a marked task to leave the page', leave({ max: 1 })],
		['a choice that trains leaving the page', choice({ skill: 'leave-the-page' })]
	],
	'every-reason': [
		['an option without one', because(' ')],
		['a sentence without one', select({ sentences: select().sentences.slice(1) })]
	],
	citations: [
		['words that the sentence lacks', because('So.', { cite: cite(1, 'will open') })],
		['a sentence that does not exist', because('So.', { cite: cite(9, 'will close') })],
		['a settled reason without words', because('So.', { cite: { kind: 'settles', quotes: [] } })],
		['a passage that the sentence lacks', choice({ passage: { sentence: 1, words: 'unclear' } })]
	],
	'verdict-citation': [
		[
			'a stated key that nothing settles',
			verdict({
				options: [
					option('stated', 'stated', { cite: { kind: 'whole', quotes: [] } }),
					...verdict().options.slice(1)
				]
			})
		],
		['a not-stated key that something settles', verdict({ key: 'not-stated' })]
	],
	'quoted-options': [
		['words of ours marked as quoted', options({ text: 'shut', quoted: true }, 'b')]
	],
	'option-count': [
		['one option', options('Its doors')],
		['six options', options('One', 'Two', 'Three', 'Four', 'Five', 'Six')]
	],
	distinct: [
		['an option that stands there twice', options('Its doors', 'Its roof', 'its roof.')],
		['a key inside a distractor', options('Its doors', 'Its doors and roof')],
		['a distractor inside the key', options('Its old doors', 'Old doors')]
	],
	'accepted-sets': [
		['a set of another size', select({ accepted: [[1, 2]] })],
		['a sentence counted twice', select({ pick: 2, accepted: [[1, 1]] })],
		['a sentence that does not exist', select({ accepted: [[9]] })],
		[
			'one set twice',
			select({
				pick: 2,
				accepted: [
					[1, 2],
					[2, 1]
				]
			})
		],
		['no set', select({ accepted: [] })]
	],
	'columns-used': [
		['rows of one column', grid({ rows: [row('a', 'One', 'a'), row('b', 'Two', 'a')] })]
	],
	'order-start': [
		['one item, which is in order', order({ items: order().items.slice(0, 1), key: ['a'] })]
	],
	'order-chain': [
		['an order against the text', order({ key: ['a', 'b'] })],
		[
			'an item that is no event',
			order({ items: [option('a', 'The vote'), option('b', 'The closing')] })
		]
	],
	'key-length': [
		[
			'a key longer by more than a third',
			options('Its doors are to be shut in spring', 'Its roof', 'Its hall')
		]
	],
	'stem-length': [
		['26 words', stem(`What is ${long} and ${long}?`)],
		['a statement of 26 words', verdict({ statement: `Moss says that it is ${long} and ${long}.` })]
	],
	'option-length': [['16 words', options('Its doors', `Its roof is ${long} and so on`)]],
	'of-the-above': [
		['all of the above', options('Its doors', 'All of the above')],
		['none of these', options('Its doors', 'None of these')]
	],
	'negative-stem': [
		['a quiet not', stem('Which of these does the text not say?')],
		[
			'a quiet except',
			stem('The hall has all of these except one. Which is it, except for U.S. ones?')
		],
		['a task with a quiet never', stem('Tap the sentence never quoted.')]
	],
	absolutes: [
		['absolutes in wrong options alone', options('Its doors are shut', 'Its doors are always shut')]
	],
	'stem-echo': [
		[
			'one option that takes up the stem',
			choice({
				stem: 'What comes of the old wooden doors?',
				options: [option('a', 'The old wooden doors go'), option('b', 'They are painted blue')]
			})
		]
	],
	'evidence-echo': [
		[
			'a tap that is a search',
			select({ stem: 'Tap the sentence with Costs could rise.', accepted: [[4]] })
		],
		['the same in two parts', twoPart({ stem: 'Who says the hall will close, and where?' })]
	],
	'one-form': [
		['one small letter', options('Its doors', 'its roof')],
		['one full stop', options('Its doors', 'Its roof.')]
	],
	'one-type': [['a thing among voices', options('Ada Moss', 'Officials', 'The roof')]],
	'never-said': [
		['exact words', stem('Which are her exact words?')],
		['what is true', because('This is true.')],
		['a person addressed', because('You missed the hedge.')],
		['who is right', stem('Who is right about the hall?')],
		['a straight apostrophe', because("It isn't in the text.")]
	],
	'rival-voices': [
		['two names of one voice', options('Ada Moss', 'Moss')],
		[
			'a group and its member',
			options('Ada Moss', 'Officials'),
			lintContext([], miniWith("also: ['Moss']", "also: ['Moss'], within: [officials]"))
		],
		[
			'two voices of one side as columns',
			grid(),
			lintContext([], miniWith("also: ['Moss']", "also: ['Moss'], side: town"))
		]
	],
	'too-alike': [
		['a pair that the pack marks', options('The closing', 'That the hall is to shut')],
		['rows that rest on such a pair', grid({ facts: ['shut', 'close'] })]
	],
	retold: [
		['a number from nowhere', because('It was so in 1999.')],
		['a name of another sentence', because('Ada Moss says so.')],
		['words in quotation marks from nowhere', because('The text calls it “certain”.')],
		['a sentence that does not exist', because('It is in sentence 40.')]
	]
};

const keeps: Partial<Record<Rule, Case[]>> = {
	'verdict-citation': [
		[
			'a not-stated key with the nearest words',
			verdict({
				key: 'not-stated',
				options: [
					...verdict().options.slice(0, 2),
					option('not-stated', 'not-stated', { cite: { kind: 'whole', quotes: [] } })
				]
			})
		]
	],
	'quoted-options': [
		['words of the article', options({ text: 'will close', quoted: true }, 'Opens')],
		['the same in quotation marks', options({ text: '“will close”', quoted: true }, 'Opens')]
	],
	distinct: [['words that only share letters', options('Its door', 'Its doors')]],
	'key-length': [
		['a long quotation', options({ text: 'We were never asked', quoted: true }, 'Roof')],
		['a long name', options('Ada Moss', 'Moss')],
		['a label of three words', options('A named person', 'Roof')],
		[
			'a label that is wrong elsewhere',
			options('Its doors are to be shut in spring', 'Its roof', 'Its hall'),
			lintContext([
				options('Its doors are to be shut in spring', 'Its roof'),
				options('Its roof', 'Its doors are to be shut in spring')
			])
		]
	],
	'stem-length': [['a long quotation', stem(`Who says “${long} ${long} ${long}”?`)]],
	'option-length': [
		['a long quotation', options({ text: `${long} ${long}`, quoted: true }, 'Roof')]
	],
	'of-the-above': [['a word that only begins so', options('Allotments', 'None')]],
	'negative-stem': [
		['an emphasised NOT', stem('Which of these does the text NOT say?')],
		['a reported not', stem('Who says that it does not close?')],
		['the name of a verdict', stem('Is this stated, contradicted or not stated?')],
		[
			'an abbreviation before a not',
			stem('Tap the sentence that shows that U.S. people do not agree.')
		],
		['a subject with a no', stem('Where is this named: no cars? Choose one.')]
	],
	absolutes: [
		['absolutes in the key too', options('Its doors never open', 'Its doors always open')],
		[
			'an absolute of the cited sentence',
			options('Its doors', { text: 'They were never asked', cite: cite(3, 'never asked') })
		]
	],
	'stem-echo': [
		[
			'a phrase that all options have',
			choice({
				stem: 'What comes of the old wooden doors?',
				options: [option('a', 'The old wooden doors go'), option('b', 'The old wooden doors stay')]
			})
		]
	],
	'evidence-echo': [
		[
			'a name',
			select({ stem: 'Tap the sentence in which Ada Moss, a speaker, is named.', accepted: [[3]] })
		]
	],
	'one-form': [['an abbreviation at the end', options('The U.S.', 'The council')]],
	'one-type': [
		['nobody among voices', options('Ada Moss', 'Officials', 'The article does not say')]
	],
	'never-said': [
		['a task for the learner', stem('Where would you look?')],
		['an apostrophe as it should be', because('It isn’t in the text.')]
	],
	'rival-voices': [
		['two voices', options('Ada Moss', 'Officials')],
		[
			'two right options of one side',
			multiple({
				options: [option('a', 'Ada Moss'), option('b', 'Officials'), option('c', 'The roof')]
			}),
			lintContext([], miniWith("also: ['Moss']", "also: ['Moss'], side: town"))
		]
	],
	retold: [
		['a number of the cited sentence', because('It is in 2030.', { cite: cite(4, 'in 2030') })],
		[
			'a speaker whose name is in another sentence',
			because('Ada Moss says so.', { cite: cite(3, 'asked') })
		],
		['the number of a sentence', because('Sentences 1 and 4 say so.')],
		['a count of what it cites', because('There is 1 such passage.')],
		[
			'anything, when the whole text is cited',
			because('Ada Moss says nothing of 2030.', { cite: { kind: 'whole', quotes: [] } })
		],
		['words in quotation marks that it cites', because('The text has “will close”.')]
	]
};

const check = (rule: Rule, question: Question, context = lintContext()) =>
	questionRules[rule](question, context);

describe.each(Object.keys(questionRules) as Rule[])('the rule %s', (rule) => {
	it.each(breaks[rule])('finds %s', (_does, question, context) => {
		const found = check(rule, question, context);

		expect(found.length).toBeGreaterThan(0);
		for (const message of found) expect(message.trim()).not.toBe('');
	});

	it('has nothing against a sound question of any kind', () => {
		expect(everyKind().flatMap((question) => check(rule, question))).toEqual([]);
	});

	it.each(keeps[rule] ?? [])('allows %s', (_does, question, context) => {
		expect(check(rule, question, context)).toEqual([]);
	});
});
