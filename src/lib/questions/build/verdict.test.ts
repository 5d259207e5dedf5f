import { expect, test } from 'vitest';
import { build, contextOf } from './testing.ts';
import { verdict } from './verdict.ts';

const sentences = ['Ada says that the shop is shut.', 'Ben was there too.'];

test('each of the three verdicts has its own reason and citation', () => {
	const [question] = build(
		verdict,
		contextOf(sentences, {
			claims: [
				{
					id: 'ben-shut',
					text: 'Ben says that the shop is shut.',
					key: 'not-stated',
					stated: { why: 'Ada says it.', settles: { s: 1, words: 'Ada says' } },
					contradicted: { why: 'Ben says nothing.', nearest: { s: 2, words: 'Ben was there' } },
					'not-stated': { why: 'Nobody says it for Ben.', whole: true }
				}
			]
		})
	);

	if (question?.kind !== 'verdict') throw new Error('no verdict');
	expect(question.key).toBe('not-stated');
	expect(question.statement).toBe('Ben says that the shop is shut.');
	expect(question.options.map(({ id, why, cite }) => [id, why, cite.kind])).toEqual([
		['stated', 'Ada says it.', 'settles'],
		['contradicted', 'Ben says nothing.', 'nearest'],
		['not-stated', 'Nobody says it for Ben.', 'whole']
	]);
});
