import { describe, expect, it } from 'vitest';
import { proveIt } from './prove-it.ts';
import { harbour, harbourInput } from './testing/harbour.ts';

const proofs = (context = harbour()) =>
	proveIt(context).flatMap((draft) => (draft.kind === 'two-part' ? [draft] : []));

describe('answer and prove it', () => {
	it('takes the sentence that names the demand and the one that names its place', () => {
		expect(proofs().map(({ facts, accepted }) => [facts[0], accepted])).toEqual([
			['lease', [[1, 2]]],
			['forms', [[4, 5]]],
			['tickets', [[8, 9]]]
		]);
	});

	it('is not asked where one sentence names both: there is no pointing word to follow', () => {
		expect(proofs().flatMap(({ facts }) => facts)).not.toContain('pier');
	});

	it('passes over a demand whose wording could be searched for', () => {
		const demands = harbourInput.demands.map((demand) =>
			demand.id === 'tickets' ? { ...demand, what: 'a shared ticket office' } : demand
		);
		expect(proofs(harbour({ demands })).flatMap(({ facts }) => facts)).toContain('lamps');
	});

	it('tells a tempting sentence apart by what it names', () => {
		const [lease] = proofs();
		expect(lease?.reasons).toContainEqual({
			sentence: 9,
			why: 'This sentence names other points, in the draft written in Leith.'
		});
	});
});
