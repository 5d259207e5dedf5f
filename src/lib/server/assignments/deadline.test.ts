import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptsFor, deadlineOf, grantOf, laterOf, noGrant, type Grant } from './deadline.ts';

const maybe = (n: fc.Arbitrary<number>) => fc.option(n, { nil: null });
const moment = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });
const running = fc.record({
	startedAt: moment,
	limitMs: maybe(fc.integer({ min: 60_000, max: 10_000_000 })),
	classDueAt: maybe(moment),
	extraMs: fc.constant(0)
});
const grant: fc.Arbitrary<Grant> = fc.record({
	timeFactor: fc.constantFrom(1, 1.25, 1.5, 2),
	untimed: fc.boolean(),
	extraAttempts: fc.nat(5),
	dueAt: maybe(moment)
});
const row = (assignment_id: string | null) =>
	fc.record({
		assignment_id: fc.constant(assignment_id),
		time_factor: fc.constantFrom(1, 1.25, 1.5, 2),
		untimed: fc.constantFrom<0 | 1>(0, 1),
		extra_attempts: fc.nat(3),
		due_at: maybe(moment),
		alone: fc.constant<0 | 1>(0)
	});

describe('The end of an attempt', () => {
	it('is the end of its time or its due date, whichever is first, and none where there is neither', () => {
		fc.assert(
			fc.property(running, grant, (attempt, granted) => {
				const end = deadlineOf(attempt, granted);
				const due = granted.dueAt ?? attempt.classDueAt;
				const limited = attempt.limitMs !== null && !granted.untimed;
				expect(end === null).toBe(due === null && !limited);
				if (end === null) return;
				if (due !== null) expect(end).toBeLessThanOrEqual(due);
				if (limited)
					expect(end - attempt.startedAt).toBeLessThanOrEqual(
						(attempt.limitMs ?? 0) * granted.timeFactor + 1
					);
			})
		);
	});

	it('never comes earlier by more time, and untimed takes the limit away but not the due date', () => {
		fc.assert(
			fc.property(running, grant, (attempt, granted) => {
				const plain = deadlineOf(attempt, { ...granted, timeFactor: 1, untimed: false });
				const more = deadlineOf(attempt, { ...granted, untimed: false });
				expect(laterOf(plain, more)).toBe(more);
				expect(deadlineOf(attempt, { ...granted, untimed: true })).toBe(
					granted.dueAt ?? attempt.classDueAt
				);
			})
		);
	});

	it('moves by what the teacher adds, past the due date too', () => {
		fc.assert(
			fc.property(running, grant, fc.nat(3_600_000), (attempt, granted, extraMs) => {
				const end = deadlineOf(attempt, granted);
				expect(deadlineOf({ ...attempt, extraMs }, granted)).toBe(
					end === null ? null : end + extraMs
				);
			})
		);
	});

	it('is worked out by hand in these cases', () => {
		const minutes = (n: number) => n * 60_000;
		const start = 1_800_000_000_000;
		const attempt = {
			startedAt: start,
			limitMs: minutes(20),
			classDueAt: start + minutes(35),
			extraMs: 0
		};
		expect(deadlineOf(attempt, noGrant)).toBe(start + minutes(20));
		expect(deadlineOf(attempt, { ...noGrant, timeFactor: 1.5 })).toBe(start + minutes(30));
		expect(deadlineOf(attempt, { ...noGrant, timeFactor: 2 })).toBe(start + minutes(35));
		expect(deadlineOf(attempt, { ...noGrant, timeFactor: 2, dueAt: start + minutes(60) })).toBe(
			start + minutes(40)
		);
	});
});

describe('What a learner is granted', () => {
	it('comes from the assignment where that says something, else from what holds for all', () => {
		fc.assert(
			fc.property(row('this'), row(null), (own, all) => {
				const both = grantOf([all, own]);
				expect(grantOf([own, all])).toEqual(both);
				const time = own.time_factor !== 1 || own.untimed === 1 ? own : all;
				expect(both).toEqual({
					timeFactor: time.time_factor,
					untimed: time.untimed === 1,
					extraAttempts: own.extra_attempts || all.extra_attempts,
					dueAt: own.due_at ?? all.due_at
				});
			})
		);
	});

	it('comes from the assignment alone where that stands alone, down to nothing at all', () => {
		fc.assert(
			fc.property(row('this'), row(null), (own, all) => {
				const both = grantOf([all, { ...own, alone: 1 }]);
				expect(both).toEqual(grantOf([own]));
				// Of one for all it says nothing: there is nothing else beside it.
				expect(grantOf([own, { ...all, alone: 1 }])).toEqual(grantOf([own, all]));
			})
		);
		const plain = { time_factor: 1, untimed: 0, extra_attempts: 0, due_at: null } as const;
		const double = {
			...plain,
			assignment_id: null,
			time_factor: 2,
			extra_attempts: 3,
			alone: 0
		} as const;
		expect(grantOf([{ ...plain, assignment_id: 'this', alone: 1 }, double])).toEqual(noGrant);
	});

	it('is nothing without accommodations, and attempts without a limit stay so', () => {
		expect(grantOf([])).toEqual(noGrant);
		expect(attemptsFor(2, { ...noGrant, extraAttempts: 3 })).toBe(5);
		expect(attemptsFor(null, { ...noGrant, extraAttempts: 3 })).toBeNull();
	});
});
