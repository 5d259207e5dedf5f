import { expect, it } from 'vitest';
import { differingSentences } from './differing-sentences.ts';
import { harbour } from './testing/harbour.ts';

it('asks only where the pack says which pairs of sentences would do', () => {
	const drafts = differingSentences(harbour());
	expect(drafts.map(({ facts }) => facts)).toEqual([['how-old']]);
	expect(drafts[0]).toMatchObject({
		kind: 'select',
		stem: 'Tap the two sentences that do not fit each other on the age of what is asked.',
		pick: 2,
		accepted: [[11, 12]]
	});
});
