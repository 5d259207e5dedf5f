import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { gradeOf, type Grade } from './grade.ts';
import { chanceOf, intervalOf, recall } from './memory.ts';

const grades = fc.array(fc.constantFrom<Grade>('again', 'good', 'easy'), {
	minLength: 1,
	maxLength: 30
});

it.each([
	[true, 1, 'again'],
	[true, 2, 'good'],
	[true, 3, 'easy'],
	[true, null, 'good'],
	[false, 1, 'again'],
	[false, 3, 'again'],
	[false, null, 'again']
] as const)('right %s with certainty %s counts as %s', (full, certainty, grade) => {
	expect(gradeOf(full, certainty)).toBe(grade);
});

it('what was wrong is wanted the next day, what was right later, what was certain latest', () => {
	const days = (grade: Grade) => intervalOf(recall(null, 0, grade));
	expect(days('again')).toBe(1);
	expect(days('good')).toBeGreaterThan(days('again'));
	expect(days('easy')).toBeGreaterThan(days('good'));
});

it('a right answer in time makes the next interval longer', () => {
	const first = recall(null, 0, 'good');
	const second = recall(first, intervalOf(first), 'good');
	expect(intervalOf(second)).toBeGreaterThan(intervalOf(first));
});

it('whatever was answered whenever, the interval is whole days, at least one, and the chance a share', () => {
	fc.assert(
		fc.property(grades, fc.double({ min: -400, max: 4000, noNaN: true }), (list, days) => {
			let memory = recall(null, days, 'good');
			for (const grade of list) memory = recall(memory, days, grade);
			expect(Number.isInteger(intervalOf(memory))).toBe(true);
			expect(intervalOf(memory)).toBeGreaterThanOrEqual(1);
			const chance = chanceOf(memory, days);
			expect(chance).toBeGreaterThanOrEqual(0);
			expect(chance).toBeLessThanOrEqual(1);
		})
	);
});

it('the chance of recall is 90 % after as many days as the memory is stable', () => {
	const memory = recall(null, 0, 'good');
	expect(chanceOf(memory, memory.stability)).toBeCloseTo(0.9, 3);
});
