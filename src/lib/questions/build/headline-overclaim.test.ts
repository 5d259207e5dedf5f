import { expect, test } from 'vitest';
import { headlineOverclaim } from './headline-overclaim.ts';
import { build, contextOf } from './testing.ts';

const sentences = ['Some shops could close, Ada says.'];
const reason = (why: string) => ({ why, settles: { s: 1, words: 'could close' } });
const overclaim = {
	step: 'hedge',
	text: 'Some shops will close, says Ada',
	reason: reason('“Could” is gone.')
} as const;
const keeps = [
	{ step: 'source' as const, reason: reason('Ada is still there.') },
	{ step: 'scope' as const, reason: reason('It is still some.') },
	{ step: 'time' as const, reason: reason('Both look ahead.') }
];
const built = (kept: typeof keeps) =>
	build(
		headlineOverclaim,
		contextOf(sentences, {
			headlines: [{ id: 'shops', overclaims: [{ ...overclaim, keeps: kept }] }]
		})
	);

test('all four steps are offered and the one taken is the key', () => {
	const [question] = built(keeps);

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.stem).toContain('Some shops will close, says Ada');
	expect(question.options).toHaveLength(4);
	expect(question.options.find(({ id }) => id === question.key)?.why).toBe('“Could” is gone.');
});

test('without a reason for each of the other steps there is no question', () => {
	expect(built(keeps.slice(0, 2))).toEqual([]);
});
