import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from './log.ts';
import { DAY } from './memory.ts';
import { logs, NOW, row } from './testing.ts';

const hours = (n: number) => n * 60 * 60 * 1000;
const times = (rows: readonly { at: number }[]) => rows.map(({ at }) => (at - NOW) / DAY);

describe('the order of the log', () => {
	it('is that of the times, and holds every row once', () => {
		const [one, two] = [row({ seq: 1, at: NOW - DAY }), row({ seq: 2, at: NOW - hours(1) })];
		expect(inOrder([two, one, two], NOW)).toEqual([one, two]);
	});

	it('does not depend on the order in which rows came together', () => {
		fc.assert(
			fc.property(logs, fc.integer(), (rows, seed) => {
				const mixed = rows
					.map((one, i) => ({ one, key: (i * 7919 + seed) % 101 }))
					.sort((a, b) => a.key - b.key)
					.map(({ one }) => one);
				expect(inOrder([...mixed, ...mixed.slice(0, 3)], NOW)).toEqual(inOrder(rows, NOW));
			})
		);
	});

	it('has no row later than now, loses none, and keeps the order of each device', () => {
		fc.assert(
			fc.property(logs, (rows) => {
				const ordered = inOrder(rows, NOW);
				expect(ordered.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
				expect(ordered.every(({ at }) => at <= NOW)).toBe(true);
				for (const device of ['d1', 'd2']) {
					const own = ordered.filter((one) => one.device === device);
					const bySeq = own.toSorted((a, b) => a.seq - b.seq);
					expect(bySeq.map(({ at }) => at)).toEqual(own.map(({ at }) => at));
				}
			})
		);
	});

	it('takes rows of a clock that was ahead for as old as the one before them, now and a month later', () => {
		const rows = [
			row({ seq: 1, at: NOW - 3 * DAY }),
			row({ seq: 2, at: NOW + 27 * DAY }),
			row({ seq: 3, at: NOW - DAY }),
			row({ seq: 4, at: NOW })
		];
		expect(times(inOrder(rows, NOW))).toEqual([-3, -3, -1, 0]);
		expect(times(inOrder(rows, NOW + 60 * DAY))).toEqual([-3, -3, -1, 0]);
	});

	it('takes rows of a clock that fell back to its first day for as old as the one before them', () => {
		const rows = [
			row({ seq: 1, at: NOW - 3 * DAY }),
			row({ seq: 2, at: 0 }),
			row({ seq: 3, at: NOW - DAY })
		];
		expect(times(inOrder(rows, NOW))).toEqual([-3, -3, -1]);
	});

	it('takes a log that is all from the future for one of now', () => {
		expect(times(inOrder([row({ seq: 1, at: NOW + DAY })], NOW))).toEqual([0]);
	});
});
