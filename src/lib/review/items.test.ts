import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueItems, nextDue, studied } from './items.ts';
import { DAY } from './memory.ts';
import { logs, NOW, row } from './testing.ts';

const only = (rows: Parameters<typeof studied>[0], now = NOW) => {
	const [item] = studied(rows, now).items.values();
	if (!item) throw new Error('nothing is remembered');
	return item;
};

describe('what is scheduled', () => {
	it('is the fact and the skill: two questions on one fact are one item', () => {
		const rows = [row({ seq: 1, question: 'q1' }), row({ seq: 2, question: 'q2' })];
		expect(only(rows)).toMatchObject({ fact: 'f1', skill: 's1', answers: 2 });
	});

	it('comes back the next day after a wrong answer, some hours earlier in the day too', () => {
		const item = only([row({ seq: 1, full: false, certainty: null })]);
		expect(item.due).toBeLessThanOrEqual(NOW + DAY);
		expect(item.due).toBeGreaterThan(NOW + DAY / 2);
	});

	it('is not what is not marked', () => {
		const rows = [row({ seq: 1, max: 0, kind: 'leave', points: [0, 1] })];
		expect(studied(rows, NOW).items.size).toBe(0);
		expect(studied(rows, NOW).asked.size).toBe(1);
	});
});

describe('a fact retires', () => {
	const right = (seq: number, day: number, question: string, more = {}) =>
		row({ seq, at: NOW + day * DAY - 30 * DAY, question, ...more });

	it('after two right siblings on different days', () => {
		expect(only([right(1, 0, 'q1'), right(2, 1, 'q2')]).retired).toBe(true);
	});

	it('not by the same question twice, nor by two on one day', () => {
		expect(only([right(1, 0, 'q1'), right(2, 1, 'q1')]).retired).toBe(false);
		expect(only([right(1, 0, 'q1'), right(2, 0, 'q2')]).retired).toBe(false);
	});

	it('not where one of the two was a guess, or wrong in between', () => {
		expect(only([right(1, 0, 'q1'), right(2, 1, 'q2', { certainty: 1 })]).retired).toBe(false);
		expect(
			only([right(1, 0, 'q1'), right(2, 1, 'q2', { full: false }), right(3, 2, 'q3')]).retired
		).toBe(false);
	});
});

describe('what is due', () => {
	const wrong = (seq: number, fact: string, day: number, certainty: 1 | 3 | null = null) =>
		row({ seq, facts: [fact], at: NOW + day * DAY, full: false, points: [0, 1], certainty });

	it('puts sure but wrong ahead, then what has waited longest', () => {
		const rows = [wrong(1, 'f1', -9), wrong(2, 'f2', -8), wrong(3, 'f3', -7, 3)];
		expect(dueItems(studied(rows, NOW), NOW).map(({ fact }) => fact)).toEqual(['f3', 'f1', 'f2']);
	});

	it('does not call a question in two parts wrong in what was rated where only the evidence was', () => {
		const half = { kind: 'two-part', max: 2, full: false, certainty: 3 } as const;
		expect(only([row({ seq: 1, ...half, points: [1, 1] })]).sureButWrong).toBe(false);
		expect(only([row({ seq: 1, ...half, points: [0, 1] })]).sureButWrong).toBe(true);
	});

	it('leaves nothing out: an item is retired, due, or due at a time that comes', () => {
		fc.assert(
			fc.property(logs, (rows) => {
				const state = studied(rows, NOW);
				const marked = new Set(rows.map(({ item }) => item));
				expect(new Set(state.items.keys())).toEqual(marked);
				const waiting = [...state.items.values()].filter(({ retired }) => !retired);
				const last = Math.max(NOW, ...waiting.map(({ due }) => due));
				expect(dueItems(state, last)).toHaveLength(waiting.length);
				expect(nextDue(state)).toBe(
					waiting.length === 0 ? null : Math.min(...waiting.map(({ due }) => due))
				);
			})
		);
	});

	it('is the same in every time zone and however the log was put together', () => {
		fc.assert(
			fc.property(logs, (rows) => {
				const elsewhere = rows.toReversed().map((one) => ({ ...one }));
				expect(studied(elsewhere, NOW)).toEqual(studied(rows, NOW));
			})
		);
	});

	it('neither loses nor doubles a review when the clock was a month ahead for a session', () => {
		const rows = [wrong(1, 'f1', -3), wrong(2, 'f2', -3)];
		// the clock is a month ahead: both are asked, one is right
		rows.push({ ...wrong(3, 'f1', 30), full: true, certainty: 2 }, wrong(4, 'f2', 30));
		const state = studied(rows, NOW);
		expect(state.items.size).toBe(2);
		for (const { due } of state.items.values()) expect(due).toBeLessThan(NOW + 10 * DAY);
	});
});
