import { describe, expect, it } from 'vitest';
import { needsTheDate, pinnedOrHanging, theFullDate } from './pinned-or-hanging.ts';
import { harbour, harbourInput } from './testing/harbour.ts';

const dated = harbour({ source: { ...harbourInput.source, date: '5 June 2021' } });

describe('times that hang on the day of publication', () => {
	it('are told apart from those with a year in the text', () => {
		const [draft] = pinnedOrHanging(harbour());
		const rows = draft?.kind === 'categorise' ? draft.rows : [];
		const needDate = rows.filter(({ column }) => /publication/u.test(column));
		expect(needDate.map(({ text }) => /“(.*)”/u.exec(text)?.[1])).toEqual([
			'In recent days',
			'in the past ten years'
		]);
		expect(rows).toHaveLength(5);
	});

	it('are not asked about when the text has a date', () => {
		expect(pinnedOrHanging(dated)).toEqual([]);
		expect(needsTheDate(dated)).toEqual([]);
	});

	it('are placed by the day of publication, not by another time in the text', () => {
		const [draft] = needsTheDate(harbour());
		const options = draft?.kind === 'choice' ? draft.options : [];
		expect(options.filter(({ right }) => right).map(({ text }) => text)).toEqual([
			'The day on which the article came out'
		]);
		expect(options).toHaveLength(3);
	});
});

describe('the full date', () => {
	it('is that of the only event with a day', () => {
		const [draft] = theFullDate(harbour());
		expect(draft?.facts).toEqual(['collapse']);
	});

	it('is not asked for where two events have one', () => {
		const events = harbourInput.events.map((event) => ({
			...event,
			grain: event.id === 'contract' ? 'day' : event.grain
		}));
		expect(theFullDate(harbour({ events }))).toEqual([]);
	});
});
