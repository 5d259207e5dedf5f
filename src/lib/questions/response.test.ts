import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicQuestion } from './public.ts';
import { formFromResponse, isEmptyResponse, responseFromForm, type Response } from './response.ts';
import { decodeResponse, encodeResponse } from './response-text.ts';
import { kinds, type Question } from './schema.ts';
import {
	altered,
	anyQuestion,
	anyQuestionOf,
	anyResponse,
	choice,
	emptyResponse,
	grid,
	leave,
	multiple,
	order,
	select,
	twoPart,
	verdict
} from './testing.ts';

const form = (fields: string): URLSearchParams => new URLSearchParams(fields);

const answered = anyQuestion.chain((question) =>
	anyResponse(question).map((response) => ({ question, response }))
);

/** The same answer with its lists in one order, where the order says nothing. */
function canonical(response: Response): Response {
	const byNumber = (a: number, b: number): number => a - b;
	switch (response.kind) {
		case 'multiple':
			return { ...response, options: response.options.toSorted() };
		case 'leave':
			return { ...response, checks: response.checks.toSorted() };
		case 'select':
		case 'two-part':
			return { ...response, sentences: response.sentences.toSorted(byNumber) };
		case 'altered':
			return {
				...response,
				tokens: response.tokens.toSorted((a, b) => byNumber(+a.slice(1), +b.slice(1)))
			};
		default:
			return response;
	}
}

describe('a form', () => {
	it('gives one option for a choice and a verdict', () => {
		expect(responseFromForm(choice(3, 'a'), form('r=b'))).toEqual({
			response: { kind: 'choice', option: 'b' }
		});
		expect(responseFromForm(verdict('stated'), form('r=not-stated'))).toEqual({
			response: { kind: 'verdict', option: 'not-stated' }
		});
	});

	it('gives lists in a canonical order, each id once', () => {
		expect(responseFromForm(multiple(4, ['a']), form('r=d&r=a&r=d'))).toEqual({
			response: { kind: 'multiple', options: ['a', 'd'] }
		});
		expect(responseFromForm(select([[9, 21]]), form('r=21&r=9'))).toEqual({
			response: { kind: 'select', sentences: [9, 21] }
		});
		const words = altered(Array.from({ length: 12 }, (_, i) => i === 2));
		expect(responseFromForm(words, form('r=w10&r=w3'))).toEqual({
			response: { kind: 'altered', tokens: ['w3', 'w10'] }
		});
		expect(responseFromForm(leave(3), form('r=c&r=a'))).toEqual({
			response: { kind: 'leave', checks: ['a', 'c'] }
		});
	});

	it('gives a column for each row that is filled in', () => {
		expect(responseFromForm(grid('match', 3, ['a', 'b', 'c']), form('r.c=a&r.a=b&r.b='))).toEqual({
			response: { kind: 'match', columns: { a: 'b', c: 'a' } }
		});
	});

	it('gives an order from places, or from one list of ids', () => {
		const question = order(['a', 'b', 'c']);
		const response = { kind: 'order', items: ['c', 'a', 'b'] };

		expect(responseFromForm(question, form('r.a=2&r.b=3&r.c=1'))).toEqual({ response });
		expect(responseFromForm(question, form('r=c,a,b'))).toEqual({ response });
		expect(responseFromForm(question, form('r=a,b,c&r.a=2&r.b=3&r.c=1'))).toEqual({ response });
	});

	it('gives each part of a two-part answer, also one alone', () => {
		const question = twoPart(3, 'b', [[21, 22]]);
		const read = (fields: string) => responseFromForm(question, form(fields));

		expect(read('r=b&e=22&e=21')).toEqual({
			response: { kind: 'two-part', option: 'b', sentences: [21, 22] }
		});
		expect(read('r=b')).toEqual({ response: { kind: 'two-part', option: 'b', sentences: [] } });
		expect(read('e=21')).toEqual({
			response: { kind: 'two-part', option: null, sentences: [21] }
		});
	});

	it.each(kinds)('without an answer is empty, not a fault (%s)', (kind) => {
		fc.assert(
			fc.property(anyQuestionOf(kind), (question) => {
				expect(responseFromForm(question, form('sure=2&r=&e=&r.a='))).toEqual({ empty: true });
			})
		);
	});

	it('may be FormData, and what is not text is refused', () => {
		const data = new FormData();
		data.append('r', 'b');
		expect(responseFromForm(choice(3, 'a'), data)).toEqual({
			response: { kind: 'choice', option: 'b' }
		});
		data.append('r', new Blob(['x']), 'b.txt');
		expect(responseFromForm(choice(3, 'a'), data)).toHaveProperty('fault');
	});

	it('is read alike with the question and with its public side', () => {
		fc.assert(
			fc.property(answered, ({ question, response }) => {
				const fields = formFromResponse(response);
				const read = responseFromForm(question, fields);
				expect(read).toEqual({ response: canonical(response) });
				expect(responseFromForm(publicQuestion(question, 'seed'), fields)).toEqual(read);
			})
		);
	});
});

describe('a form that cannot be marked says what to mend', () => {
	it.each([
		['two options of a choice', choice(3, 'a'), 'r=a&r=b', 'Choose one answer: two are marked.'],
		[
			'more sentences than the stem names',
			select([[21, 22]]),
			'r=1&r=2&r=3',
			'Choose two sentences: three are marked.'
		],
		[
			'more evidence than asked for',
			twoPart(3, 'b', [[22]]),
			'r=b&e=21&e=22',
			'Choose one sentence: two are marked.'
		],
		[
			'two columns for a row',
			grid('categorise', 3, ['a', 'b']),
			'r.a=a&r.a=b',
			'Choose one answer in each line: two are marked.'
		],
		[
			'a place used twice',
			order(['a', 'b', 'c']),
			'r.a=2&r.b=2&r.c=1',
			'Two events have place 2. Give each event a place of its own.'
		],
		[
			'an event without a place',
			order(['a', 'b', 'c']),
			'r.a=2&r.b=&r.c=1',
			'One event has no place yet. Give each event a place of its own.'
		],
		[
			'most events without a place',
			order(['a', 'b', 'c']),
			'r.a=2',
			'Two events have no place yet. Give each event a place of its own.'
		]
	])('%s', (_, question, fields, fault) => {
		expect(responseFromForm(question, form(fields))).toEqual({ fault });
		expect(responseFromForm(publicQuestion(question, 'seed'), form(fields))).toEqual({ fault });
	});

	it.each([
		['a choice', choice(3, 'a'), 'r=d'],
		['a verdict', verdict('stated'), 'r=true'],
		['a multiple response', multiple(3, ['a']), 'r=a&r=__proto__'],
		['a row of a grid', grid('match', 2, ['a', 'b']), 'r.c=a'],
		['a column of a grid', grid('match', 2, ['a', 'b']), 'r.a=c'],
		['an event', order(['a', 'b']), 'r.a=1&r.b=2&r.c=3'],
		['a place', order(['a', 'b']), 'r.a=1&r.b=3'],
		['an event in a list', order(['a', 'b']), 'r=a,c'],
		['a list that is too short', order(['a', 'b']), 'r=a'],
		['an event with two places', order(['a', 'b']), 'r.a=1&r.a=2&r.b='],
		['a sentence', select([[3]]), 'r=26'],
		['a number', select([[3]]), 'r=3.0'],
		['evidence', twoPart(2, 'a', [[3]]), 'r=a&e=x'],
		['an option beside evidence', twoPart(2, 'a', [[3]]), 'r=c&e=3'],
		['a word', altered([true]), 'r=w2'],
		['a check', leave(3), 'r=d']
	])('%s that the question does not have', (_, question, fields) => {
		const read = responseFromForm(question, form(fields));
		expect(read).toHaveProperty('fault');
		expect(read).not.toHaveProperty('response');
	});

	it('and never throws, whatever the fields hold', () => {
		const pair = fc.tuple(
			fc.oneof(fc.constantFrom('r', 'e', 'r.a', 'r.b'), fc.string()),
			fc.oneof(fc.constantFrom('a', 'b', '1', '2', 'w1', 'stated'), fc.string())
		);
		fc.assert(
			fc.property(anyQuestion, fc.array(pair), (question, pairs) => {
				const read = responseFromForm(question, pairs);
				expect('response' in read || 'empty' in read || 'fault' in read).toBe(true);
			})
		);
	});
});

describe('a response as text', () => {
	it.each<{ question: Question; response: Response; text: string }>([
		{ question: choice(3, 'a'), response: { kind: 'choice', option: 'b' }, text: 'b' },
		{ question: verdict('stated'), response: { kind: 'verdict', option: 'not-stated' }, text: 'n' },
		{
			question: verdict('stated'),
			response: { kind: 'verdict', option: 'contradicted' },
			text: 'c'
		},
		{
			question: multiple(4, ['a']),
			response: { kind: 'multiple', options: ['d', 'a', 'c'] },
			text: 'acd'
		},
		{
			question: grid('match', 3, ['a', 'b', 'c', 'a']),
			response: { kind: 'match', columns: { d: 'c', b: 'b', a: 'a' } },
			text: 'ab-c'
		},
		{
			question: order(['a', 'b', 'c', 'd']),
			response: { kind: 'order', items: ['c', 'a', 'b', 'd'] },
			text: 'cabd'
		},
		{
			question: select([[21, 22]]),
			response: { kind: 'select', sentences: [22, 3] },
			text: '3-22'
		},
		{
			question: twoPart(3, 'a', [[14]]),
			response: { kind: 'two-part', option: 'b', sentences: [14] },
			text: 'b_14'
		},
		{
			question: twoPart(3, 'a', [[14]]),
			response: { kind: 'two-part', option: 'b', sentences: [] },
			text: 'b_'
		},
		{
			question: twoPart(3, 'a', [[14]]),
			response: { kind: 'two-part', option: null, sentences: [14] },
			text: '_14'
		},
		{
			question: altered(Array<boolean>(11).fill(true)),
			response: { kind: 'altered', tokens: ['w11', 'w3'] },
			text: '3-11'
		},
		{ question: leave(3), response: { kind: 'leave', checks: ['c', 'a'] }, text: 'ac' }
	])('$question.kind: $text', ({ question, response, text }) => {
		expect(encodeResponse(response, question)).toBe(text);
		expect(decodeResponse(text, question)).toEqual(canonical(response));
	});

	it('comes back as it was, with the question or with its public side', () => {
		fc.assert(
			fc.property(answered, ({ question, response }) => {
				const shown = publicQuestion(question, 'seed');
				const text = encodeResponse(response, question);

				expect(encodeResponse(response, shown)).toBe(text);
				expect(decodeResponse(text, question)).toEqual(canonical(response));
				expect(decodeResponse(text, shown)).toEqual(canonical(response));
			})
		);
	});

	it('is safe in an address, and never the sign for a skipped question or a separator', () => {
		fc.assert(
			fc.property(answered, ({ question, response }) => {
				const text = encodeResponse(response, question);
				expect(text).toMatch(/^[a-z0-9_-]+$/);
				expect(text).not.toBe('-');
			})
		);
	});

	it('is empty exactly where nothing is answered', () => {
		fc.assert(
			fc.property(answered, ({ question, response }) => {
				expect(isEmptyResponse(response)).toBe(false);
				const empty = emptyResponse(question);
				if (!empty) return;
				expect(isEmptyResponse(empty)).toBe(true);
				expect(encodeResponse(empty, question)).toBe('');
				expect(responseFromForm(question, formFromResponse(empty))).toEqual({ empty: true });
			})
		);
		expect(decodeResponse('', multiple(3, ['a']))).toBeUndefined();
	});

	it.each<{ question: Question; texts: string[] }>([
		{ question: choice(3, 'a'), texts: ['d', 'ab', 'A', '-', '__proto__'] },
		{ question: verdict('stated'), texts: ['x', 'stated', 'sc'] },
		{ question: multiple(3, ['a']), texts: ['ad', 'aa', '-', 'a-b'] },
		{ question: grid('match', 2, ['a', 'b']), texts: ['a', 'abb', '--', 'ac', '-c'] },
		{ question: order(['a', 'b', 'c']), texts: ['ab', 'abb', 'abcd', 'abd'] },
		{
			question: select([[3, 4]]),
			texts: ['0', '26', '03', '3-3', '3-4-5', '3-', '-3', '3_4', '3.0', '1e1']
		},
		{
			question: twoPart(2, 'a', [[3]]),
			texts: ['_', 'a', '3', 'c_3', 'a_3_4', 'a_3-4', 'a_26', 'ab_3', 'a_-3']
		},
		{ question: altered([true, false]), texts: ['3', 'w1', '1-1', '0', '01', '-'] },
		{ question: leave(3), texts: ['d', 'aa', '-'] }
	])('is refused where it is no answer to the question ($question.kind)', ({ question, texts }) => {
		for (const text of texts) {
			expect(decodeResponse(text, question), text).toBeUndefined();
			// 26 is a sentence that only the full question knows not to be there.
			if (!text.includes('26'))
				expect(decodeResponse(text, publicQuestion(question, 'seed')), text).toBeUndefined();
		}
	});

	it('never throws on any text, and what it reads is an answer', () => {
		const texts = fc.oneof(fc.string(), fc.stringMatching(/^[abcnsw0-9_-]{1,8}$/));
		fc.assert(
			fc.property(anyQuestion, texts, (question, text) => {
				const response = decodeResponse(text, question);
				if (response === undefined) return;
				expect(responseFromForm(question, formFromResponse(response))).toEqual({ response });
			}),
			{ numRuns: 1000 }
		);
	});
});
