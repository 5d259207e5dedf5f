import { describe, expect, it } from 'vitest';
import { NOW } from '../../../../tests/support/engines.ts';
import { presets } from '../../taking/policy.ts';
import { readAssignForm, readGrantForm, readTerms } from './form.ts';

const formOf = (fields: Record<string, string | string[]>): FormData => {
	const form = new FormData();
	for (const [name, values] of Object.entries(fields))
		for (const value of [values].flat()) form.append(name, value);
	return form;
};
const plain = {
	slug: 'a-story',
	draw: 'quick',
	preset: 'test',
	title: ' Friday ',
	limit: '',
	attempts: '1',
	counts: 'best',
	order: '',
	article: 'open',
	certainty: 'yes',
	during: '',
	submitted: '',
	after: ''
};

describe('The form of an assignment', () => {
	it('takes from the preset whatever is left to it, and the rest from its fields', () => {
		expect(readTerms(formOf(plain))).toEqual({
			terms: {
				title: 'Friday',
				timeLimitMs: null,
				attemptsAllowed: 1,
				policy: presets.test.policy
			},
			problems: []
		});
		const own = { ...plain, limit: '12,5', attempts: '', order: 'same', submitted: 'score' };
		const { terms } = readTerms(formOf(own));
		expect(terms).toMatchObject({ timeLimitMs: 750_000, attemptsAllowed: null });
		expect(terms.policy).toMatchObject({
			order: 'same',
			feedback: { during: 'nothing', submitted: 'score', due: 'explanations' }
		});
	});

	it('names the field of a choice that is not offered', () => {
		const { problems } = readTerms(formOf({ ...plain, order: 'backwards', counts: 'worst' }));
		expect(problems).toEqual([
			{ field: 'order', code: 'choose' },
			{ field: 'counts', code: 'choose' }
		]);
	});

	it('reads each class once, with dates in their zone, and opens at once without one', () => {
		const form = formOf({
			...plain,
			class: ['a', 'b', 'a'],
			'opens-a': '2027-02-01T08:30',
			'opens-a-zone': 'Asia/Tokyo',
			'due-a': '2027-02-31T09:00',
			'due-a-zone': 'Asia/Tokyo',
			'opens-b': '',
			'due-b': '2027-02-01T09:00',
			'due-b-zone': 'UTC',
			'due-c': 'of a class that is not ticked'
		});
		expect(readAssignForm(form, NOW)).toMatchObject({
			classes: [
				{ classId: 'a', opensAt: Date.UTC(2027, 0, 31, 23, 30), dueAt: null },
				{ classId: 'b', opensAt: NOW, dueAt: Date.UTC(2027, 1, 1, 9) }
			],
			problems: [{ field: 'due-a', code: 'date' }]
		});
	});

	it('never throws, whatever is sent', () => {
		const form = formOf({ preset: 'x', limit: '1e9', attempts: '-1', class: '', draw: 'picked' });
		form.append('title', new File(['x'], 'x'));
		const read = readAssignForm(form, NOW);
		expect(read.wish).toEqual({ picked: [] });
		expect(read.terms).toMatchObject({ title: '', timeLimitMs: NaN, attemptsAllowed: NaN });
		expect(read.problems.length).toBeGreaterThan(3);
		expect(readAssignForm(new FormData(), NOW).slug).toBe('');
	});
});

describe('The form of an accommodation', () => {
	it('reads the fields of its scope only', () => {
		const form = formOf({
			'time-this': 'off',
			'extra-this': '2',
			'due-this': '',
			alone: 'yes',
			'time-all': '2',
			'extra-all': 'x'
		});
		expect(readGrantForm(form, 'this', null)).toEqual({
			grant: { timeFactor: 1, untimed: true, extraAttempts: 2, dueAt: null, alone: true },
			problems: []
		});
		expect(readGrantForm(form, 'all', null)).toMatchObject({
			grant: { timeFactor: 2, alone: false },
			problems: [{ field: 'extra-all', code: 'attempts' }]
		});
		expect(readGrantForm(formOf({ 'time-this': '9' }), 'this', null).problems).toEqual([
			{ field: 'time-this', code: 'choose' }
		]);
	});
});
