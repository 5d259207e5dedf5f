import { describe, expect, it } from 'vitest';
import type { Question } from '../schema.ts';
import { skills } from '../skills.ts';
import { wholeBankRules } from './lint.ts';
import { choice, leave, lintContext, option, select, verdict } from './testing.ts';

const refsOf = (rule: keyof typeof wholeBankRules, bank: Question[]) =>
	wholeBankRules[rule](bank, lintContext(bank)).map(({ ref }) => ref);
const named = (ref: string, more: Partial<Question> = {}): Question =>
	({ ...choice(), ref, id: ref.padEnd(6, '0').slice(-6), ...more }) as Question;

describe('unique-ids', () => {
	it('finds two questions with one ref', () => {
		expect(refsOf('unique-ids', [named('a/b'), named('a/b', { id: 'other0' })])).toEqual(['a/b']);
	});

	it('finds two refs whose short hashes meet', () => {
		expect(refsOf('unique-ids', [named('a/b', { id: 'x' }), named('c/d', { id: 'x' })])).toEqual([
			'c/d'
		]);
	});

	it('allows different ones', () => {
		expect(refsOf('unique-ids', [named('a/b'), named('c/d')])).toEqual([]);
	});
});

describe('doubles', () => {
	it('finds one question under two names, in whatever order its options lie', () => {
		const { options } = choice();
		const twin = named('twin/close', { options: [...options].reverse() });

		expect(refsOf('doubles', [choice(), twin])).toEqual(['twin/close']);
	});

	it('allows the same stem with other options', () => {
		const other = choice({
			ref: 'other/close',
			options: [option('a', 'Its door'), option('b', 'Its wall')]
		});

		expect(refsOf('doubles', [choice(), other])).toEqual([]);
	});
});

describe('siblings', () => {
	it('finds one template that asks the same of one fact twice', () => {
		const again = choice({ ref: 'mini/close/again', options: choice().options.slice(0, 2) });

		expect(refsOf('siblings', [choice(), again])).toEqual(['mini/close/again']);
	});

	it.each<[string, Question]>([
		['kind', select({ ref: 'mini/close/tap' })],
		['direction', choice({ ref: 'mini/close/other', stem: 'What is shut?' })],
		['passage', choice({ ref: 'mini/close/p', passage: { sentence: 1, words: 'hall' } })],
		['fact', choice({ ref: 'mini/unasked', facts: ['unasked'] })]
	])('allows siblings of another %s', (_what, sibling) => {
		expect(refsOf('siblings', [choice(), sibling])).toEqual([]);
	});
});

describe('equal-thirds', () => {
	const keyed = (...keys: ('stated' | 'contradicted' | 'not-stated')[]) =>
		keys.map((key, i) => verdict({ ref: `v/${i}`, key }));

	it('finds keys that are not in thirds', () => {
		expect(refsOf('equal-thirds', keyed('stated', 'stated', 'contradicted'))).toEqual(['']);
	});

	it('allows a difference of one', () => {
		expect(refsOf('equal-thirds', keyed('stated', 'stated', 'contradicted', 'not-stated'))).toEqual(
			[]
		);
	});
});

describe('enough', () => {
	const full = () =>
		skills.flatMap((skill) =>
			Array.from({ length: skill === 'leave-the-page' ? 3 : 4 }, () =>
				skill === 'leave-the-page' ? leave() : choice({ skill })
			)
		);

	it('wants four questions a skill, and three to leave the page', () => {
		expect(refsOf('enough', full())).toEqual([]);
	});

	it('finds each skill that has one too few', () => {
		const bank = full().filter((_, i) => i !== 0 && i !== full().length - 1);

		expect(refsOf('enough', bank)).toEqual(['', '']);
	});
});

describe('places', () => {
	it('allows keys that the seeds spread', () => {
		expect(refsOf('places', [choice(), choice({ id: 'def456' })])).toEqual([]);
	});

	it('finds a key that every seed puts into one place', () => {
		// Options that all have the key's id stand for an order that knows the key.
		const stuck = choice({ options: choice().options.map((one) => ({ ...one, id: 'a' })) });

		expect(refsOf('places', [stuck])).toEqual(['mini/close']);
	});
});

describe('guessing', () => {
	const bank = (key: string) =>
		Array.from({ length: 6 }, (_, i) =>
			choice({
				ref: `g/${i}`,
				key,
				options: [
					option('a', `Doors ${i} that may be shut in ${i}`),
					option('b', `Roof ${i} goes`),
					option('c', `Wall ${i} goes`)
				]
			})
		);

	it('finds a bank in which the look of the options tells the key', () => {
		const messages = wholeBankRules
			.guessing(bank('a'), lintContext())
			.map(({ message }) => message);

		expect(messages.join('\n')).toContain('longest');
		expect(messages.join('\n')).toContain('most hedged');
	});

	it('allows a bank in which it does not', () => {
		expect(
			refsOf('guessing', [
				...bank('a').slice(0, 2),
				...bank('b').slice(2, 4),
				...bank('c').slice(4)
			])
		).toEqual([]);
	});
});

describe('the list of rules', () => {
	it('has a test for each rule of the bank', () => {
		expect(Object.keys(wholeBankRules).sort()).toEqual(
			['doubles', 'enough', 'equal-thirds', 'guessing', 'places', 'siblings', 'unique-ids'].sort()
		);
	});
});
