import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../review/log.ts';
import { DAY } from '../review/memory.ts';
import { logs, NOW, row as anyRow } from '../review/testing.ts';
import { progressOf } from './progress.ts';

const TODAY = '2026-09-01';
let seq = 0;
const row = (given: Partial<LogRow> = {}) =>
	anyRow({ skill: 'certainty', question: `q${++seq}`, ...given, seq });
const of = (rows: LogRow[]) => progressOf(rows, NOW, TODAY);
const line = (rows: LogRow[], skill: string) => of(rows).profile.find((one) => one.skill === skill);
const times = <T>(n: number, make: (i: number) => T): T[] =>
	Array.from({ length: n }, (_, i) => make(i));

describe('the profile', () => {
	it('has a line for each of the thirteen skills and a share from three answers on', () => {
		const rows = times(2, () => row());
		expect(of(rows).profile).toHaveLength(13);
		expect(line(rows, 'certainty')).toMatchObject({ answers: 2, share: null });
		rows.push(row({ full: false, points: [1, 3] }));
		expect(line(rows, 'certainty')).toMatchObject({
			answers: 3,
			missed: 1,
			share: { n: 7, d: 9 }
		});
	});

	it('counts part two of a two-part question once more, for the evidence, as an answer worth 1', () => {
		const two = row({ kind: 'two-part', max: 2, points: [1, 1], full: false, evidence: false });
		expect(line([two], 'certainty')).toMatchObject({ points: { n: 1, d: 1 }, max: 2, answers: 1 });
		expect(line([two], 'evidence')).toMatchObject({ points: { n: 0, d: 1 }, max: 1, answers: 1 });
	});

	it('counts what is not marked as tried, and a skill that it does not know not at all', () => {
		const left = row({
			skill: 'leave-the-page',
			kind: 'leave',
			max: 0,
			points: [0, 1],
			full: false
		});
		expect(line([left, row({ skill: 'later' })], 'leave-the-page')).toMatchObject({
			answers: 1,
			share: null
		});
		expect(of([row({ skill: 'later' })]).profile.every(({ answers }) => answers === 0)).toBe(true);
	});
});

describe('memory', () => {
	const memory = (rows: LogRow[], now = NOW) =>
		progressOf(rows, now, TODAY).memory.find(({ skill }) => skill === 'certainty');

	it('calls a fact that was right and certain kept, and one that was wrong shaky', () => {
		const rows = [
			row({ facts: ['f1'], certainty: 3 }),
			row({ facts: ['f2'], full: false, points: [0, 1] })
		];
		expect(memory(rows)).toMatchObject({ kept: 1, shaky: 1, retired: 0 });
		expect(memory(rows)?.chance).toBeGreaterThan(0.9);
	});

	it('fades: a year later the chance is smaller and nothing is kept', () => {
		const rows = [row({ certainty: 3 })];
		const later = memory(rows, NOW + 365 * DAY);
		expect(later).toMatchObject({ kept: 0, shaky: 1 });
		expect(later?.chance).toBeLessThan(0.9);
	});

	it('takes retired facts apart and gives no chance for them', () => {
		const rows = [
			row({ at: NOW - 2 * DAY, day: '2026-08-30' }),
			row({ at: NOW - DAY, day: '2026-08-31' })
		];
		expect(memory(rows)).toMatchObject({ kept: 0, shaky: 0, retired: 1, chance: null });
	});
});

describe('calibration over time', () => {
	it('stands by the month, with counts below five answers a level and a share from then on', () => {
		const rows = [
			...times(4, () => row({ day: '2026-07-05', certainty: 3 })),
			...times(5, (i) => row({ certainty: 3, full: i > 0, points: [i > 0 ? 1 : 0, 1] }))
		];
		const { months, all } = of(rows).calibration;
		expect(months.map(({ month }) => month)).toEqual(['2026-07', '2026-09']);
		expect(months.map(({ levels }) => levels[2])).toEqual([
			{ certainty: 3, right: 4, of: 4, share: null },
			{ certainty: 3, right: 4, of: 5, share: { n: 4, d: 5 } }
		]);
		expect(all.rated).toBe(9);
	});

	it('judges a two-part question by part one, and leaves unrated answers out', () => {
		const two = { kind: 'two-part', max: 2, full: false, certainty: 3 } as const;
		const rows = [
			row({ ...two, points: [1, 1], evidence: false }),
			row({ ...two, points: [0, 1], evidence: true }),
			row({ certainty: null }),
			row({ kind: 'order', certainty: 3 })
		];
		expect(of(rows).calibration.all).toMatchObject({ rated: 2 });
	});
});

describe('trusting and doubting', () => {
	const verdict = (key: string, given: string, more: Partial<LogRow> = {}) =>
		row({ kind: 'verdict', verdict: [key, given], full: key === given, ...more });

	it('is shown from six and three answers, in all and in each month', () => {
		const rows = [
			...times(6, (i) => verdict('not-stated', i < 2 ? 'stated' : 'not-stated')),
			...times(2, () => verdict('stated', 'stated'))
		];
		expect(of(rows).suspicion.all).toMatchObject({
			credulity: { count: 2, of: 6, share: { n: 1, d: 3 } },
			overSuspicion: { count: 0, of: 2, share: null }
		});
		expect(of(rows.slice(1)).suspicion.months[0]?.credulity).toMatchObject({ of: 5, share: null });
	});

	it('counts first answers alone: no review, and no second answer to a question', () => {
		const again = verdict('not-stated', 'stated', { again: true });
		const first = verdict('not-stated', 'not-stated', { question: 'same' });
		const second = verdict('not-stated', 'stated', { question: 'same' });
		expect(of([again, first, second]).suspicion.all.credulity).toMatchObject({ count: 0, of: 1 });
	});
});

describe('the calendar', () => {
	it('has thirteen weeks from Monday, none of the days to come, and every recent answer', () => {
		const { weeks } = of([row(), row(), row({ day: '2026-08-31' }), row({ day: '2027-02-01' })]);
		expect(weeks).toHaveLength(13);
		expect(weeks.at(-1)).toEqual({
			monday: '2026-08-31',
			days: [1, 3, null, null, null, null, null]
		});
	});
});

describe('what comes next', () => {
	it('is nothing without answers, and else the weakest skill', () => {
		expect(of([]).next).toBeUndefined();
		const rows = times(3, () => row({ full: false, points: [0, 1] }));
		expect(of(rows).next?.exercise).toMatchObject({ skill: 'certainty', missed: 3, of: 3 });
	});

	it('says that something is due only when it is', () => {
		const rows = [row({ full: false, points: [0, 1] })];
		expect(of(rows).next?.due).toBe(false);
		expect(progressOf(rows, NOW + 2 * DAY, '2026-09-03').next?.due).toBe(true);
	});
});

describe('any log', () => {
	it('gives the same figures in any order and with rows doubled, as after an import', () => {
		fc.assert(
			fc.property(logs, (rows) => {
				expect(of([...rows.toReversed(), ...rows.slice(0, 5)])).toEqual(of(rows));
			})
		);
	});

	it('counts every answer once', () => {
		fc.assert(
			fc.property(logs, (some) => {
				const rows = some.map((one) => ({ ...one, skill: 'headline' }));
				const figures = of(rows);
				expect(figures.answers).toBe(rows.length);
				expect(figures.profile.reduce((all, { answers }) => all + answers, 0)).toBe(rows.length);
				expect(figures.calibration.months.reduce((all, { rated }) => all + rated, 0)).toBe(
					figures.calibration.all.rated
				);
			})
		);
	});
});
