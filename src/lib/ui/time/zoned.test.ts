import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	fieldByOffset,
	fieldInZone,
	isZone,
	momentByOffset,
	momentFromForm,
	momentInZone,
	offsetIn,
	zoneField
} from './zoned.ts';

const zones = Intl.supportedValuesOf('timeZone').filter((zone) => isZone(zone));
const zone = fc.constantFrom('UTC', 'Europe/London', 'Australia/Lord_Howe', ...zones);
/** Whole minutes from 2020 to 2050. */
const minutes = fc
	.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2050, 0, 1) / 60_000 })
	.map((n) => n * 60_000);

describe('A date field and its zone', () => {
	it('names the same moment again, in every zone; of an hour shown twice, the first', () => {
		fc.assert(
			fc.property(zone, minutes, (name, at) => {
				const text = fieldInZone(at, name);
				const back = momentInZone(text, name) ?? NaN;
				expect(fieldInZone(back, name)).toBe(text);
				expect(back).toBeLessThanOrEqual(at);
				// Only clocks that are put back show a time twice.
				if (back !== at) expect(offsetIn(name, back)).toBeGreaterThan(offsetIn(name, at));
			})
		);
	});

	it('finds a moment for every date, and the time typed unless the clocks skip it', () => {
		fc.assert(
			fc.property(zone, minutes, (name, naive) => {
				const text = fieldByOffset(naive, 0);
				const at = momentInZone(text, name) ?? NaN;
				const shown = momentByOffset(fieldInZone(at, name), 0) ?? NaN;
				expect(shown).toBeGreaterThanOrEqual(naive);
				if (shown !== naive)
					expect(shown - naive).toBe(
						(offsetIn(name, at) - offsetIn(name, at - 24 * 60 * 60_000)) * 60_000
					);
			})
		);
	});

	it('knows the hours that London skips and repeats', () => {
		// 01:00 to 02:00 on 29 March 2026 is not there; on 25 October it is there twice.
		expect(momentInZone('2026-03-29T01:30', 'Europe/London')).toBe(Date.UTC(2026, 2, 29, 1, 30));
		expect(fieldInZone(Date.UTC(2026, 2, 29, 1, 30), 'Europe/London')).toBe('2026-03-29T02:30');
		expect(momentInZone('2026-10-25T01:30', 'Europe/London')).toBe(Date.UTC(2026, 9, 25, 0, 30));
		expect(momentInZone('2026-10-25T02:30', 'Europe/London')).toBe(Date.UTC(2026, 9, 25, 2, 30));
	});

	it('goes there and back with a plain offset', () => {
		fc.assert(
			fc.property(minutes, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, offset) => {
				expect(momentByOffset(fieldByOffset(at, offset), offset)).toBe(at);
			})
		);
	});

	it('refuses what is no date and no zone', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(momentInZone(text, 'UTC')).toBeUndefined();
			})
		);
		for (const text of ['2026-02-30T10:00', '2026-13-01T10:00', '2026-11-25T25:00', '2026-11-25'])
			expect(momentInZone(text, 'UTC')).toBeUndefined();
		expect(momentInZone('2026-11-25T10:00', 'Mars/Phobos')).toBeUndefined();
		expect(momentInZone('2026-11-25T10:00', '')).toBeUndefined();
	});
});

describe('A date in a form', () => {
	const form = (text: string, zone: string) => {
		const data = new FormData();
		data.set('due', text);
		data.set(zoneField('due'), zone);
		return data;
	};

	it('keeps its seconds, and the second of two equal hours, while nothing else is typed', () => {
		fc.assert(
			fc.property(
				zone,
				fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2050, 0, 1) }),
				(name, was) => {
					expect(momentFromForm(form(fieldInZone(was, name), name), 'due', was)).toBe(was);
				}
			)
		);
	});

	it('is null where the field is empty or missing, undefined where it is no date', () => {
		expect(momentFromForm(form('', 'UTC'), 'due', 5)).toBeNull();
		expect(momentFromForm(new FormData(), 'due', 5)).toBeNull();
		expect(momentFromForm(form('soon', 'UTC'), 'due')).toBeUndefined();
		expect(momentFromForm(form('2026-11-25T10:00', 'nowhere'), 'due')).toBeUndefined();
		expect(momentFromForm(form('2026-11-25T10:00', 'Asia/Tokyo'), 'due')).toBe(
			Date.UTC(2026, 10, 25, 1)
		);
	});
});
