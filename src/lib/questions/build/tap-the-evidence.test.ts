import { expect, it } from 'vitest';
import { tapTheEvidence } from './tap-the-evidence.ts';
import { harbour } from './testing/harbour.ts';

it('asks for as many sentences as the proof needs, and says how many', () => {
	const drafts = tapTheEvidence(harbour());
	expect(drafts.map(({ stem }) => stem)).toEqual([
		'Tap the sentence that shows that the town did not agree to everything.',
		'Tap the two sentences that give somebody’s words inside quotation marks.'
	]);
	expect(drafts.map((draft) => draft.kind === 'select' && [draft.pick, draft.accepted])).toEqual([
		[1, [[6]]],
		[2, [[11, 14]]]
	]);
});

it('rests on the claim first, then on the facts behind it', () => {
	expect(tapTheEvidence(harbour()).map(({ facts }) => facts)).toEqual([
		['turned-down'],
		['two-opinions', 'refusal']
	]);
});
