import { describe, expect, it } from 'vitest';
import { harbour } from './testing/harbour.ts';
import { whichIsNamedThere } from './which-is-named-there.ts';

const asked = (place: string, context = harbour()) => {
	const draft = whichIsNamedThere(context).find(({ variant }) => variant === place);
	if (draft?.kind !== 'choice' && draft?.kind !== 'multiple')
		throw new Error(`nothing on ${place}`);
	const texts = (right: boolean) =>
		draft.options.filter((option) => (option.right ?? false) === right).map(({ text }) => text);
	return { kind: draft.kind, right: texts(true), wrong: texts(false) };
};

describe('which demand a place names', () => {
	it('is a single choice where there is one to find, else a multiple response', () => {
		expect(asked('insisted').kind).toBe('choice');
		expect(asked('leith').kind).toBe('multiple');
	});

	it('takes the examples rather than the umbrella they fall under', () => {
		expect(asked('talks').right).toEqual([
			'Visits by inspectors less often',
			'Paperwork that takes less time'
		]);
	});

	it('takes wrong options from other places only', () => {
		const { wrong } = asked('conditions');
		expect(wrong).toHaveLength(3);
		expect(wrong).not.toContain('Paying less for the ground');
		expect(wrong).not.toContain('A contract that runs for more years');
	});

	it('never offers what is nearly the same as a demand of the place', () => {
		const alike = [['tickets', 'lease']];
		expect(asked('leith').wrong).toContain('A contract that runs for more years');
		expect(asked('leith', harbour({ alike })).wrong).not.toContain(
			'A contract that runs for more years'
		);
	});
});
