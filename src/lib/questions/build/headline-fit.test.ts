import { expect, test } from 'vitest';
import { headlineFit } from './headline-fit.ts';
import { build, contextOf } from './testing.ts';

const sentences = ['Some shops could close, Ada says.'];
const settles = { s: 1, words: 'could close' };
const fits = { text: 'Some shops could close, says Ada', reason: { why: 'As it says.', settles } };
const over = (step: 'hedge' | 'scope', text: string) => ({
	step,
	text,
	reason: { why: `It goes too far in ${step}.`, settles }
});
const scope = over('scope', 'All shops could close, says Ada');
const hedge = over('hedge', 'Some shops will close, says Ada');

test('the headline that the text supports is the key; the others say what they overclaim', () => {
	const [question] = build(
		headlineFit,
		contextOf(sentences, { headlines: [{ id: 'shops', fits, overclaims: [scope, hedge] }] })
	);

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.options.find(({ id }) => id === question.key)?.text).toBe(fits.text);
	expect(question.options.find(({ text }) => text === scope.text)?.why).toBe(
		'It goes too far in scope.'
	);
});

test('no fitting headline, or a single overclaim, is no question', () => {
	const headlines = [
		{ id: 'none-fits', overclaims: [scope, hedge] },
		{ id: 'one-over', fits, overclaims: [scope] }
	];
	expect(build(headlineFit, contextOf(sentences, { headlines }))).toEqual([]);
});
