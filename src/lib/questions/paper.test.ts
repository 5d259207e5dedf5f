import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPack } from '../../../tests/support/pack.ts';
import { rightResponse } from '../../../tests/support/school.ts';
import { paperHelp, paperText, parsePaper } from './paper.ts';
import { publicQuestion, type PublicQuestion } from './public.ts';
import type { Question } from './schema.ts';

const { bank } = firstPack();
const printed: [Question, PublicQuestion][] = bank
	.filter(({ kind }) => kind !== 'leave')
	.map((question) => [question, publicQuestion(question, 'sheet')]);

const common = { id: 'q', skill: 'evidence', stem: 'Which?', max: 1 } as const;
const option = (id: string) => ({ id, text: id, quoted: false });
const choice: PublicQuestion = {
	...common,
	kind: 'choice',
	passage: null,
	options: ['c', 'a', 'b'].map(option)
};

describe('An answer typed from paper', () => {
	it('is read back as it was written, for every question of the first pack', () => {
		for (const [question, shown] of printed) {
			const response = rightResponse(question);
			const typed = paperText(response, shown);
			expect(parsePaper(typed, shown), `${question.id}: ${typed}`).toEqual({ response });
		}
	});

	it('goes by the letters on the paper, not by what the options are called inside', () => {
		expect(parsePaper('a', choice)).toEqual({ response: { kind: 'choice', option: 'c' } });
		expect(parsePaper(' B ', choice)).toEqual({ response: { kind: 'choice', option: 'a' } });
	});

	it.each<[PublicQuestion, string, unknown]>([
		[{ ...choice, kind: 'multiple' }, 'C, a', { kind: 'multiple', options: ['b', 'c'] }],
		[
			{
				...common,
				kind: 'verdict',
				statement: 'So it is.',
				options: ['stated', 'contradicted', 'not-stated'].map(option)
			},
			'N',
			{ kind: 'verdict', option: 'not-stated' }
		],
		[
			{ ...common, kind: 'match', rows: ['r2', 'r1'].map(option), columns: ['y', 'x'].map(option) },
			'-b',
			{ kind: 'match', columns: { r1: 'x' } }
		],
		[
			{ ...common, kind: 'order', items: ['p', 'q', 'r'].map(option) },
			'231',
			{ kind: 'order', items: ['r', 'p', 'q'] }
		],
		[{ ...common, kind: 'select', pick: 2 }, '7, 3', { kind: 'select', sentences: [3, 7] }],
		[
			{ ...common, kind: 'two-part', pick: 1, options: ['c', 'a'].map(option) },
			'b14',
			{ kind: 'two-part', option: 'a', sentences: [14] }
		],
		[
			{ ...common, kind: 'two-part', pick: 1, options: ['c', 'a'].map(option) },
			'14',
			{ kind: 'two-part', option: null, sentences: [14] }
		],
		[
			{
				...common,
				kind: 'altered',
				speaker: 'Stent',
				altered: 2,
				tokens: ['It', 'will', 'never', 'be', 'in', '2015.'].map((text, i) => ({
					id: `w${i + 1}`,
					text
				}))
			},
			'2015, Never',
			{ kind: 'altered', tokens: ['w6', 'w3'] }
		]
	])('%#: %o', (question, typed, response) => {
		expect(parsePaper(typed, question)).toEqual({ response });
	});

	it('is empty where nothing is written, or every line is left open', () => {
		const grid: PublicQuestion = {
			...common,
			kind: 'match',
			rows: ['r1', 'r2'].map(option),
			columns: ['x'].map(option)
		};
		expect([parsePaper('  ', choice), parsePaper('--', grid)]).toEqual([
			{ empty: true },
			{ empty: true }
		]);
	});

	it('is an answer of the question or a fault that says what fits, whatever was typed', () => {
		const text = fc.oneof(
			fc.string(),
			fc.string({ unit: fc.constantFrom(...Array.from('abcsn-123, _#')), maxLength: 8 })
		);
		fc.assert(
			fc.property(fc.constantFrom(...printed), text, ([, shown], typed) => {
				const read = parsePaper(typed, shown);
				if ('response' in read)
					expect(parsePaper(paperText(read.response, shown), shown)).toEqual(read);
				else if ('fault' in read) expect(read.fault).toBe(paperHelp(shown));
			})
		);
	});
});
