import { describe, expect, it } from 'vitest';
import { checkFacts, checkText } from './check.ts';
import { lineOf, miniFacts, miniText, miniWith } from './testing.ts';

function faultsOf(yaml: string, text = miniText) {
	const checked = checkFacts(miniFacts(yaml), text);
	return 'faults' in checked ? checked.faults : [];
}

describe('the text of an article', () => {
	it('is taken as it is', () => {
		expect(checkText(miniText)).toEqual([]);
	});

	it.each([
		['empty', '  \n', 1, 'empty'],
		['with a byte order mark', '\ufeffA.', 1, 'byte order mark'],
		['with Windows line ends', 'A.\nB.\r\nC.', 2, 'LF'],
		['with a NUL', 'A.\nB\0.', 2, 'control character'],
		['decoded wrongly', 'A\ufffd.', 1, 'UTF-8'],
		['without end', 'a'.repeat(200_001), 1, 'at most']
	])('is refused when it is %s', (_name, text, line, message) => {
		const [fault] = checkText(text);

		expect(fault?.line).toBe(line);
		expect(fault?.message).toContain(message);
	});
});

describe('facts against the text', () => {
	it('gives the article when everything fits', () => {
		const checked = checkFacts(miniFacts(), miniText);

		expect('article' in checked && checked.article.sentences.map(({ text }) => text)).toEqual([
			'The town hall will close, officials said.',
			'The date remains unclear.',
			'“We were never asked,” said Ada Moss, a teacher.',
			'Costs could rise in 2030, and costs matter.'
		]);
	});

	it.each<[name: string, from: string, to: string, message: string]>([
		[
			'words with straight quotes',
			"words: 'The town hall will close' }",
			"words: 'The town-hall will close' }",
			'sentence 1'
		],
		[
			'words of another sentence',
			"at: { s: 4, words: 'could rise in 2030' }",
			"at: { s: 2, words: 'could rise in 2030' }",
			'in sentence 4; correct s'
		],
		[
			'words in other capitals',
			"words: 'Costs could rise' }",
			"words: 'costs could rise' }",
			'sentence 4 has “Costs could rise”'
		],
		[
			'words that stand there twice',
			"{ s: 4, words: 'costs matter' }",
			"{ s: 4, words: 'osts' }",
			'twice in sentence 4'
		],
		[
			'a sentence that does not exist',
			"at: { s: 4, words: 'in 2030' }",
			"at: { s: 5, words: 'in 2030' }",
			'no sentence 5; the article has 4'
		],
		[
			'words that no sentence has',
			"words: 'remains unclear' } } }",
			"words: 'remains quite unclear' } } }",
			'does not say “remains quite unclear”'
		],
		['an id given twice', 'id: rise-hedge', 'id: matter', 'taken by passages.0'],
		[
			'a voice that does not exist',
			'closing, by: officials',
			'closing, by: oficials',
			'did you mean “officials”?'
		],
		[
			'an id of the wrong sort',
			'closing, by: officials',
			'closing, by: plan',
			'one of places; name one of voices'
		],
		[
			'a part named in place of a fact',
			'closing, by: officials',
			'closing, by: moss-role',
			'part of another fact'
		],
		['a place that does not exist', 'where: plan', 'where: talks', 'no “talks”'],
		['a sentence without its line', '  4: the costs', '  # 4', 'sentence 4 has no line'],
		['a line about no sentence', '  4: the costs', '  4: the costs\n  5: nothing', 'no sentence 5'],
		[
			'words without a voice',
			"words: 'said Ada Moss, a teacher', voice",
			"words: 'said Ada Moss', voice",
			'“, a teacher.” in sentence 3 is in no span of voice-spans'
		],
		[
			'a sentence without certainty',
			'  - { s: 3, level: on-word }\n',
			'',
			'sentence 3 is in no span of certainty-spans'
		],
		[
			'two voices over the same words',
			"words: 'officials said', voice",
			"words: 'close, officials said', voice",
			'overlaps the one in line'
		],
		[
			'a voice in a sentence that does not exist',
			'{ s: 2, voice',
			'{ s: 9, voice',
			'no sentence 9'
		],
		['a level in one', '{ s: 3, level', '{ s: 9, level', 'no sentence 9'],
		[
			'a voice that nothing shows',
			", shown: { s: 3, words: 'said Ada Moss' }",
			'',
			'“Ada Moss” speaks here'
		],
		[
			'a level that nothing shows',
			", level: open, shown: 'remains unclear'",
			', level: open',
			'“shown” is missing'
		],
		[
			'shown words from elsewhere',
			"level: open, shown: 'remains unclear'",
			"level: open, shown: 'could'",
			'not in sentence 2 but in sentence 4'
		],
		[
			'a direct form outside quotation marks',
			'voice: officials, form: indirect',
			'voice: officials, form: direct',
			'not all inside quotation marks'
		],
		[
			'an indirect form inside them',
			'voice: moss, form: direct',
			'voice: moss, form: indirect',
			'holds quoted words'
		],
		[
			'orders that run in a circle',
			'before:\n',
			"before:\n  - { first: rise, then: shut, why: 'No.', at: { s: 4, words: 'in 2030' } }\n",
			'contradicts the orders above it'
		],
		['an event before itself', 'first: shut, then: rise', 'first: shut, then: shut', 'contradicts'],
		[
			'an order of events that the text leaves open',
			'voice-spans:',
			"unsettled:\n  - { one: rise, other: shut, why: 'No.', at: { s: 4, words: 'in 2030' } }\nvoice-spans:",
			'put in order by “before”'
		],
		[
			'a time that the sentence does not give',
			"when: 'in 2030'",
			"when: 'in 2031'",
			'not among the words'
		],
		[
			'hedging words outside the passage',
			"words: 'could', level",
			"words: 'might', level",
			'not among the words'
		],
		[
			'judging words outside the passage',
			"judging: 'matter'",
			"judging: 'rise'",
			'not among the words'
		],
		['a judgement without its judging words', ", judging: 'matter'", '', '“judging” is missing'],
		[
			'a changed word that is not one word',
			'from: never',
			'from: never asked',
			'not one whole word'
		],
		['a change to several words', 'to: often', 'to: not often', 'more than one word'],
		['a change to the same word', 'to: often', 'to: Never', 'the word that stands there'],
		[
			'a change in another sentence than its statement',
			'id: swap, statement: unasked',
			'id: swap, statement: close',
			'not in sentence 3'
		],
		[
			'a stated claim that nothing settles',
			"stated: { why: 'It does.', settles:",
			"stated: { why: 'It does.', nearest:",
			'the claim is stated'
		],
		[
			'a gap with the wrong citation',
			'id: date, kind: open',
			'id: date, kind: unsaid',
			'no sentence says anything'
		],
		[
			'a glossary word that the article lacks',
			"word: 'town hall'",
			"word: 'city hall'",
			'the article does not have “city hall”'
		]
	])('finds %s, names its line and says what to do', (_name, from, to, message) => {
		const yaml = miniWith(from, to);

		const faults = faultsOf(yaml);

		const said = faults.map((fault) => fault.message).join('\n');
		expect(said).toContain(message);
		for (const fault of faults) expect(fault.message).toMatch(/[;:,]/u);
	});

	it('gives the line of the words that are wrong', () => {
		const yaml = miniWith("words: 'Costs could rise' }", "words: 'Costs could fall' }");

		expect(faultsOf(yaml).map(({ line }) => line)).toEqual([lineOf('  - { id: rise-hedge', yaml)]);
	});

	it('says that a text has changed under its spans, once, and where it begins', () => {
		const faults = faultsOf(miniWith('x', 'x'), miniText.replace('The town', 'A town'));

		expect(faults).toHaveLength(1);
		expect(faults[0]?.line).toBe(lineOf('- [0, 41]'));
		expect(faults[0]?.message).toContain('do not fit article.txt');
	});

	it('names the quotation marks when only they differ', () => {
		const text = miniText.replace('town hall', 'town’s hall');
		const spans = miniWith('[0, 41]', '[0, 43]')
			.replace('[42, 67]', '[44, 69]')
			.replace('[68, 116]', '[70, 118]')
			.replace('[117, 160]', '[119, 162]')
			.replaceAll("'The town hall will close'", `"The town's hall will close"`);

		const said = faultsOf(spans, text).map(({ message }) => message);

		expect(said[0]).toContain('“The town’s hall will close”');
		expect(said[0]).toContain('quotation marks');
	});
});
