import { describe, expect, it } from 'vitest';
import { whatDiffers, whichIsRight, whoStandsWhere } from './accounts-differ.ts';
import { harbour, harbourInput } from './testing/harbour.ts';

describe('accounts that differ', () => {
	it('are asked for what differs only where two things do not', () => {
		expect(whatDiffers(harbour()).map(({ facts }) => facts)).toEqual([['how-old']]);
	});

	it('name no voice in the stem, since other questions ask whose account it is', () => {
		for (const { stem } of [...whatDiffers(harbour()), ...whichIsRight(harbour())]) {
			expect(stem).toContain('Sentences 11 and 12');
			for (const { name } of harbourInput.voices) expect(stem).not.toContain(name);
		}
	});

	it('are both possibly right: the key takes neither side', () => {
		const [draft] = whichIsRight(harbour());
		const options = draft?.kind === 'choice' ? draft.options : [];
		expect(options.filter(({ right }) => right).map(({ text }) => text)).toEqual([
			'Neither; they differ, and both may be right'
		]);
	});

	it('are asked for the right one once a pack', () => {
		expect(whichIsRight(harbour())).toHaveLength(1);
	});
});

describe('who stands where', () => {
	it('matches four accounts with four voices', () => {
		const [draft] = whoStandsWhere(harbour());
		const rows = draft?.kind === 'match' ? draft.rows : [];
		expect(rows.map(({ text, column }) => [text, column])).toEqual([
			['The conditions began with the port', 'Ada Lund'],
			['Many conditions are ten years old', 'The reporter'],
			['The draft could help', 'The mayor'],
			['Nothing will move', 'Bo Falk']
		]);
	});

	it('never sets a group against its member', () => {
		const voices = harbourInput.voices.map((voice) =>
			voice.id === 'falk' ? { ...voice, within: ['mayor'] } : voice
		);
		expect(whoStandsWhere(harbour({ voices }))).toEqual([]);
	});

	it('never joins two conflicts that are too alike', () => {
		expect(whoStandsWhere(harbour({ alike: [['how-old', 'any-hope']] }))).toEqual([]);
	});
});
