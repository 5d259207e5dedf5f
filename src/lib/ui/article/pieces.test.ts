import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieces, type Mark } from './pieces.ts';

const text = 'The list remains unclear, sources say.';
const mark = (words: string, tone: Mark['tone'] = 'strong', sentence = 2): Mark => ({
	sentence,
	words,
	tone
});

describe('pieces of a sentence', () => {
	it('marks cited words where they stand', () => {
		expect(pieces(2, text, [mark('remains unclear')])).toEqual([
			{ text: 'The list ', tone: null },
			{ text: 'remains unclear', tone: 'strong' },
			{ text: ', sources say.', tone: null }
		]);
	});

	it('leaves alone what another sentence is cited for, and words that are not there', () => {
		const whole = [{ text, tone: null }];
		expect(pieces(2, text, [mark('remains', 'strong', 3)])).toEqual(whole);
		expect(pieces(2, text, [mark('is certain'), mark('')])).toEqual(whole);
	});

	it.each([
		['before', ['faint', 'strong']],
		['after', ['strong', 'faint']]
	] as const)('lets a strong mark win over a faint one that comes %s it', (_, tones) => {
		const shown = pieces(
			2,
			text,
			tones.map((tone) => mark(tone === 'strong' ? 'unclear' : 'list remains unclear', tone))
		);
		expect(shown.filter(({ tone }) => tone === 'strong')).toEqual([
			{ text: 'unclear', tone: 'strong' }
		]);
		expect(shown.filter(({ tone }) => tone === 'faint')).toEqual([
			{ text: 'list remains ', tone: 'faint' }
		]);
	});

	it('cuts out a word that is explained, unless it is under a mark', () => {
		const glossary = [
			{ word: 'list', sentence: 1 },
			{ word: 'list', sentence: 2 },
			{ word: 'unclear', sentence: 2 }
		];
		expect(pieces(2, text, [mark('remains unclear')], glossary)).toEqual([
			{ text: 'The ', tone: null },
			{ text: 'list', tone: 1 },
			{ text: ' ', tone: null },
			{ text: 'remains unclear', tone: 'strong' },
			{ text: ', sources say.', tone: null }
		]);
	});

	it('never loses or repeats a character of the text', () => {
		const part = fc
			.tuple(
				fc.nat(text.length),
				fc.nat(text.length),
				fc.constantFrom<Mark['tone']>('strong', 'faint')
			)
			.map(([a, b, tone]) => mark(text.slice(Math.min(a, b), Math.max(a, b)), tone));
		fc.assert(
			fc.property(fc.array(part), fc.array(part), (marks, words) => {
				const glossary = words.map(({ words: word, sentence }) => ({ word, sentence }));
				expect(
					pieces(2, text, marks, glossary)
						.map((piece) => piece.text)
						.join('')
				).toBe(text);
			})
		);
	});
});
