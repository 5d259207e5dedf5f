import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Response } from '../questions/response.ts';
import { kinds, type Question } from '../questions/schema.ts';
import {
	anyQuestion,
	anyQuestionOf,
	anyResponse,
	emptyResponse,
	keyResponse
} from '../questions/testing.ts';
import { compare, fraction, multiply, one, zero } from './fraction.ts';
import type { Score } from './outcome.ts';
import { scoreResponse } from './score.ts';
import { marked } from './testing.ts';

const mark = (response: Response | null, question: Question): Score =>
	marked(question, response).score;

const answered = anyQuestion.chain((question) =>
	anyResponse(question).map((response) => ({ question, response }))
);

describe.each(kinds)('%s', (kind) => {
	it('gives a full key the maximum', () => {
		fc.assert(
			fc.property(anyQuestionOf(kind), (question) => {
				const score = mark(keyResponse(question), question);
				expect(score.points).toEqual(fraction(question.max));
				expect(score.full).toBe(kind !== 'leave');
			})
		);
	});

	it('gives an open question and an empty response zero, as unanswered', () => {
		fc.assert(
			fc.property(anyQuestionOf(kind), (question) => {
				const open = mark(null, question);
				expect(open).toMatchObject({
					share: zero,
					points: zero,
					max: question.max,
					full: false,
					answered: false
				});
				expect(mark(emptyResponse(question), question)).toEqual(open);
			})
		);
	});

	it('keeps every score between 0 and the maximum', () => {
		const cases = anyQuestionOf(kind).chain((question) =>
			fc.tuple(fc.constant(question), anyResponse(question))
		);
		fc.assert(
			fc.property(cases, ([question, response]) => {
				const { share, points, max, full, answered } = mark(response, question);
				expect(compare(share, zero)).toBeGreaterThanOrEqual(0);
				expect(compare(share, one)).toBeLessThanOrEqual(0);
				expect(points).toEqual(multiply(share, fraction(max)));
				expect(max).toBe(question.max);
				expect(full).toBe(max > 0 && compare(points, fraction(max)) === 0);
				expect(answered).toBe(true);
			})
		);
	});

	it('does not depend on the order of its options or of the answer', () => {
		const cases = anyQuestionOf(kind).chain((question) =>
			fc.tuple(fc.constant(question), anyResponse(question), turned(question))
		);
		fc.assert(
			fc.property(cases, ([question, response, other]) => {
				const score = mark(response, question);
				expect(mark(response, other)).toEqual(score);
				expect(mark(reversed(response), other)).toEqual(score);
			})
		);
	});
});

describe('any question', () => {
	it('refuses ids that it does not have, wherever they stand', () => {
		fc.assert(
			fc.property(answered, ({ question, response }) => {
				for (const strange of withStrangers(response))
					expect(scoreResponse(strange, question)).toEqual({ invalid: 'unknown-id' });
			})
		);
	});

	it('refuses a list that holds an id twice', () => {
		fc.assert(
			fc.property(answered, ({ question, response }) => {
				for (const twice of withTwice(response))
					expect(scoreResponse(twice, question)).toEqual({ invalid: 'duplicate' });
			})
		);
	});

	it('refuses the answer to a question of another kind', () => {
		fc.assert(
			fc.property(answered, anyQuestion, ({ response }, other) => {
				fc.pre(response.kind !== other.kind);
				expect(scoreResponse(response, other)).toEqual({ invalid: 'wrong-kind' });
			})
		);
	});
});

/** The same question with every list of options in another order. */
function turned(question: Question): fc.Arbitrary<Question> {
	const mixed = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
		fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
	switch (question.kind) {
		case 'choice':
			return mixed(question.options).map((options) => ({ ...question, options }));
		case 'verdict':
			return mixed(question.options).map((options) => ({ ...question, options }));
		case 'multiple':
			return fc
				.tuple(mixed(question.options), mixed(question.keys))
				.map(([options, keys]) => ({ ...question, options, keys }));
		case 'match':
		case 'categorise':
			return fc
				.tuple(mixed(question.rows), mixed(question.columns))
				.map(([rows, columns]) => ({ ...question, rows, columns }));
		case 'order':
			return mixed(question.items).map((items) => ({ ...question, items }));
		case 'select':
			return fc
				.tuple(mixed(question.accepted), mixed(question.sentences))
				.map(([accepted, sentences]) => ({ ...question, accepted, sentences }));
		case 'two-part':
			return fc
				.tuple(mixed(question.options), mixed(question.accepted))
				.map(([options, accepted]) => ({ ...question, options, accepted }));
		case 'altered':
			return mixed(question.tokens).map((tokens) => ({ ...question, tokens }));
		case 'leave':
			return mixed(question.checks).map((checks) => ({ ...question, checks }));
	}
}

/** The same answer with its parts named in another order, where the order says nothing. */
function reversed(response: Response): Response {
	switch (response.kind) {
		case 'multiple':
			return { ...response, options: response.options.toReversed() };
		case 'match':
		case 'categorise':
			return {
				...response,
				columns: Object.fromEntries(Object.entries(response.columns).toReversed())
			};
		case 'select':
		case 'two-part':
			return { ...response, sentences: response.sentences.toReversed() };
		case 'altered':
			return { ...response, tokens: response.tokens.toReversed() };
		case 'leave':
			return { ...response, checks: response.checks.toReversed() };
		case 'choice':
		case 'verdict':
		case 'order':
			return response;
	}
}

/** The answer with an unknown id in each place that holds one. */
function withStrangers(response: Response): Response[] {
	const lists = (ids: readonly string[]): string[][] => [
		[...ids, 'zz'],
		['constructor', ...ids],
		['', ...ids]
	];
	const { kind } = response;
	switch (kind) {
		case 'choice':
		case 'verdict':
			return ['zz', '', '__proto__'].map((option) => ({ kind, option }));
		case 'multiple':
			return lists(response.options).map((options) => ({ kind, options }));
		case 'match':
		case 'categorise':
			return [
				{ kind, columns: { ...response.columns, zz: 'a' } },
				{ kind, columns: { ...response.columns, constructor: 'a' } },
				{ kind, columns: { ...response.columns, a: 'zz' } }
			];
		case 'order':
			return lists(response.items).map((items) => ({ kind, items }));
		case 'select':
			return [0, -1, 26, 1.5, NaN].map((n) => ({ kind, sentences: [n] }));
		case 'two-part':
			return [
				{ ...response, option: 'zz' },
				{ ...response, sentences: [26] }
			];
		case 'altered':
			return lists(response.tokens).map((tokens) => ({ kind, tokens }));
		case 'leave':
			return lists(response.checks).map((checks) => ({ kind, checks }));
	}
}

/** The answer with the ids of a list given twice; none where the kind has no list. */
function withTwice(response: Response): Response[] {
	const twice = <T>(list: readonly T[]): T[] => [...list, ...list];
	switch (response.kind) {
		case 'multiple':
			return [{ ...response, options: twice(response.options) }];
		case 'order':
			return [{ ...response, items: twice(response.items) }];
		case 'select':
			return [{ ...response, sentences: twice(response.sentences) }];
		case 'two-part':
			return response.sentences.length === 0
				? []
				: [{ ...response, sentences: twice(response.sentences) }];
		case 'altered':
			return [{ ...response, tokens: twice(response.tokens) }];
		case 'leave':
			return [{ ...response, checks: twice(response.checks) }];
		default:
			return [];
	}
}
