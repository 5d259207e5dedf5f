import { describe, expect, it } from 'vitest';
import type { Verdict } from '../questions/schema.ts';
import { choice, verdict } from '../questions/testing.ts';
import { fraction } from './fraction.ts';
import { suspicion } from './suspicion.ts';

/** Verdicts on questions of their own, as `key>answer`; an answer of '-' is a skip. */
const verdicts = (...pairs: readonly `${Verdict}>${Verdict | '-'}`[]) =>
	pairs.map((pair, i) => {
		const [key = '', option = ''] = pair.split('>');
		return {
			question: verdict(key as Verdict, { id: `q${i}` }),
			response: option === '-' ? null : { kind: 'verdict' as const, option }
		};
	});

describe('credulity', () => {
	it('is “stated” where the key is not, over the answers to those', () => {
		const { credulity } = suspicion(
			verdicts(
				'contradicted>stated',
				'contradicted>contradicted',
				'not-stated>stated',
				'not-stated>not-stated',
				'not-stated>contradicted',
				'contradicted>contradicted',
				'stated>stated',
				'stated>contradicted'
			)
		);
		expect(credulity).toEqual({ count: 2, of: 6, needed: 6, share: fraction(1, 3) });
	});

	it('is not shown before six answers', () => {
		const { credulity } = suspicion(
			verdicts(
				'contradicted>stated',
				'contradicted>stated',
				'not-stated>stated',
				'not-stated>stated',
				'not-stated>stated',
				'stated>stated'
			)
		);
		expect(credulity).toMatchObject({ of: 5, share: null });
	});
});

describe('over-suspicion', () => {
	it('is anything but “stated” where the key is stated', () => {
		const { overSuspicion } = suspicion(
			verdicts(
				'stated>stated',
				'stated>contradicted',
				'stated>not-stated',
				'contradicted>not-stated'
			)
		);
		expect(overSuspicion).toEqual({ count: 2, of: 3, needed: 3, share: fraction(2, 3) });
	});

	it('is not shown before three answers', () => {
		const { overSuspicion } = suspicion(verdicts('stated>not-stated', 'stated>stated'));
		expect(overSuspicion).toMatchObject({ of: 2, share: null });
	});
});

describe('the third count', () => {
	it('is contradicted taken for not stated, or the other way round', () => {
		const { confused, credulity } = suspicion(
			verdicts(
				'contradicted>not-stated',
				'not-stated>contradicted',
				'not-stated>not-stated',
				'not-stated>stated',
				'stated>not-stated'
			)
		);
		expect(confused).toEqual({ count: 2, of: 4 });
		expect(credulity.count).toBe(1);
	});
});

describe('what is counted', () => {
	it('takes the first answer to a question; a skip before it is no answer', () => {
		const question = verdict('stated', { id: 'same' });
		const given = (option: string) => ({
			question,
			response: { kind: 'verdict' as const, option }
		});
		const { overSuspicion } = suspicion([
			{ question, response: null },
			given('contradicted'),
			given('stated')
		]);
		expect(overSuspicion).toMatchObject({ count: 1, of: 1 });
	});

	it('keeps questions of two packs apart though their ids are the same', () => {
		const one = verdict('stated', { id: 'same' });
		const response = { kind: 'verdict' as const, option: 'stated' };
		const { overSuspicion } = suspicion([
			{ question: one, response },
			{ question: { ...one, statement: 'Another article says another thing.' }, response }
		]);
		expect(overSuspicion.of).toBe(2);
	});

	it('leaves out skips and other kinds', () => {
		const { credulity, overSuspicion } = suspicion([
			...verdicts('contradicted>-', 'stated>-'),
			{ question: choice(3, 'a'), response: { kind: 'choice', option: 'a' } }
		]);
		expect(credulity.of).toBe(0);
		expect(overSuspicion.of).toBe(0);
	});
});
