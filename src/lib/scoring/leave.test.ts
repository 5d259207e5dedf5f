import { describe, expect, it } from 'vitest';
import { leave } from '../questions/testing.ts';
import { zero } from './fraction.ts';
import { scoreLeave } from './leave.ts';

describe('leave the page', () => {
	it('is never marked, whatever was planned', () => {
		const question = leave(3);

		expect(scoreLeave({ kind: 'leave', checks: ['a', 'b', 'c'] }, question)).toEqual({
			share: zero,
			points: zero,
			max: 0,
			full: false,
			answered: true
		});
		expect(scoreLeave({ kind: 'leave', checks: [] }, question)).toMatchObject({
			max: 0,
			answered: false
		});
	});

	it('refuses checks that are not on its list', () => {
		expect(scoreLeave({ kind: 'leave', checks: ['d'] }, leave(3))).toEqual({
			invalid: 'unknown-id'
		});
		expect(scoreLeave({ kind: 'leave', checks: ['a', 'a'] }, leave(3))).toEqual({
			invalid: 'duplicate'
		});
		expect(scoreLeave({ kind: 'multiple', options: ['a'] }, leave(3))).toEqual({
			invalid: 'wrong-kind'
		});
	});
});
