/** What a learner may see before answering, over every question of every pack that is served. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provePacks } from '../../src/cli/lib/packs.ts';
import { publicQuestion } from '../../src/lib/questions/public.ts';
import type { Question } from '../../src/lib/questions/schema.ts';

const CANARY = 'canary-5f3a';
const folder = fileURLToPath(new URL('../../questions', import.meta.url));
const bank = provePacks(folder, 'questions', 'report').flatMap(
	({ built }) => built?.pack.bank ?? []
);

/** The question with every text that only the key's side may read replaced by a word of alarm. */
function marked(question: Question): Question {
	const secret = new Set(['why', 'cite', 'ref', 'original', 'template']);
	return JSON.parse(
		JSON.stringify(question, (key, value: unknown) =>
			secret.has(key) ? CANARY : key === 'facts' ? [CANARY] : value
		)
	) as Question;
}

/** Names of all fields in a value, at any depth. */
const fieldsOf = (value: unknown): string[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, item]) => [key, ...fieldsOf(item)])
		: [];

describe('the public side of a question', () => {
	const anyQuestion = fc.constantFrom(...bank);
	const anySeed = fc.string({ maxLength: 12 });

	it('is made of questions, or this test would say nothing', () => {
		expect(bank.length).toBeGreaterThan(50);
	});

	it('never has a reason, a citation, a key or a name that gives the key away', () => {
		fc.assert(
			fc.property(anyQuestion, anySeed, (question, seed) => {
				const shown = publicQuestion(marked(question), seed);
				expect(JSON.stringify(shown)).not.toContain(CANARY);
				expect(fieldsOf(shown)).not.toEqual(
					expect.arrayContaining([
						expect.stringMatching(/^(why|cite|keys?|right|accepted|original|ref|facts|column)$/u)
					])
				);
			}),
			{ numRuns: 400 }
		);
	});

	it('is the same for the same seed', () => {
		fc.assert(
			fc.property(anyQuestion, anySeed, (question, seed) => {
				expect(publicQuestion(question, seed)).toEqual(publicQuestion(question, seed));
			})
		);
	});

	it('never shows an order that is the key', () => {
		const orders = bank.flatMap((question) => (question.kind === 'order' ? [question] : []));
		expect(orders.length).toBeGreaterThan(0);
		fc.assert(
			fc.property(fc.constantFrom(...orders), anySeed, (question, seed) => {
				const shown = publicQuestion(question, seed);
				expect(shown.kind === 'order' && shown.items.map(({ id }) => id)).not.toEqual(question.key);
			})
		);
	});
});
