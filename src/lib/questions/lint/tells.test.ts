import { describe, expect, it } from 'vitest';
import type { Question } from '../schema.ts';
import { choice, option, tellsFor, verdict } from './testing.ts';

const asked = choice({ id: 'asked0' });
const other = (more: Partial<Question>): Question =>
	({
		...choice({
			id: 'other0',
			options: [option('a', 'Its walls'), option('b', 'Its lamps')]
		}),
		...more
	}) as Question;

describe('a question tells the key of another', () => {
	it('when its stem has it', () => {
		const teller = other({ stem: '“Its doors are to be shut”: who speaks of it?' });

		expect(tellsFor([asked, teller])).toEqual({ other0: ['asked0'] });
	});

	it('when a reason has it', () => {
		const why = 'Its doors are to be shut, and no more.';
		const teller = other({
			options: [option('a', 'Its walls', { why }), option('b', 'Its lamps')]
		});

		expect(tellsFor([asked, teller])).toEqual({ other0: ['asked0'] });
	});

	it('when the statement of a verdict has it', () => {
		const teller = verdict({ id: 'other0', statement: 'Its doors are to be shut, says Moss.' });

		expect(tellsFor([asked, teller])).toEqual({ other0: ['asked0'] });
	});

	it('but not when it has only part of it, or a distractor', () => {
		expect(tellsFor([asked, other({ stem: 'Are its doors to be painted?' })])).toEqual({});
		expect(tellsFor([asked, other({ stem: 'Whose roof is to be mended?' })])).toEqual({});
	});

	it('and never when the key is a name or a label, which stand everywhere', () => {
		const label = choice({ id: 'label0', ref: 'mini/label', key: 'b' });
		const teller = other({ stem: 'Its doors are to be shut?' });

		expect(tellsFor([asked, label, teller])).toEqual({});
	});
});
